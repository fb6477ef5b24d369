package org.cscc.recommendations;

import java.util.Locale;

/** The four parts of a review, in the order in which people go through them (R-INC-05). */
enum SectionKind {
  /** What happened where and when. */
  SCANNING,
  /** What of the place, the setting, the hour and the services had a part in it. */
  ANALYSIS,
  /** What was done, by which organizations, and what is lacking. */
  RESPONSE,
  /** How one will see whether it helped, and when. */
  ASSESSMENT;

  /** The last word of its address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
