package org.cscc.demo;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.home.MovableClock;
import org.cscc.patterns.HotSpotDoor;
import org.cscc.patterns.HotSpotDoor.Agreed;
import org.cscc.patterns.HotSpotLine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the demo's western teams have said of their hot spots three weeks ago. */
@Component
@Order(70)
class DemoHotSpots implements DemoPart {
  private static final int WEEKS = 3;
  private static final Duration TO_THE_MEETING = Duration.ofHours(30);
  private static final Set<Integer> WEST = Set.of(26, 27, 29);

  private final HotSpotDoor door;
  private final Access access;
  private final MovableClock clock;

  DemoHotSpots(HotSpotDoor door, Access access, MovableClock clock) {
    this.door = door;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Three weeks before now the map is made, and the teams judge what it shows: one place gets a
   * plan, one is confirmed and then forgotten, one is none. The map is made again with the newest
   * feed, before the packets that show it.
   */
  @Override
  public void afterTheFeedOf(ZonedDateTime feed, ZonedDateTime now) {
    if (feed.toLocalDate().equals(now.toLocalDate())) {
      door.recompute();
      return;
    }
    if (!feed.toLocalDate().equals(now.toLocalDate().minusWeeks(WEEKS))) {
      return;
    }
    clock.set(feed.plus(TO_THE_MEETING).toInstant());
    door.recompute();
    List<HotSpotLine> found =
        door.open(access.forSystem(Capability.READ_PATTERNS), WEST).stream()
            .filter(line -> line.state().equals("CANDIDATE"))
            .toList();
    if (found.size() > 0) {
      int first = found.get(0).number();
      take(first, "CONFIRM", "TEAM_SAW_IT", null);
      take(
          first,
          "PLAN",
          "PLAN_AGREED",
          new Agreed("LIGHT", "CDOT", now.toLocalDate().plusWeeks(WEEKS)));
    }
    if (found.size() > 1) {
      take(found.get(1).number(), "CONFIRM", "RESIDENTS_SAY_SO", null);
    }
    if (found.size() > 2) {
      take(found.get(2).number(), "REJECT", "ONE_EVENT", null);
    }
  }

  private void take(int number, String step, String reason, @Nullable Agreed plan) {
    door.take(
        access.forSystem(Capability.JUDGE_HOT_SPOTS), Role.FACILITATOR, number, step, reason, plan);
  }
}
