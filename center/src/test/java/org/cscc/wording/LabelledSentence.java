package org.cscc.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sentence of the labelled set.
 *
 * @param kinds what a person would mark in it; empty when it is clean
 */
record LabelledSentence(String language, Set<String> kinds, String text) {
  /** Sentences that were known while the rules were made. */
  static List<LabelledSentence> known() {
    return in("sentences.txt");
  }

  /** Sentences that were written afterwards and changed no rule. */
  static List<LabelledSentence> fresh() {
    return in("fresh.txt");
  }

  private static List<LabelledSentence> in(String file) {
    try {
      List<LabelledSentence> all = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of("src/test/resources/wording", file))) {
        if (!line.startsWith("#")) {
          String[] part = line.split("\\|", 3);
          Set<String> kinds = part[1].equals("-") ? Set.of() : Set.of(part[1].split(","));
          all.add(new LabelledSentence(part[0], kinds, part[2]));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kinds in words; a clean sentence has none. */
  String label() {
    return dirty()
        ? kinds.stream().sorted().collect(Collectors.joining(", "))
        : "clean, but marked";
  }

  boolean dirty() {
    return !kinds.isEmpty();
  }
}
