package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cscc.actions.ActionItem;
import org.cscc.patterns.HotSpotLine;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a room shows.
 *
 * @param packet what the team meets over; null before it is prepared
 * @param parts the agenda with the hour of each part
 * @param entries what was written down, the newest of each subject
 * @param promises what the team follows and nobody has verified yet
 * @param items what came out of this review
 * @param coming what is coming in the next 14 days
 * @param responses who has answered the incidents; empty for who may not read it
 * @param tensions what people near a block say of it; empty for who may not read it
 * @param last the review before, when there was one
 * @param left its minutes, which this review begins with; null before the first
 * @param guests teams that are held together with it, and what they bring
 */
record RoomView(
    @Nullable PacketView packet,
    List<Part> parts,
    List<TableSeat> seats,
    List<RoomEntry> entries,
    List<ActionItem> promises,
    List<ActionItem> items,
    List<HotSpotLine> blocks,
    List<Coming> coming,
    Map<UUID, FirstResponses.FirstResponse> responses,
    List<TensionSaid> tensions,
    @Nullable Meeting last,
    @Nullable Minutes left,
    List<GuestTable> guests,
    Instant now) {
  /** Days that are looked ahead. */
  static final int AHEAD_DAYS = 14;

  /**
   * A part of the agenda.
   *
   * @param part the part
   * @param minutes it has
   * @param from when it begins on Chicago's wall clock, if the review keeps to its plan
   */
  record Part(AgendaPart part, int minutes, ZonedDateTime from, ZonedDateTime until) {
    /** Seconds since 1970, for the clock on the page. */
    public long starts() {
      return from.toEpochSecond();
    }

    public long ends() {
      return until.toEpochSecond();
    }
  }

  /**
   * Something that is coming.
   *
   * @param entry where a team wrote it down; null for what the calendar says, which stays
   * @param seen version of it in this review; 0 for what an earlier one wrote down
   */
  record Coming(LocalDate day, String kind, String what, @Nullable RoomEntry entry, int seen) {}

  /** What was written on a subject; null when nothing was. */
  public @Nullable RoomEntry entry(String kind, Object subject) {
    return entries.stream()
        .filter(e -> e.kind().name().equals(kind) && e.subject().equals(String.valueOf(subject)))
        .findFirst()
        .orElse(null);
  }

  /** The version of it that a form was made from. */
  public int seen(String kind, Object subject) {
    RoomEntry entry = entry(kind, subject);
    return entry == null ? 0 : entry.version();
  }

  /** A key for a form of this page. */
  public UUID key() {
    return UUID.randomUUID();
  }

  /** Everything on the table: of the week, late ones, and those put off to it. */
  public List<IncidentCard> cards() {
    return packet == null ? List.of() : packet.facts().cards();
  }

  /** Incidents of which nothing was said yet. */
  public int withoutWord() {
    return Closing.withoutWord(table(), entries).size();
  }

  /** Everything on the table, what guests bring with it. */
  public List<IncidentCard> table() {
    List<IncidentCard> table = new ArrayList<>(cards());
    guests.forEach(guest -> table.addAll(guest.cards()));
    return table;
  }

  /** Incidents that go to the next review when this one is cancelled. */
  public int toCarry() {
    return packet == null
        ? 0
        : Carrying.waiting(cards(), packet.deferrals().keySet(), entries).size();
  }

  /** Items without an owner. */
  public long withoutOwner() {
    return items.stream().filter(Closing::unowned).count();
  }

  /** Whether every item was read back; one that was captured afterwards was not. */
  public boolean readBack() {
    return Closing.readBack(entries, items);
  }

  /** Seats of the team itself that are taken. */
  public long present() {
    return seats.stream().filter(seat -> isTaken(entry(EntryKind.SEAT.name(), seat.key()))).count();
  }

  private static boolean isTaken(@Nullable RoomEntry said) {
    return said != null && said.value().equals("PRESENT");
  }

  /** Incidents that an earlier review put off to this one. */
  public long putOff() {
    return cards().stream().filter(card -> card.deferredFrom() != null).count();
  }

  /** Promises that were read out in three reviews or more and are still open (R-HRIT-06). */
  public long often() {
    return promises.stream().filter(item -> item.carried() >= 3).count();
  }

  /** Promises that the review before read out and that are still open. */
  public long carried() {
    return promises.stream().filter(item -> item.carried() > 0).count();
  }

  /** Promises that are late. */
  public long late() {
    return promises.stream().filter(item -> item.late(now)).count();
  }

  /** Where the incidents were, for a form that names a place. */
  public Map<String, Integer> places() {
    Map<String, Integer> places = new TreeMap<>();
    for (IncidentCard card : table()) {
      if (card.block() != null && card.area() != null) {
        places.put(card.block(), card.area());
      }
    }
    return places;
  }
}
