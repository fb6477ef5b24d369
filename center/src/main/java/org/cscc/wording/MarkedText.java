package org.cscc.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cscc.kernel.UnfitWording;
import org.cscc.kernel.UnfitWording.Mark;
import org.springframework.context.MessageSource;

/**
 * A refused text as the page shows it.
 *
 * @param pieces the text in order, marked words apart
 * @param kinds what the marked words tell, each once
 * @param offered the text with other words for the marked ones
 */
record MarkedText(List<Piece> pieces, List<String> kinds, String offered) {
  /**
   * A piece of the text.
   *
   * @param kind what it tells; empty for words that may stay
   */
  record Piece(String text, String kind) {}

  static MarkedText of(UnfitWording refused, MessageSource messages, Locale locale) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (Mark mark : refused.marks()) {
      if (mark.start() > from) {
        pieces.add(new Piece(refused.text().substring(from, mark.start()), ""));
      }
      pieces.add(new Piece(refused.text().substring(mark.start(), mark.end()), mark.kind()));
      from = mark.end();
    }
    if (from < refused.text().length()) {
      pieces.add(new Piece(refused.text().substring(from), ""));
    }
    String offered =
        Hearsay.about(pieces)
            .map(
                block ->
                    messages.getMessage("wording.instead.hearsay", new Object[] {block}, locale))
            .orElseGet(() -> reworded(pieces, messages, locale));
    List<String> kinds = refused.marks().stream().map(Mark::kind).distinct().toList();
    return new MarkedText(List.copyOf(pieces), kinds, offered);
  }

  private static String reworded(List<Piece> pieces, MessageSource messages, Locale locale) {
    return pieces.stream()
        .map(
            piece ->
                piece.kind().isEmpty()
                    ? piece.text()
                    : messages.getMessage("wording.instead." + piece.kind(), null, locale))
        .collect(Collectors.joining());
  }
}
