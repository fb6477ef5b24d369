package org.cscc.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a review. It is written once, from what was written down in the room, and tells
 * places, decisions and promises: no tension, no hour and no age of an incident, and nobody's name;
 * a seat and an owner are organizations.
 *
 * @param week first day of the week that the review looked back on
 * @param harmed people killed or shot in that week
 * @param killed those of them who died
 * @param seats the seats at the table, and whether they were taken
 * @param kept promises that somebody else saw done since the review before
 * @param open promises that were read out and are still owed, the late ones first
 * @param items what was promised in this review
 * @param undecided numbers of hot spots of which nobody said anything
 * @param notes words on parts of the agenda, by its order
 * @param guests teams that were held together with it
 */
record MinutesContent(
    String teamName,
    LocalDate week,
    Instant startsAt,
    int quorum,
    @Nullable Integer packetRevision,
    int harmed,
    int killed,
    List<Seat> seats,
    List<Promise> kept,
    List<Promise> open,
    List<Incident> incidents,
    List<Spot> spots,
    List<Integer> undecided,
    List<Coming> coming,
    List<Promise> items,
    boolean readBack,
    List<Note> notes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Guest> guests) {

  /** Minutes of before guests were told have none. */
  MinutesContent {
    guests = Objects.requireNonNullElse(guests, List.of());
  }

  /**
   * A team that met together with the one whose review it was.
   *
   * @param open its promises that were read out and are still owed
   * @param incidents those of its packet that were not on the other table already
   */
  record Guest(
      String team,
      String teamName,
      List<Seat> seats,
      List<Promise> open,
      List<Incident> incidents) {
    /** Seats that were taken. */
    public long present() {
      return taken(seats);
    }

    /** Promises that were late. */
    public long late() {
      return open.stream().filter(Promise::late).count();
    }
  }

  /**
   * A seat.
   *
   * @param taken PRESENT, ABSENT, or UNSAID when nobody noted it
   */
  record Seat(String organization, String role, String taken) {}

  /**
   * A promise as it stood when the review was closed.
   *
   * @param code what people say on the telephone
   * @param organization who owes it; null when nobody does yet
   * @param due last day on Chicago's calendar
   * @param carried in how many reviews it was read out, this one included
   */
  record Promise(
      String code,
      String title,
      @Nullable String organization,
      @Nullable LocalDate due,
      String state,
      boolean late,
      int carried) {}

  /**
   * An incident and what became of it.
   *
   * @param said REVIEWED, DEFERRED or NOT_APPLICABLE
   * @param until first day of the week to which it was put off
   * @param note words on the place; empty for none
   */
  record Incident(
      LocalDate day,
      @Nullable String block,
      @Nullable Integer area,
      int harmed,
      int killed,
      String said,
      @Nullable LocalDate until,
      String note) {}

  /**
   * A hot spot of which the table said something.
   *
   * @param said CONFIRMED or REJECTED
   * @param reason a word of the reasons there are
   */
  record Spot(int number, String said, String reason) {}

  /** Something that is coming, and where. */
  record Coming(LocalDate day, String kind, String where) {}

  /** Words on a part of the agenda. */
  record Note(AgendaPart part, String words) {}

  /** Seats that were taken. */
  public long present() {
    return taken(seats);
  }

  private static long taken(List<Seat> seats) {
    return seats.stream().filter(seat -> seat.taken().equals("PRESENT")).count();
  }

  /** Whether enough seats were taken for a review that counts. */
  public boolean quorate() {
    return present() >= quorum;
  }

  /** Promises that were late. */
  public long late() {
    return open.stream().filter(Promise::late).count();
  }

  /** Promises that were read out in three reviews or more (R-HRIT-06). */
  public long often() {
    return open.stream().filter(promise -> promise.carried() >= 3).count();
  }
}
