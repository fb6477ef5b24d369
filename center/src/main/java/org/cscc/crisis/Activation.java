package org.cscc.crisis;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * The center's answer to an incident.
 *
 * @param code by which people name it
 * @param incident null while the feed does not know of it
 * @param block null when nobody can say
 * @param knownAt when the center could know of the incident
 * @param why what whoever called it said; empty when a rule opened it
 * @param doubted every reason was taken back while somebody was there
 */
record Activation(
    UUID id,
    String code,
    @Nullable UUID incident,
    int area,
    @Nullable String block,
    Instant occurredAt,
    Instant knownAt,
    Instant openedAt,
    String openedBy,
    String why,
    ActivationState state,
    Instant notifyBy,
    @Nullable Instant notifiedAt,
    @Nullable Instant contactAt,
    Instant planBy,
    @Nullable Instant plannedAt,
    @Nullable Instant stoodDownAt,
    @Nullable Instant lessonsBy,
    boolean doubted,
    @Nullable Instant retractedAt,
    int version,
    List<Reason> reasons,
    List<Party> parties) {
  Optional<Party> party(String organization) {
    return parties.stream().filter(one -> one.organization().equals(organization)).findFirst();
  }

  /** Whether somebody is out on its behalf. */
  boolean out() {
    return parties.stream().anyMatch(one -> one.state() == PartyState.DEPLOYED);
  }

  /** How many of those who were called have said yes or no. */
  public long answered() {
    return parties.stream().filter(one -> one.state() != PartyState.NOTIFIED).count();
  }

  /** Organizations whose answer is missing. */
  public List<String> silent() {
    return parties.stream()
        .filter(one -> one.state() == PartyState.NOTIFIED)
        .map(Party::organization)
        .toList();
  }

  /** Whether anything is late now. */
  public boolean late(Instant now) {
    return state.open()
        && ((notifiedAt == null && now.isAfter(notifyBy))
            || (plannedAt == null && now.isAfter(planBy))
            || parties.stream()
                .anyMatch(
                    one ->
                        (one.acknowledgedAt() == null && one.answerLate(now))
                            || (one.deployedAt() == null && one.deployLate(now))
                            || (one.contactAt() == null && one.contactLate(now))));
  }

  /** When it happened, on Chicago's wall clock. */
  public ZonedDateTime happened() {
    return occurredAt.atZone(ReviewWeek.CHICAGO);
  }

  /** When it was opened, on Chicago's wall clock. */
  public ZonedDateTime opened() {
    return openedAt.atZone(ReviewWeek.CHICAGO);
  }

  /** An instant on Chicago's wall clock. */
  public ZonedDateTime wall(Instant at) {
    return at.atZone(ReviewWeek.CHICAGO);
  }
}
