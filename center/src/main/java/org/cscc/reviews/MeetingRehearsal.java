package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.actions.Actions;
import org.cscc.actions.Move;
import org.cscc.actions.Origin;
import org.cscc.actions.Proposal;
import org.cscc.directory.Team;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays the reviews of a demo through the machine that real ones go through, as the facilitator who
 * is set for the thread; the demo moves the clock between the steps.
 */
@Component
public class MeetingRehearsal {
  private final MeetingPlan plan;
  private final MeetingStore store;
  private final MeetingDesk desk;
  private final RoomDesk room;
  private final Schedules schedules;
  private final Packets packets;
  private final Actions actions;
  private final Access access;

  MeetingRehearsal(
      MeetingPlan plan,
      MeetingStore store,
      MeetingDesk desk,
      RoomDesk room,
      Schedules schedules,
      Packets packets,
      Actions actions,
      Access access) {
    this.plan = plan;
    this.store = store;
    this.desk = desk;
    this.room = room;
    this.schedules = schedules;
    this.packets = packets;
    this.actions = actions;
    this.access = access;
  }

  /**
   * A review that has a day and an hour.
   *
   * @param record what items that came out of it name as their origin
   * @param ready whether its packet is published and it has not begun
   * @param running whether it has begun and is not closed
   */
  public record Planned(
      String team,
      ReviewWeek week,
      Instant startsAt,
      String record,
      boolean ready,
      boolean running) {}

  /**
   * What is said in a review.
   *
   * @param absent every so many seats stay empty; 0 for none
   * @param defers whether the last of several incidents is put off
   * @param notes words for parts of the agenda, by their word
   * @param coming a word of what is coming in three days, and where
   * @param promises what is promised, with who owes it
   */
  public record Said(
      int absent,
      boolean defers,
      Map<String, String> notes,
      Map<String, String> coming,
      Map<Proposal, Move.Assign> promises) {}

  /**
   * Plans so many weeks, from the one in which the first reviews are held.
   *
   * @return how many meetings are new
   */
  public int plan(ReviewWeek first, int weeks) {
    return plan.from(first, weeks);
  }

  /** The reviews over a week, in the order in which they begin. */
  public List<Planned> over(ReviewWeek week, List<Team> teams) {
    ReviewWeek held = week.next();
    return store.between(teams.stream().map(Team::code).toList(), held.start(), held.end()).stream()
        .map(
            meeting ->
                new Planned(
                    meeting.team(),
                    new ReviewWeek(meeting.week()),
                    meeting.startsAt(),
                    meeting.id().toString(),
                    meeting.state() == MeetingState.PACKET_PUBLISHED,
                    meeting.state().open()))
        .toList();
  }

  /** Opens a review at its hour. */
  @Transactional
  public void begin(Planned planned) {
    move(planned, MeetingMoveKind.START);
  }

  /** Says everything and closes the review, or nothing of both. */
  @Transactional
  public void hold(Team team, Planned planned, Said said) {
    Meeting meeting = store.of(team.code(), planned.week().firstDay()).orElseThrow();
    List<TableSeat> seats = schedules.seats(team.code());
    for (int i = 0; i < seats.size(); i++) {
      boolean empty = said.absent() > 0 && i % said.absent() == said.absent() - 1;
      write(planned, EntryKind.SEAT, seats.get(i).key(), empty ? "ABSENT" : "PRESENT", null, "");
    }
    List<IncidentCard> cards =
        packets.openTo(team, planned.week()).orElseThrow().content().facts().cards();
    for (IncidentCard card : cards) {
      boolean last = said.defers() && cards.size() > 2 && card.equals(cards.getLast());
      write(
          planned,
          EntryKind.INCIDENT,
          card.incident().toString(),
          last ? "DEFERRED" : "REVIEWED",
          last ? planned.week().next().firstDay() + " AWAITS_FACTS" : null,
          "");
    }
    said.notes()
        .forEach((part, words) -> write(planned, EntryKind.NOTE, part, "NOTE", null, words));
    LocalDate soon = WallClock.dayOf(meeting.startsAt()).plusDays(3);
    said.coming()
        .forEach(
            (kind, where) ->
                write(
                    planned,
                    EntryKind.LOOK_AHEAD,
                    UUID.randomUUID().toString(),
                    kind,
                    soon.toString(),
                    where));
    Decision proposing = access.require(Capability.PROPOSE_ACTIONS);
    said.promises()
        .forEach((wish, owner) -> actions.promise(proposing, null, from(wish, planned), owner));
    if (!said.promises().isEmpty()) {
      write(planned, EntryKind.READ_BACK, "items", "DONE", null, "");
    }
    move(planned, MeetingMoveKind.END);
    move(planned, MeetingMoveKind.CLOSE);
  }

  private static Proposal from(Proposal wish, Planned planned) {
    return new Proposal(
        wish.title(),
        wish.verb(),
        wish.pillar(),
        wish.priority(),
        wish.tier(),
        wish.area(),
        wish.block(),
        planned.team(),
        Origin.MEETING,
        planned.record(),
        wish.organization());
  }

  private void move(Planned planned, MeetingMoveKind kind) {
    int version = store.of(planned.team(), planned.week().firstDay()).orElseThrow().version();
    MeetingMoved moved =
        desk.move(
            access.require(Capability.READ_MEETINGS),
            planned.team(),
            planned.week(),
            version,
            new MeetingMove.Plain(kind));
    if (!(moved instanceof MeetingMoved.Done)) {
      throw new IllegalStateException("The review of " + planned.team() + " is held elsewhere");
    }
  }

  private void write(
      Planned planned,
      EntryKind kind,
      String subject,
      String value,
      @Nullable String detail,
      String note) {
    room.write(
        access.require(Capability.RUN_MEETINGS),
        planned.team(),
        planned.week(),
        new EntryWish(kind, UUID.randomUUID(), subject, 0, value, detail, note));
  }
}
