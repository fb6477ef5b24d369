package org.cscc.reviews;

import java.util.Locale;
import java.util.Set;

/** What can be written down in the room of a review. */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made by Set.of
enum EntryKind {
  /** Whether a seat is taken; the subject is the seat. */
  SEAT(Set.of("PRESENT", "ABSENT"), false),
  /** What became of an incident; the subject is its id. */
  INCIDENT(Set.of("REVIEWED", "DEFERRED", "NOT_APPLICABLE"), false),
  /** What the table says of a hot spot; the subject is its number. */
  BLOCK(Set.of("CONFIRMED", "REJECTED"), false),
  /** What is coming in the next days; the subject is an id of its own, the detail its day. */
  LOOK_AHEAD(
      Set.of(
          "VIGIL",
          "FUNERAL",
          "SCHOOL",
          "PARK_EVENT",
          "ANNIVERSARY",
          "CLOSURE",
          "OTHER",
          "TAKEN_OFF"),
      true),
  /** Words on a part of the agenda; the subject is the part. */
  NOTE(Set.of("NOTE"), true),
  /** Whether the new items were read back; the subject is {@code items}. */
  READ_BACK(Set.of("DONE"), false);

  private final Set<String> values;
  private final boolean beforehand;

  EntryKind(Set<String> values, boolean beforehand) {
    this.values = values;
    this.beforehand = beforehand;
  }

  boolean knows(String value) {
    return values.contains(value);
  }

  /** Whether it can be written while the review is prepared. */
  boolean beforehand() {
    return beforehand;
  }

  /** The last word of its address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
