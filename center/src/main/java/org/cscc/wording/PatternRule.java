package org.cscc.wording;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cscc.kernel.UnfitWording.Mark;

/**
 * Marks whatever a pattern finds in the text without accents. A group named {@code m} narrows the
 * mark to the words that tell.
 */
record PatternRule(Kind kind, Pattern pattern) implements Rule {
  static PatternRule of(Kind kind, String pattern) {
    return new PatternRule(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
  }

  @Override
  public Stream<Mark> read(String text, String plain) {
    boolean narrow = pattern.namedGroups().containsKey("m");
    return pattern
        .matcher(plain)
        .results()
        .map(
            found ->
                narrow
                    ? new Mark(kind.name(), found.start("m"), found.end("m"))
                    : new Mark(kind.name(), found.start(), found.end()));
  }
}
