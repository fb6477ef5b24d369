package org.cscc.reviews;

import java.util.Locale;

/**
 * A section, or a part of one, that has nothing to show, and why: silence is never read as zero.
 *
 * @param section where the gap is
 * @param reason why
 */
record Gap(Section section, Reason reason) {
  /** Why there is nothing to show. */
  enum Reason {
    /** The center does not keep such records yet. */
    NOT_KEPT,
    /** No calendar of events is kept; only what the records themselves say is listed. */
    NO_CALENDAR,
    /** No packet of an earlier week has been published, so there is nothing to compare with. */
    NOTHING_PUBLISHED_BEFORE,
    /** No schools, parks, libraries, transit or businesses have been brought in. */
    NO_ASSETS;

    /** Key of the sentence. */
    public String key() {
      return "reviews.gap." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
