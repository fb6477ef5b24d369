package org.cscc.access;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * A sharing agreement.
 *
 * @param organization code of the organization that sees the data
 * @param startsOn first day it holds
 * @param endsOn last day it holds
 * @param document where the signed paper is, in words
 * @param draftedBy sign-in name of who wrote it down
 */
record Agreement(
    UUID id,
    String organization,
    Dataset dataset,
    Purpose purpose,
    LocalDate startsOn,
    LocalDate endsOn,
    String document,
    State state,
    String draftedBy) {
  /** Where an agreement stands; expiry is a matter of the day, not of a state. */
  enum State {
    DRAFT,
    ACTIVE,
    ENDED
  }

  /** What people see: an active one is waiting, in force or past by the day. */
  public String standing(LocalDate today) {
    if (state != State.ACTIVE) {
      return state.name().toLowerCase(Locale.ROOT);
    }
    return today.isBefore(startsOn) ? "waiting" : today.isAfter(endsOn) ? "expired" : "in-force";
  }
}
