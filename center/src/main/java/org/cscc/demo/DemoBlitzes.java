package org.cscc.demo;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.blitz.BlitzRehearsal;
import org.cscc.demo.StreetGrid.Face;
import org.cscc.directory.Teams;
import org.cscc.home.MovableClock;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.cscc.services.ServiceRehearsal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Three blitzes of the demo's west: one with its report, one that waits for a department, one that
 * somebody is walking.
 */
@Component
@Order(35)
class DemoBlitzes implements DemoPart {
  private static final double REACH_MILES = 0.5;
  private static final List<String> TYPES =
      List.of("GRAFFITI_REMOVAL", "FLY_DUMPING", "ALLEY_LIGHT_OUT", "POTHOLE");

  private final BlitzRehearsal blitzes;
  private final ServiceRehearsal services;
  private final Teams teams;
  private final Areas areas;
  private final Accounts accounts;
  private final Access access;
  private final MovableClock clock;

  DemoBlitzes(
      BlitzRehearsal blitzes,
      ServiceRehearsal services,
      Teams teams,
      Areas areas,
      Accounts accounts,
      Access access,
      MovableClock clock) {
    this.blitzes = blitzes;
    this.services = services;
    this.teams = teams;
    this.areas = areas;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** Plays five weeks. Done once. */
  @Override
  public void beforeTheLastFeed(ZonedDateTime now) {
    if (blitzes.played()) {
      return;
    }
    reported(now.minusDays(34));
    answering(now);
    walking(now);
    clock.set(now.toInstant());
  }

  /** Begun ten days after it was planned, and reported four days later. */
  private void reported(ZonedDateTime planned) {
    LocalDate first = planned.toLocalDate().plusDays(10);
    at(planned);
    String code = plan("north-lawndale", "RESIDENTS", first, List.of(1, 2));
    at(planned.plusDays(3));
    as(
        "representative",
        () -> {
          blitzes.found(code, 1, Map.of("GRAFFITI_REMOVAL", 4, "ALLEY_LIGHT_OUT", 2));
          blitzes.found(code, 2, Map.of("FLY_DUMPING", 3, "ALLEY_LIGHT_OUT", 1, "POTHOLE", 2));
          blitzes.walked(code, 3);
        });
    at(planned.plusDays(4));
    as("facilitator", () -> blitzes.makeTasks(code));
    at(planned.plusDays(5));
    as("liaison", () -> blitzes.accept(code, first, "WO-7101"));
    as("transportation", () -> blitzes.accept(code, first.plusDays(1), "WO-7102"));
    as("facilitator", () -> blitzes.plain(code, "SCHEDULE"));
    Map<String, String> tasks = blitzes.tasks(code);
    tasks.forEach((task, type) -> move(doer(type), task, "ACKNOWLEDGE", ""));
    at(planned.plusDays(12));
    tasks.forEach((task, type) -> move(doer(type), task, "COMPLETE", "WO-7103"));
    as(
        "liaison",
        () -> {
          blitzes.did(code, 1, Map.of("GRAFFITI_REMOVAL", 4));
          blitzes.did(code, 2, Map.of("FLY_DUMPING", 2));
        });
    as(
        "transportation",
        () -> {
          blitzes.did(code, 1, Map.of("ALLEY_LIGHT_OUT", 2));
          blitzes.did(code, 2, Map.of("ALLEY_LIGHT_OUT", 1, "POTHOLE", 2));
        });
    at(planned.plusDays(13));
    as("facilitator", () -> blitzes.plain(code, "EXECUTE"));
    as(
        "representative",
        () -> {
          blitzes.looked(code, 1, Map.of());
          blitzes.looked(code, 2, Map.of("FLY_DUMPING", 1));
          blitzes.plain(code, "REWALK");
        });
    tasks.forEach(
        (task, type) -> {
          if (!type.equals("FLY_DUMPING")) {
            move("facilitator", task, "VERIFY", "Seen on the second walk");
          }
        });
    at(planned.plusDays(14));
    as("facilitator", () -> blitzes.plain(code, "REPORT"));
    at(planned.plusDays(17));
    tasks.forEach(
        (task, type) -> {
          if (type.equals("FLY_DUMPING")) {
            move("liaison", task, "COMPLETE", "WO-7104");
            move("facilitator", task, "VERIFY", "The rest is gone");
          }
        });
  }

  /** One department has answered, the other has not. */
  private void answering(ZonedDateTime now) {
    LocalDate first = now.toLocalDate().plusDays(6);
    at(now.minusDays(8));
    String code = plan("west-garfield-park", "PRIORITY_BLOCK", first, List.of(0));
    at(now.minusDays(2));
    as(
        "facilitator",
        () -> {
          blitzes.found(code, 1, Map.of("GRAFFITI_REMOVAL", 5, "POTHOLE", 1));
          blitzes.walked(code, 2);
        });
    at(now.minusDays(1));
    as("liaison", () -> blitzes.accept(code, first, "WO-7201"));
  }

  /** The first of two blocks was walked. */
  private void walking(ZonedDateTime now) {
    at(now.minusDays(3));
    String code =
        plan("north-lawndale", "TEAM_REVIEW", now.toLocalDate().plusDays(9), List.of(4, 5));
    at(now.minusDays(1));
    as("representative", () -> blitzes.found(code, 1, Map.of("FLY_DUMPING", 2)));
  }

  /** Plans three days on some of the blocks around the middle of a team's first area. */
  private String plan(String team, String reason, LocalDate first, List<Integer> faces) {
    int area = teams.byCode(team).orElseThrow().areaNumbers().getFirst();
    CommunityArea place = areas.byNumber(area).orElseThrow();
    List<Face> around = StreetGrid.around(place.centerLon(), place.centerLat(), REACH_MILES);
    List<String> blocks = faces.stream().map(one -> around.get(one).name()).toList();
    return access.speakingFor(
        accounts.byName("facilitator"),
        () -> blitzes.plan(area, reason, first, first.plusDays(2), blocks, TYPES));
  }

  private static String doer(String type) {
    return type.equals("ALLEY_LIGHT_OUT") || type.equals("POTHOLE") ? "transportation" : "liaison";
  }

  @Override
  public void remove() {
    blitzes.removeAll();
  }

  private void move(String who, String task, String move, String words) {
    as(who, () -> services.move(task, move, words, ""));
  }

  private void at(ZonedDateTime moment) {
    clock.set(moment.toInstant());
  }

  private void as(String name, Runnable work) {
    access.speakingFor(
        accounts.byName(name),
        () -> {
          work.run();
          return name;
        });
  }
}
