package org.cscc.demo;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.actions.ActionItem;
import org.cscc.actions.Actions;
import org.cscc.actions.DeclineCode;
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
import org.cscc.notices.Notices;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the demo's teams promised each other in the last two weeks, and what became of it. */
@Component
@Order(50)
class DemoActions implements DemoPart {
  private static final int DAYS = 12;
  private static final double REACH_MILES = 0.5;
  private static final String STREETS = "DSS";
  private static final String TRANSPORTATION = "CDOT";

  private final Actions actions;
  private final Rehearsal rehearsal;
  private final Notices notices;
  private final Teams teams;
  private final Areas areas;
  private final Access access;
  private final MovableClock clock;

  DemoActions(
      Actions actions,
      Rehearsal rehearsal,
      Notices notices,
      Teams teams,
      Areas areas,
      Access access,
      MovableClock clock) {
    this.actions = actions;
    this.rehearsal = rehearsal;
    this.notices = notices;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /** What a team asks for. */
  private record Ask(String title, Verb verb, Priority priority, String organization, String who) {}

  private static final List<Ask> ASKS =
      List.of(
          new Ask(
              "Replace the dark lamps in the alley",
              Verb.LIGHT,
              Priority.P3,
              TRANSPORTATION,
              "transportation"),
          new Ask(
              "Clear the dumped tires from the lot", Verb.CLEAN, Priority.P3, STREETS, "liaison"),
          new Ask(
              "Trim the trees in front of the street lights",
              Verb.REPAIR,
              Priority.P4,
              STREETS,
              "liaison"),
          new Ask(
              "Have a table with activities at the park on Friday",
              Verb.SAFE_SPACE,
              Priority.P2,
              "CDPH",
              "outreach"));

  /** Plays twelve days, so that every state is there on the demo's own day. Done once. */
  @Override
  public void beforeTheLastFeed(ZonedDateTime now) {
    if (rehearsal.played()) {
      return;
    }
    for (String account : List.of("liaison", "transportation", "representative", "director")) {
      notices.wishForDemo(account, account + "@demo.invalid", "en");
    }
    clock.set(now.minusDays(DAYS).toInstant());
    List<ActionItem> items = promises();
    clock.set(now.minusDays(DAYS - 1L).toInstant());
    for (int i = 0; i < items.size(); i++) {
      if (i % 9 == 5) {
        items.set(
            i,
            as(
                items.get(i),
                new Move.Decline(
                    DeclineCode.NOT_CITY_OWNED,
                    "It is a utility pole; the utility has to be asked")));
      } else if (i % 9 != 6) {
        items.set(i, as(items.get(i), new Move.Accept()));
      }
    }
    clock.set(now.minusDays(3).toInstant());
    for (int i = 0; i < items.size(); i++) {
      switch (i % 9) {
        case 0, 1, 2 ->
            items.set(
                i,
                as(items.get(i), new Move.Claim(List.of(Evidence.workCode("WO-" + (4100 + i))))));
        case 3 -> items.set(i, as(items.get(i), new Move.Start()));
        case 4 -> items.set(i, blocked(items.get(i)));
        default -> {
          // still accepted, declined or unanswered
        }
      }
    }
    clock.set(now.minusDays(1).toInstant());
    for (int i = 0; i < items.size(); i++) {
      if (i % 9 == 0) {
        byTheRepresentative(
            items.get(i), new Move.Verify(List.of(Evidence.note("Seen in the evening"))));
      } else if (i % 9 == 1) {
        byTheRepresentative(
            items.get(i), new Move.Reopen("Two of the lamps are still dark at night", List.of()));
      }
    }
  }

  @Override
  public void remove() {
    rehearsal.removeAll();
    notices.removeAll();
  }

  private List<ActionItem> promises() {
    Decision proposing = access.forSystem(Capability.PROPOSE_ACTIONS);
    List<ActionItem> items = new ArrayList<>();
    int number = 0;
    for (Team team : teams.all()) {
      int area = team.areaNumbers().getFirst();
      CommunityArea place = areas.byNumber(area).orElseThrow();
      List<Face> faces = StreetGrid.around(place.centerLon(), place.centerLat(), REACH_MILES);
      for (int one = 0; one < 3; one++) {
        Ask ask = ASKS.get(number % ASKS.size());
        Face face = faces.get(number * 7 % faces.size());
        Proposal wish =
            new Proposal(
                ask.title(),
                ask.verb(),
                ask.verb().pillar(),
                ask.priority(),
                "T1",
                area,
                face.name(),
                team.code(),
                Origin.TEAM,
                null,
                null);
        items.add(
            number % 12 == 11
                ? actions.propose(proposing, null, wish)
                : actions.promise(
                    proposing,
                    null,
                    wish,
                    new Move.Assign(ask.organization(), ask.who(), null, List.of())));
        number++;
      }
    }
    // What nobody owes yet is left as it is.
    return new ArrayList<>(items.stream().filter(item -> item.ownerOrg() != null).toList());
  }

  private ActionItem blocked(ActionItem item) {
    String other = STREETS.equals(item.ownerOrg()) ? TRANSPORTATION : STREETS;
    return as(item, new Move.Block("The other department has to clear the curb first", other));
  }

  private ActionItem as(ActionItem item, Move move) {
    String account = String.valueOf(item.ownerAccount());
    Role role = account.equals("outreach") ? Role.OUTREACH : Role.DEPARTMENT_LIAISON;
    return rehearsal.move(
        access.forSystem(Capability.READ_ACTIONS),
        account,
        role,
        String.valueOf(item.ownerOrg()),
        item,
        move);
  }

  private void byTheRepresentative(ActionItem item, Move move) {
    rehearsal.move(
        access.forSystem(Capability.READ_ACTIONS),
        "representative",
        Role.REPRESENTATIVE,
        "MOCS",
        item,
        move);
  }
}
