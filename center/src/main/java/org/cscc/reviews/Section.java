package org.cscc.reviews;

import java.util.Locale;

/** The ten sections of a packet, in the order of the meeting. */
enum Section {
  PROMISES,
  NUMBERS,
  MAP,
  INCIDENTS,
  WHEN,
  CONDITIONS,
  SERVICES,
  LOOK_AHEAD,
  REVISED,
  DEFINITIONS;

  /** Key of the heading, such as {@code reviews.section.look-ahead}. */
  public String key() {
    return "reviews.section." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
