package org.cscc.notices;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.When;
import org.jspecify.annotations.Nullable;

/**
 * A notice as pages show it.
 *
 * @param channel null when it stands on the page only
 * @param state of the delivery; null when there is none
 */
record Told(
    UUID id,
    String recipient,
    String kind,
    List<String> words,
    String path,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime seenAt,
    @Nullable String channel,
    @Nullable String state,
    @Nullable String trouble) {
  /** When it was written, on Chicago's wall clock. */
  public ZonedDateTime at() {
    return createdAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** The words in the form that a sentence of the reader's language takes. */
  public Object[] arguments(When when) {
    return Sentence.arguments(words, when);
  }

  /** Why it was not handed over, as a word that pages have a sentence for; empty for no reason. */
  public String why() {
    return trouble == null ? "" : trouble.replaceFirst("_\\d+$", "");
  }

  /** What a server answered, as a number; empty when it is not one that answers in numbers. */
  public String answer() {
    return trouble == null ? "" : trouble.replaceFirst("^\\D*", "");
  }
}
