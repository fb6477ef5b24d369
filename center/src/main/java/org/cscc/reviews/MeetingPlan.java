package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the meetings of the next weeks down by the rules of the teams, and tells when one slips.
 * Doing it twice, or on two nodes at once, changes nothing.
 */
@Component
class MeetingPlan {
  /** So many weeks ahead each team knows its hour. */
  static final int WEEKS_AHEAD = 6;

  private final MeetingStore store;
  private final Schedules schedules;
  private final PacketStore packets;
  private final Teams teams;
  private final WeeklyCut cut;
  private final MeetingTold told;
  private final AuditTrail trail;
  private final TransactionOperations transactions;
  private final Clock clock;

  MeetingPlan(
      MeetingStore store,
      Schedules schedules,
      PacketStore packets,
      Teams teams,
      WeeklyCut cut,
      MeetingTold told,
      AuditTrail trail,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.schedules = schedules;
    this.packets = packets;
    this.teams = teams;
    this.cut = cut;
    this.told = told;
    this.trail = trail;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Plans this week and the next ones. */
  @Transactional
  public int ahead() {
    return from(cut.holding(clock.instant()), WEEKS_AHEAD);
  }

  /**
   * Plans so many weeks.
   *
   * @param first the week in which the first meetings are held
   * @return how many meetings are new
   */
  @Transactional
  public int from(ReviewWeek first, int weeks) {
    int added = 0;
    for (Schedule schedule : schedules.all()) {
      ReviewWeek held = first;
      for (int week = 0; week < weeks; week++) {
        added += plan(schedule, held);
        held = held.next();
      }
    }
    return added;
  }

  private int plan(Schedule schedule, ReviewWeek held) {
    return schedule.days().days(held.firstDay(), held.lastDay()).stream()
        .findFirst()
        .map(
            day -> {
              Instant at = WallClock.at(day, schedule.startsAt());
              List<PacketRow> rows = packets.of(schedule.team(), held.previous());
              Meeting meeting = fresh(schedule, held.previous(), at, rows);
              if (!store.add(meeting)) {
                return 0;
              }
              store.step(
                  meeting.id(),
                  new MeetingStep(
                      "PLAN",
                      null,
                      meeting.state(),
                      "system",
                      "SYSTEM",
                      clock.instant(),
                      null,
                      null));
              invite(meeting);
              return 1;
            })
        .orElse(0);
  }

  /**
   * Whoever sits at the table has it in the calendar as soon as it is known, long before its
   * packet.
   */
  private void invite(Meeting meeting) {
    if (meeting.startsAt().isAfter(clock.instant())) {
      teams.byCode(meeting.team()).ifPresent(team -> told.planned(team, meeting, meeting));
    }
  }

  private static Meeting fresh(
      Schedule schedule, ReviewWeek week, Instant at, List<PacketRow> rows) {
    @Nullable Integer published = PacketRow.published(rows);
    MeetingState state = MeetingState.before(rows.isEmpty(), published);
    return new Meeting(
        UUID.randomUUID(),
        schedule.team(),
        week.firstDay(),
        at,
        at,
        schedule.minutes(),
        schedule.place(),
        schedule.quorum(),
        state,
        0,
        published,
        null,
        0,
        null,
        1);
  }

  /**
   * Gives a team another rule; meetings ahead that nobody moved by hand follow it.
   *
   * @param seats the seats at the table
   * @throws Refused R-HRIT-01 when a week would have none or two, R-MEET-06 when somebody was
   *     faster
   */
  void reschedule(Decision decision, Team team, Schedule wish, List<TableSeat> seats) {
    decision.about(Capability.RUN_MEETINGS);
    // Of other teams, so read as the center, and before the transaction of the person begins.
    List<Meeting> guests = Asking.asTheCenter(() -> store.guestsOf(team.code()));
    transactions.executeWithoutResult(status -> reschedule(decision, team, wish, seats, guests));
  }

  private void reschedule(
      Decision decision, Team team, Schedule wish, List<TableSeat> seats, List<Meeting> guests) {
    Instant now = clock.instant();
    MeetingRule rule = wish.days();
    rule.mustMeetOnceEachWeek(cut.holding(now).next());
    if (!schedules.save(wish, decision.account(), MeetingStore.utc(now))) {
      throw new Refused(Refused.Kind.CONFLICT, "R-MEET-06", "reviews.refused.schedule-stale");
    }
    schedules.seat(team.code(), seats);
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "schedule",
            team.code(),
            null,
            wish.rule() + " " + wish.startsAt() + " " + wish.minutes()));
    List<Meeting> followed = new ArrayList<>();
    for (Meeting planned : store.ahead()) {
      if (planned.team().equals(team.code())) {
        // Somebody may be moving it in this moment: what they decide stays.
        store
            .lock(planned.team(), planned.week())
            .filter(meeting -> followsRule(meeting, now))
            .ifPresent(
                meeting -> {
                  Meeting moved = follow(meeting, wish, rule, decision.account(), now);
                  if (moved.sequence() > meeting.sequence()) {
                    followed.add(moved);
                  }
                });
      }
    }
    if (!followed.isEmpty()) {
      // One of them is told to people, every one of them to their calendars.
      told.rescheduled(team, followed.getFirst());
      followed.stream().skip(1).forEach(later -> told.planned(team, later, later));
    }
    for (Meeting held : followed) {
      for (Meeting guest : guests) {
        if (held.id().equals(guest.mergedInto())) {
          teams.byCode(guest.team()).ifPresent(one -> told.followed(one, guest, held));
        }
      }
    }
  }

  private static boolean followsRule(Meeting meeting, Instant now) {
    return meeting.state().ahead() && !meeting.moved() && meeting.startsAt().isAfter(now);
  }

  private Meeting follow(Meeting meeting, Schedule wish, MeetingRule rule, String by, Instant now) {
    ReviewWeek held = new ReviewWeek(meeting.week()).next();
    List<LocalDate> days = rule.days(held.firstDay(), held.lastDay());
    if (days.isEmpty()) {
      // The rule counts from a later week on: this week's meeting stands as everybody knows it.
      return meeting;
    }
    Instant at = WallClock.at(days.getFirst(), wish.startsAt());
    boolean same =
        at.equals(meeting.startsAt())
            && wish.minutes() == meeting.minutes()
            && wish.place().equals(meeting.place());
    if (at.isBefore(now) || (same && wish.quorum() == meeting.quorum())) {
      return meeting;
    }
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("planned_at", MeetingStore.utc(at));
    columns.put("starts_at", MeetingStore.utc(at));
    columns.put("minutes", wish.minutes());
    columns.put("place", wish.place());
    columns.put("quorum", wish.quorum());
    columns.put("sequence", meeting.sequence() + (same ? 0 : 1));
    store.change(meeting.id(), columns);
    store.step(
        meeting.id(),
        new MeetingStep(
            "SCHEDULE",
            meeting.state(),
            meeting.state(),
            by,
            "FACILITATOR",
            now,
            null,
            at.toString()));
    return store.byId(meeting.id()).orElseThrow();
  }

  /**
   * Tells of reviews whose hour is over and that were not held: each once.
   *
   * @return how many
   */
  @Transactional
  public int alarm() {
    Instant now = clock.instant();
    int slipped = 0;
    for (Meeting meeting : store.ahead()) {
      if (meeting.slipped(now) && meeting.slippedAt() == null && store.slipped(meeting, now)) {
        teams.byCode(meeting.team()).ifPresent(team -> told.slipped(team, meeting));
        slipped++;
      }
    }
    return slipped;
  }
}
