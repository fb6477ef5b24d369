package org.cscc.incidents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of what came of an incident: what happened at a moment, or how something stands now. It
 * is made of words of the house alone; nobody's own words fit in.
 *
 * @param at when it happened; null for how something stands now
 * @param key its sentence, in the words of the room that tells it
 * @param words what the sentence names
 * @param address where more of it can be read; null for nowhere
 */
public record StoryLine(
    @Nullable Instant at, String key, List<StoryWord> words, @Nullable String address) {
  /** Keeps the words. */
  public StoryLine {
    words = List.copyOf(words);
  }

  /** Something that happened. */
  public static StoryLine happened(Instant at, String key, StoryWord... words) {
    return new StoryLine(at, key, List.of(words), null);
  }

  /** How something stands now. */
  public static StoryLine stands(String key, StoryWord... words) {
    return new StoryLine(null, key, List.of(words), null);
  }

  /** The same with the page that has more of it. */
  public StoryLine on(String page) {
    return new StoryLine(at, key, words, page);
  }
}
