package org.cscc.wording;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * "They say it was … from the 600 block": leaving the name out would still tell of a person. What
 * the table can use of it is the block, and that people there speak of a dispute.
 */
final class Hearsay {
  private static final String SOMEBODY = "\uFFFC";
  private static final Pattern SAID =
      Pattern.compile(
          "(?:[\\p{L} ]{0,40}\\b)?(?:say|says|said|think|thinks|told us|heard)\\b[^.;]{0,20}\\b(?:it was|it is|it's)"
              + " [^.;]{0,20}"
              + SOMEBODY
              + "[^.;]{0,20}\\b(?:from|of|on|at|in) the (?<block>\\d+(?:XX)?) block\\b[^.;]*\\.?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DICEN =
      Pattern.compile(
          "(?:[\\p{L} ]{0,40}\\b)?(?:dicen|dice|cuentan|creen)\\b[^.;]{0,20}\\b(?:fue|es|era) [^.;]{0,20}"
              + SOMEBODY
              + "[^.;]{0,20}\\b(?:de|en) la cuadra (?:del? )?(?<block>\\d+(?:XX)?)\\b[^.;]*\\.?",
          Pattern.CASE_INSENSITIVE);

  private Hearsay() {}

  /** The block of a text that is hearsay about somebody and nothing else. */
  static Optional<String> about(List<MarkedText.Piece> pieces) {
    String text =
        pieces.stream()
            .map(piece -> piece.kind().isEmpty() ? piece.text() : SOMEBODY)
            .collect(Collectors.joining());
    for (Pattern pattern : List.of(SAID, DICEN)) {
      Matcher whole = pattern.matcher(text.strip());
      if (whole.matches()) {
        return Optional.of(whole.group("block"));
      }
    }
    return Optional.empty();
  }
}
