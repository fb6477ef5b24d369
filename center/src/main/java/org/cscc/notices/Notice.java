package org.cscc.notices;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person is told.
 *
 * @param kind where its sentences are: the room's messages have it with {@code .subject} and {@code
 *     .text}
 * @param recipient sign-in name
 * @param words what the sentences name: numbers, codes, and the house's own names of teams, areas
 *     and organizations. Never what somebody wrote, and nothing about an incident. A day is written
 *     {@code 2026-11-27} and an hour {@code 2026-11-27 10:00}; sentences say them as the reader's
 *     language does
 * @param path the page where the rest is read, after signing in
 * @param urgent whether it is handed over in quiet hours, too
 * @param once a key that makes it be told once, however often it is written; null for no key
 * @param enclosure what goes along by mail, as {@link Enclosures} name it; null for nothing
 */
public record Notice(
    String kind,
    String recipient,
    List<String> words,
    String path,
    boolean urgent,
    @Nullable String once,
    @Nullable String enclosure) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N} .,:#'()/&-]{0,80}");

  /** A notice with nothing that goes along. */
  public Notice(
      String kind,
      String recipient,
      List<String> words,
      String path,
      boolean urgent,
      @Nullable String once) {
    this(kind, recipient, words, path, urgent, once, null);
  }

  /** Refuses words that can not be one of the house's own. */
  public Notice {
    words = List.copyOf(words);
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        throw new IllegalArgumentException("A notice of " + kind + " has a word that is no name");
      }
    }
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("A notice leads to a page of the house");
    }
  }
}
