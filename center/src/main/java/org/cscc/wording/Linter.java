package org.cscc.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cscc.kernel.UnfitWording.Mark;
import org.springframework.stereotype.Component;

/**
 * Reads a text with all rules. It knows forms and small lists, not meanings: docs/wording.md says
 * how much it finds and what it misses.
 */
@Component
class Linter {
  private final List<Rule> rules;

  Linter() {
    this.rules =
        Stream.of(Numbers.RULES.stream(), facts(), Stream.of(new PersonNames()))
            .<Rule>flatMap(all -> all)
            .toList();
  }

  private static Stream<Rule> facts() {
    return WordList.lines("facts.txt").stream()
        .map(line -> line.split("\\s+", 2))
        .map(line -> PatternRule.of(Kind.valueOf(line[0]), line[1]));
  }

  /** Marks in the order of the text; where two overlap, the one that begins first is kept. */
  List<Mark> read(String text) {
    String plain = plain(text);
    List<Mark> kept = new ArrayList<>();
    rules.stream()
        .flatMap(rule -> rule.read(text, plain))
        .filter(mark -> mark.end() > mark.start())
        .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(m -> -m.end()))
        .forEach(
            mark -> {
              if (kept.isEmpty() || kept.getLast().end() <= mark.start()) {
                kept.add(mark);
              }
            });
    return List.copyOf(kept);
  }

  /** The text with letters without accents, at the same places. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      String parts =
          letter < 128 ? "" : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      plain.append(parts.isEmpty() ? letter : parts.charAt(0) == '\u2019' ? '\'' : parts.charAt(0));
    }
    return plain.toString();
  }
}
