package org.cscc.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.actions.ActionItem;
import org.cscc.actions.ActionState;
import org.cscc.actions.Actions;
import org.cscc.actions.Evidence;
import org.cscc.actions.Move;
import org.cscc.actions.Origin;
import org.cscc.actions.Priority;
import org.cscc.actions.Proposal;
import org.cscc.actions.Rehearsal;
import org.cscc.actions.Verb;
import org.cscc.demo.StreetGrid.Face;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.MovableClock;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.cscc.reviews.MeetingRehearsal;
import org.cscc.reviews.MeetingRehearsal.Planned;
import org.cscc.reviews.MeetingRehearsal.Said;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The reviews that the demo's teams have held over the packets of the last weeks, each opened,
 * written down and closed by its facilitator at its hour, with what became of the promises.
 */
@Component
@Order(80)
class DemoMeetings implements DemoPart {
  private static final int WEEKS = 3;
  private static final int WEEKS_AHEAD = 6;
  private static final Duration AN_HOUR = Duration.ofMinutes(58);
  private static final double REACH_MILES = 0.4;

  private final MeetingRehearsal reviews;
  private final Rehearsal rehearsal;
  private final Actions actions;
  private final Teams teams;
  private final Areas areas;
  private final Accounts accounts;
  private final Acknowledgements acknowledgements;
  private final Access access;
  private final MovableClock clock;

  DemoMeetings(
      MeetingRehearsal reviews,
      Rehearsal rehearsal,
      Actions actions,
      Teams teams,
      Areas areas,
      Accounts accounts,
      Acknowledgements acknowledgements,
      Access access,
      MovableClock clock) {
    this.reviews = reviews;
    this.rehearsal = rehearsal;
    this.actions = actions;
    this.teams = teams;
    this.areas = areas;
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    this.access = access;
    this.clock = clock;
  }

  /** What a review may promise. */
  private record Ask(String title, Verb verb, Priority priority, String organization, String who) {}

  private static final List<Ask> ASKS =
      List.of(
          new Ask(
              "Repair the street light at the corner",
              Verb.LIGHT,
              Priority.P3,
              "CDOT",
              "transportation"),
          new Ask("Clean the vacant lot", Verb.CLEAN, Priority.P3, "DSS", "liaison"),
          new Ask(
              "Be at the bus stop when school ends",
              Verb.OUTREACH_PRESENCE,
              Priority.P2,
              "CDPH",
              "outreach"),
          new Ask(
              "Remove the abandoned car from the alley", Verb.CLEAN, Priority.P4, "DSS", "liaison"),
          new Ask(
              "Paint the crosswalk in front of the library",
              Verb.REPAIR,
              Priority.P4,
              "CDOT",
              "transportation"));

  private static final List<String> NOTES =
      List.of(
          "Residents say that the alley is dark after the store closes",
          "The park house stays open until eight on weekdays",
          "Cars without plates stand on the lot behind the laundromat",
          "The school asks for a crossing guard at the north corner");

  private static final List<Map<String, String>> COMING =
      List.of(
          Map.of("VIGIL", "at the corner, early evening"),
          Map.of("SCHOOL", "half day at the elementary school"),
          Map.of("PARK_EVENT", "basketball at the park house"));

  /**
   * Plans the reviews of a week before its packets are prepared, so that they follow them; the last
   * time also those of the weeks ahead.
   */
  @Override
  public void afterTheFeedOf(ZonedDateTime feed, ZonedDateTime now) {
    if (!feed.isBefore(now.minusWeeks(WEEKS))) {
      boolean last = feed.toLocalDate().equals(now.toLocalDate());
      reviews.plan(weekOf(feed), last ? WEEKS_AHEAD : 1);
    }
  }

