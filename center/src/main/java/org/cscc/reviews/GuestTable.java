package org.cscc.reviews;

import java.util.List;
import java.util.UUID;
import org.cscc.actions.OpenPromise;
import org.cscc.directory.Team;
import org.jspecify.annotations.Nullable;

/**
 * What a team brings along to the review of another one, with which it is held together.
 *
 * @param packet its own packet of the week; null before it is prepared
 * @param cards its incidents that are not on the other table, or on a guest's before it, already
 * @param promises what is owed to it and everybody at a table may read
 */
record GuestTable(
    Team team,
    Meeting meeting,
    @Nullable OpenPacket packet,
    List<IncidentCard> cards,
    List<TableSeat> seats,
    List<OpenPromise> promises) {
  /** How forms and records of the other room name one of its seats. */
  public String key(TableSeat seat) {
    return team.code() + ":" + seat.key();
  }

  /** The week that an incident waits for, if it does; asked by the card of an incident. */
  public @Nullable Deferral deferral(IncidentCard card) {
    return packet == null
        ? null
        : packet.deferrals().stream()
            .filter(waits -> waits.incident().equals(card.incident()))
            .findFirst()
            .orElse(null);
  }

  /** Promises that are late. */
  public long late() {
    return promises.stream().filter(OpenPromise::late).count();
  }

  /** Seats that are taken, by what was written down in the other room. */
  public long present(List<RoomEntry> entries) {
    return seats.stream()
        .filter(
            seat ->
                entries.stream()
                    .anyMatch(
                        entry ->
                            entry.kind() == EntryKind.SEAT
                                && entry.subject().equals(key(seat))
                                && entry.value().equals("PRESENT")))
        .count();
  }

  /** Whether an incident is in its packet, on the other table as well or not. */
  boolean has(UUID incident) {
    return packet != null
        && packet.content().facts().cards().stream()
            .anyMatch(card -> card.incident().equals(incident));
  }

  GuestTable owed(List<OpenPromise> now) {
    return new GuestTable(team, meeting, packet, cards, seats, now);
  }
}
