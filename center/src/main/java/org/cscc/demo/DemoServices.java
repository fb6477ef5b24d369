package org.cscc.demo;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.demo.StreetGrid.Face;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.MovableClock;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.patterns.PriorityBlocks.ListedPlace;
import org.cscc.places.Areas;
import org.cscc.places.Blocks;
import org.cscc.places.CommunityArea;
import org.cscc.services.ServiceRehearsal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The blocks that the demo serves first, what was asked for on them, and what became of it. */
@Component
@Order(30)
class DemoServices implements DemoPart {
  private static final LocalDate QUARTER = LocalDate.of(2026, 10, 1);
  private static final int DAYS = 26;
  private static final int DAYS_OF_A_WISH = 9;
  private static final double REACH_MILES = 0.5;

  /** A type of each of the two departments that have an account in the demo. */
  private static final List<String> STREETS =
      List.of("CLEAN_VACANT_LOT", "GRAFFITI_REMOVAL", "FLY_DUMPING", "TREE_TRIM", "RODENT_BAITING");

  private static final List<String> TRANSPORTATION =
      List.of("ALLEY_LIGHT_OUT", "STREET_LIGHT_OUT", "LIGHT_POLE_DAMAGE", "STOP_SIGN_REPAIR");

  private final ServiceRehearsal services;
  private final PriorityBlocks priority;
  private final Teams teams;
  private final Areas areas;
  private final Accounts accounts;
  private final Access access;
  private final MovableClock clock;

  DemoServices(
      ServiceRehearsal services,
      PriorityBlocks priority,
      Teams teams,
      Areas areas,
      Accounts accounts,
      Access access,
      MovableClock clock) {
    this.services = services;
    this.priority = priority;
    this.teams = teams;
    this.areas = areas;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  private record Asked(String code, boolean streets, int number) {
    String liaison() {
      return streets ? "liaison" : "transportation";
    }
  }

  /** Plays four weeks, so that every state is there on the demo's own day. Done once. */
  @Override
  public void beforeTheLastFeed(ZonedDateTime now) {
    if (services.played()) {
      return;
    }
    clock.set(now.minusDays(DAYS).toInstant());
    List<List<Face>> grounds = new ArrayList<>();
    List<ListedPlace> listed = new ArrayList<>();
    for (Team team : teams.all()) {
      int area = team.areaNumbers().getFirst();
      CommunityArea place = areas.byNumber(area).orElseThrow();
      List<Face> faces = StreetGrid.around(place.centerLon(), place.centerLat(), REACH_MILES);
      grounds.add(faces);
      listed.add(listed(faces.getFirst(), area));
      listed.add(listed(faces.get(3), area));
    }
    priority.listForDemo(listed, QUARTER);
    List<Asked> asked = wishes(grounds, now.minusDays(DAYS));
    follow(asked, now);
  }

  private static ListedPlace listed(Face face, int area) {
    return new ListedPlace(Blocks.normalise(face.name()).canonical(), area);
  }

  private List<Asked> wishes(List<List<Face>> grounds, ZonedDateTime first) {
    List<Asked> asked = new ArrayList<>();
    int number = 0;
    List<Team> all = teams.all();
    for (int i = 0; i < all.size(); i++) {
      int area = all.get(i).areaNumbers().getFirst();
      List<Face> faces = grounds.get(i);
      for (int one = 0; one < 3; one++) {
        boolean streets = number % 2 == 0;
        List<String> types = streets ? STREETS : TRANSPORTATION;
        String type = types.get(number / 2 % types.size());
        // The first two of three on a priority block, the last on another.
        String block = faces.get(one == 0 ? 0 : one == 1 ? 3 : 7 + number % 5).name();
        clock.set(first.plusDays(number % DAYS_OF_A_WISH).plusMinutes(number).toInstant());
        asked.add(
            new Asked(
                as("representative", () -> services.ask(type, area, block, "")), streets, number));
        number++;
      }
    }
    return asked;
  }

  private void follow(List<Asked> asked, ZonedDateTime now) {
    for (Asked one : asked) {
      ZonedDateTime wish = now.minusDays(DAYS - one.number() % DAYS_OF_A_WISH);
      int fate = one.number() % 8;
      if (fate == 7) {
        continue; // nobody has answered
      }
      at(wish.plusDays(1));
      move(one, "ACKNOWLEDGE", "", "");
      at(wish.plusDays(2 + fate));
      switch (fate) {
        case 0, 1, 2, 3 -> {
          move(one, "COMPLETE", "WO-" + (8000 + one.number()), "");
          look(one, wish.plusDays(6 + fate), fate);
        }
        case 4 -> move(one, "START", "", "");
        case 5 ->
            move(one, "BLOCK", "The curb has to be cleared first", one.streets() ? "CDOT" : "DSS");
        default -> {
          // accepted, and late by now
        }
      }
    }
  }

  private void look(Asked one, ZonedDateTime at, int fate) {
    at(at);
    if (fate == 1) {
      as("facilitator", () -> moved(one.code(), "FAIL", "Half of it is still there", ""));
      at(at.plusDays(3));
      move(one, "COMPLETE", "WO-" + (8500 + one.number()), "");
    } else if (fate != 3) {
      as("facilitator", () -> moved(one.code(), "VERIFY", "Seen in the evening", ""));
    }
  }

  @Override
  public void remove() {
    services.removeAll();
  }

  private void move(Asked one, String move, String words, String other) {
    as(one.liaison(), () -> moved(one.code(), move, words, other));
  }

  private String moved(String code, String move, String words, String other) {
    services.move(code, move, words, other);
    return code;
  }

  private void at(ZonedDateTime moment) {
    clock.set(moment.toInstant());
  }

  private String as(String name, Supplier<String> work) {
    return access.speakingFor(accounts.byName(name), work);
  }
}
