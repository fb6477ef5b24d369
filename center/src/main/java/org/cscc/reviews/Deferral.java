package org.cscc.reviews;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * An incident that a facilitator put off to a later review (R-HRIT-03).
 *
 * @param week first day of the review week it belongs to
 * @param untilWeek first day of the review week whose packet brings it back
 * @param by account of the facilitator
 * @param at when, on Chicago's wall clock
 */
record Deferral(
    String team,
    LocalDate week,
    UUID incident,
    LocalDate untilWeek,
    Reason reason,
    String by,
    ZonedDateTime at) {

  /** Why an incident waits. Words to choose from, so that nobody's story is written down here. */
  enum Reason {
    /** The table needs facts that are not known yet. */
    AWAITS_FACTS,
    /** The family or those who stand by them asked for it. */
    FAMILY_ASKED,
    /** Somebody without whom it can not be reviewed is not at the table. */
    PARTNER_ABSENT,
    /** The hour was over. */
    NO_TIME,
    /** The review was cancelled; nobody chooses it, it follows. */
    REVIEW_CANCELLED;

    /** Those that a facilitator can choose from. */
    static List<Reason> offered() {
      return List.of(AWAITS_FACTS, FAMILY_ASKED, PARTNER_ABSENT, NO_TIME);
    }

    /** Key of the words. */
    public String key() {
      return "reviews.defer.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
