package org.cscc.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Long passwords that need no list of a breach to be guessed: one short thing over and over, a walk
 * over the keyboard, counting, and the words of a small list of our own making, joined.
 */
final class CommonPasswords {
  private static final int FEWEST_DIFFERENT_SIGNS = 5;
  private static final String[] WALKS = {
    "01234567890123456789012345678901234567890",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p1qaz2wsx3edc4rfv",
    "qazwsxedcrfvtgbyhnujmikolpqazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p1q2w3e4r5t6y7u8i9o0p",
    "aqswdefrgthyjukilo"
  };

  private final Set<String> words = read();

  /** Whether a password, in small letters, is one of those. */
  boolean holds(String folded) {
    String letters = folded.replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.chars().distinct().count() < FEWEST_DIFFERENT_SIGNS
        || repeats(folded)
        || isWalk(letters)
        || isWalk(new StringBuilder(letters).reverse().toString())
        || isWordsOnly(letters);
  }

  private static boolean repeats(String text) {
    // A text that repeats a shorter one is found in its own double before its own end.
    int again = (text + text).indexOf(text, 1);
    return again <= text.length() / 2;
  }

  private static boolean isWalk(String letters) {
    for (String walk : WALKS) {
      if (letters.length() >= 8 && walk.contains(letters)) {
        return true;
      }
    }
    return false;
  }

  /** Whether at most three words of the list, with at most four digits after them, make it up. */
  private boolean isWordsOnly(String letters) {
    String text = letters.replaceFirst("\\d{1,4}$", "");
    return joined(text, 3) || joined(letters, 3);
  }

  private boolean joined(String text, int most) {
    if (text.isEmpty()) {
      return true;
    }
    for (int end = 3; most > 0 && end <= text.length(); end++) {
      if (words.contains(text.substring(0, end)) && joined(text.substring(end), most - 1)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> read() {
    Set<String> words = new HashSet<>();
    InputStream in =
        Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/access/common.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> words.addAll(Set.of(line.strip().split(" +"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
