package org.cscc.access;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sharing agreement.
 *
 * @param organization code of the organization that sees the data
 * @param startsOn first day it holds
 * @param endsOn last day it holds
 * @param document where the signed paper is, in words
 * @param draftedBy sign-in name of who wrote it down
 * @param signedOn when it was signed; null before
 * @param destroyBy by when what was shared is destroyed; null when it never held or still does
 * @param destroyedOn when the organization certified that; null before
 * @param certificate where that paper is, in words; may be empty
 * @param followed whether another one in force goes on with the same data for the same purpose
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
    String draftedBy,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate destroyBy,
    @Nullable LocalDate destroyedOn,
    String certificate,
    boolean followed) {
  /** So long before its last day somebody has to ask whether it goes on (F4). */
  static final int RENEWAL_DAYS = 60;

  /** So long after its end an organization has time to destroy what it was given (F4). */
  static final int DESTROY_DAYS = 30;

  /** Where an agreement stands; renewal and expiry are a matter of the day, not of a state. */
  enum State {
    DRAFT,
    LEGAL_REVIEW,
    SIGNED,
    ACTIVE,
    TERMINATED
  }

  /** What people see: an active one is waiting, in force, to be renewed or past by the day. */
  public String standing(LocalDate today) {
    if (state != State.ACTIVE) {
      return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (today.isBefore(startsOn)) {
      return "waiting";
    }
    if (today.isAfter(endsOn)) {
      return "expired";
    }
    return renewalDue(today) ? "renewal-due" : "in-force";
  }

  /** Whether it is time to ask whether it goes on, and nobody has drafted that yet. */
  public boolean renewalDue(LocalDate today) {
    return state == State.ACTIVE
        && !followed
        && !today.isAfter(endsOn)
        && !today.isBefore(endsOn.minusDays(RENEWAL_DAYS));
  }

  /** Where it stands in a list: what waits for somebody, what holds, what is over. */
  Place place(LocalDate today) {
    boolean moving = state == State.DRAFT || state == State.LEGAL_REVIEW || state == State.SIGNED;
    if (moving || renewalDue(today) || certificateDue(today) != null) {
      return Place.WAITS;
    }
    return state == State.ACTIVE && !today.isAfter(endsOn) ? Place.HOLDS : Place.OVER;
  }

  /** The parts of a list, in their order. */
  enum Place {
    WAITS,
    HOLDS,
    OVER
  }

  /** By when the certificate of destruction is due; null when none is, or when it is there. */
  public @Nullable LocalDate certificateDue(LocalDate today) {
    if (destroyedOn != null) {
      return null;
    }
    if (state == State.TERMINATED) {
      return destroyBy;
    }
    return state == State.ACTIVE && today.isAfter(endsOn) && !followed
        ? endsOn.plusDays(DESTROY_DAYS)
        : null;
  }
}
