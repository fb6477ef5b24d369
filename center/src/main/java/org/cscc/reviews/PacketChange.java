package org.cscc.reviews;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between a published packet and the records of today.
 *
 * @param incident the incident that moved; null for a count
 * @param day its day
 * @param block its block; null when none is named
 * @param before what the published packet says; a number, a word key or a place
 * @param after what the records say now
 */
record PacketChange(
    Kind kind,
    @Nullable UUID incident,
    @Nullable LocalDate day,
    @Nullable String block,
    @Nullable String before,
    @Nullable String after) {

  /** What kind of change; the sentence of each is in the message bundle. */
  enum Kind {
    /** Not in the published packet: it arrived late, or was corrected into the team's ground. */
    ADDED,
    /** A person has died since; before and after count the people killed. */
    PERSON_DIED,
    /** The number of people harmed is another. */
    HARMED,
    /** The number of people killed went down. */
    KILLED,
    /** The kind of incident is another. */
    TYPE,
    /** It was counted in another area of the team. */
    AREA,
    /** The block is another. */
    PLACE,
    /** The day or the hour is another. */
    TIME,
    /** It fell into the near-repeat window of an earlier incident, or of another one. */
    REPEAT,
    /** The incident whose near-repeat window it fell into counts no more, or lies elsewhere. */
    REPEAT_WITHDRAWN,
    /** Corrected out of the team's ground; after is the number of the area, if there is one. */
    MOVED_AWAY,
    /** The feed says it did not happen so. */
    UNFOUNDED,
    /** It is not for this review: an expressway, a self-inflicted injury. */
    OUT_OF_SCOPE,
    /** Gone for another reason, such as a corrected week. */
    REMOVED,
    /** People harmed in the week, in all. */
    COUNT_HARMED,
    /** People killed in the week, in all. */
    COUNT_KILLED;

    /** Key of the sentence. */
    public String key() {
      return "reviews.change." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
