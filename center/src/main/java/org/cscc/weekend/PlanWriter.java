package org.cscc.weekend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.Patterns;
import org.cscc.reviews.ComingAhead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts the plan of a weekend together for the whole city, as the center; what of it a reader is
 * shown is decided when it is read.
 */
@Component
class PlanWriter {
  private static final int DAYS = 3;

  private final GatheringStore gatherings;
  private final ComingAhead coming;
  private final Patterns patterns;
  private final OnCallList calls;
  private final Teams teams;
  private final Access access;

  PlanWriter(
      GatheringStore gatherings,
      ComingAhead coming,
      Patterns patterns,
      OnCallList calls,
      Teams teams,
      Access access) {
    this.gatherings = gatherings;
    this.coming = coming;
    this.patterns = patterns;
    this.calls = calls;
    this.teams = teams;
    this.access = access;
  }

  /**
   * The plan as it stands.
   *
   * @throws IllegalStateException within a transaction of a request
   */
  Plan.Content write(Weekend weekend, Instant now) {
    return Asking.asTheCenter(() -> read(weekend, now));
  }

  /** When nobody is the first to call on a weekend. */
  List<Plan.Gap> gaps(Weekend weekend) {
    return Asking.asTheCenter(() -> gaps(weekend, calls.between(weekend.from(), weekend.until())));
  }

  private Plan.Content read(Weekend weekend, Instant now) {
    LocalDate friday = weekend.friday();
    List<OnCallTurn> turns = calls.between(weekend.from(), weekend.until());
    return new Plan.Content(
        friday,
        now,
        gatherings.between(weekend.from(), weekend.until()),
        coming
            .between(access.forSystem(Capability.READ_MEETINGS), friday, friday.plusDays(DAYS - 1))
            .stream()
            .map(one -> new Plan.Expected(one.team(), one.on(), one.kind(), one.note()))
            .toList(),
        windows(friday, WallClock.dayOf(now)),
        turns.stream().map(PlanWriter::turn).toList(),
        gaps(weekend, turns));
  }

  private List<Plan.Window> windows(LocalDate friday, LocalDate today) {
    return patterns.openWindows(access.forSystem(Capability.READ_PATTERNS), today).stream()
        .filter(window -> !window.lastDay().isBefore(friday))
        .map(
            window ->
                new Plan.Window(
                    window.openedOn(),
                    window.lastDay(),
                    window.block(),
                    window.area(),
                    window.repeats().size()))
        .toList();
  }

  private static Plan.Turn turn(OnCallTurn turn) {
    return new Plan.Turn(
        turn.duty().name(),
        turn.area(),
        turn.backUp(),
        turn.organization(),
        turn.phone(),
        turn.from(),
        turn.until());
  }

  private List<Plan.Gap> gaps(Weekend weekend, List<OnCallTurn> turns) {
    List<Plan.Gap> gaps = new ArrayList<>();
    holes(weekend, turns, OnCallTurn.Duty.DUTY_OFFICER, null, gaps);
    Set<Integer> areas = new TreeSet<>();
    teams.all().forEach(team -> areas.addAll(team.areaNumbers()));
    for (Integer area : areas) {
      holes(weekend, turns, OnCallTurn.Duty.OUTREACH, area, gaps);
      holes(weekend, turns, OnCallTurn.Duty.VICTIM_SERVICES, area, gaps);
    }
    return List.copyOf(gaps);
  }

  private static void holes(
      Weekend weekend,
      List<OnCallTurn> turns,
      OnCallTurn.Duty duty,
      @Nullable Integer area,
      List<Plan.Gap> gaps) {
    Instant covered = weekend.from();
    for (OnCallTurn turn :
        turns.stream()
            .filter(one -> one.duty() == duty && !one.backUp())
            .filter(one -> Objects.equals(one.area(), area))
            .sorted(Comparator.comparing(OnCallTurn::from))
            .toList()) {
      if (turn.from().isAfter(covered)) {
        gaps.add(new Plan.Gap(duty.name(), area, covered, turn.from()));
      }
      covered = turn.until().isAfter(covered) ? turn.until() : covered;
    }
    if (covered.isBefore(weekend.until())) {
      gaps.add(new Plan.Gap(duty.name(), area, covered, weekend.until()));
    }
  }
}
