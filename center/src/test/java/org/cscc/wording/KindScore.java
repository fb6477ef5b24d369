package org.cscc.wording;

import java.util.List;
import java.util.stream.Stream;

/** How many sentences of each kind had anything marked in them (reading H.9). */
final class KindScore {
  private KindScore() {}

  /** One row of a table for each kind: kind, marked, all. */
  static List<String> rows(Linter linter, List<LabelledSentence> sentences) {
    return Stream.of(Kind.values())
        .map(
            kind -> {
              List<LabelledSentence> those =
                  sentences.stream().filter(s -> s.kinds().contains(kind.name())).toList();
              long marked = those.stream().filter(s -> !linter.read(s.text()).isEmpty()).count();
              return "| " + kind + " | " + marked + " | " + those.size() + " |";
            })
        .toList();
  }
}
