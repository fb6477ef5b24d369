package org.cscc.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own small lists, kept as text files that anybody can read and correct. */
final class WordList {
  private WordList() {}

  /** Lines of a file of the feature, without remarks and empty ones. */
  static List<String> lines(String file) {
    try (InputStream in = WordList.class.getResourceAsStream("/wording/" + file)) {
      if (in == null) {
        throw new IllegalStateException("The list " + file + " is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words of the lines that begin with the sign, or with none of the signs when it is empty. */
  static Set<String> words(String file, String sign) {
    return lines(file).stream()
        .filter(line -> sign.isEmpty() ? !line.matches("[?>] .*") : line.startsWith(sign + " "))
        .flatMap(line -> Stream.of(line.replaceFirst("^[?>] ", "").split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