  /** Holds the reviews over the packets of a feed's week, and lets its promises be kept or not. */
  @Override
  public void afterThePacketsOf(ZonedDateTime feed, ZonedDateTime now) {
    if (feed.isBefore(now.minusWeeks(WEEKS)) || feed.toLocalDate().equals(now.toLocalDate())) {
      return;
    }
    List<Team> all = teams.all();
    ReviewWeek week = weekOf(feed).previous();
    for (Planned planned : reviews.over(week, all)) {
      Team team =
          all.stream().filter(one -> one.code().equals(planned.team())).findFirst().orElseThrow();
      int turn = Math.floorMod(team.code().hashCode() + (int) week.firstDay().toEpochDay() / 7, 97);
      clock.set(planned.startsAt());
      String facilitator = facilitator(team);
      if (planned.ready()) {
        as(facilitator, () -> reviews.begin(planned));
      }
      if (planned.ready() || planned.running()) {
        clock.set(planned.startsAt().plus(AN_HOUR));
        as(facilitator, () -> reviews.hold(team, planned, said(team, planned, turn)));
      }
      follow(planned, turn, now.toInstant());
    }
  }

  private static ReviewWeek weekOf(ZonedDateTime feed) {
    return ReviewWeek.holding(feed.toLocalDate(), DayOfWeek.SUNDAY);
  }

  private String facilitator(Team team) {
    return DemoAccounts.WEST.contains(team.code()) ? "facilitator" : "coordinator";
  }

  private void as(String name, Runnable work) {
    SignedIn person = accounts.byName(name);
    if (!access.speakingFor(person, () -> access.decide(Capability.READ_MEETINGS).isPresent())) {
      acknowledgements.acknowledgedOnPaper(name);
    }
    access.speakingFor(
        accounts.byName(name),
        () -> {
          work.run();
          return name;
        });
  }

  private Said said(Team team, Planned planned, int turn) {
    int area = team.areaNumbers().getFirst();
    CommunityArea place = areas.byNumber(area).orElseThrow();
    List<Face> faces = StreetGrid.around(place.centerLon(), place.centerLat(), REACH_MILES);
    Map<Proposal, Move.Assign> promises = new LinkedHashMap<>();
    for (int i = 0; i < 2; i++) {
      Ask ask = ASKS.get((turn + i * 2) % ASKS.size());
      promises.put(
          new Proposal(
              ask.title(),
              ask.verb(),
              ask.verb().pillar(),
              ask.priority(),
              "T1",
              area,
              faces.get((turn * 5 + i * 3) % faces.size()).name(),
              team.code(),
              Origin.MEETING,
              planned.record(),
              null),
          new Move.Assign(ask.organization(), ask.who(), null, List.of()));
    }
    return new Said(
        3 + turn % 3,
        turn % 2 == 0,
        Map.of(turn % 2 == 0 ? "promises" : "blocks", NOTES.get(turn % NOTES.size())),
        COMING.get(turn % COMING.size()),
        promises);
  }

  /** Most owners say yes on the next day; a third of the promises is done and seen within days. */
  private void follow(Planned planned, int turn, Instant now) {
    Decision reading = access.forSystem(Capability.READ_ACTIONS);
    List<ActionItem> items = actions.from(reading, Origin.MEETING, planned.record());
    for (int i = 0; i < items.size(); i++) {
      int fate = (turn + i) % 4;
      ActionItem item = items.get(i);
      if (item.state() != ActionState.ASSIGNED || fate == 3) {
        continue;
      }
      at(WallClock.afterDays(planned.startsAt(), 1));
      item = owner(reading, item, new Move.Accept());
      if (fate == 2) {
        continue;
      }
      at(WallClock.afterDays(planned.startsAt(), 3));
      item =
          owner(reading, item, new Move.Claim(List.of(Evidence.workCode("WO-" + (7000 + turn)))));
      Instant look = WallClock.afterDays(planned.startsAt(), 5);
      if (fate == 0 && look.isBefore(now)) {
        at(look);
        rehearsal.move(
            reading,
            "representative",
            Role.REPRESENTATIVE,
            "MOCS",
            item,
            new Move.Verify(List.of(Evidence.note("Seen on the way to the park"))));
      }
    }
  }

  private void at(Instant moment) {
    clock.set(moment);
  }

  private ActionItem owner(Decision reading, ActionItem item, Move move) {
    String account = String.valueOf(item.ownerAccount());
    Role role = account.equals("outreach") ? Role.OUTREACH : Role.DEPARTMENT_LIAISON;
    return rehearsal.move(reading, account, role, String.valueOf(item.ownerOrg()), item, move);
  }
}
