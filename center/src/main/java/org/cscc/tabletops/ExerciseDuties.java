package org.cscc.tabletops;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.cscc.kernel.WallClock;
import org.springframework.stereotype.Component;

/** What exercises ask of the facilitators of their teams: to say that one was held, to report. */
@Component
class ExerciseDuties implements Duties {
  private static final String LIST = "/tabletops";

  private final ExerciseReads reads;
  private final ExerciseTimes times;
  private final Access access;
  private final Clock clock;

  ExerciseDuties(ExerciseReads reads, ExerciseTimes times, Access access, Clock clock) {
    this.reads = reads;
    this.times = times;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<Duty> now() {
    Decision planning = access.decide(Capability.PLAN_TABLETOPS).orElse(null);
    if (planning == null || planning.teams().isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    ExerciseReads.Waiting waiting =
        reads.waiting(planning.teams(), now, WallClock.afterDays(now, times.nearDays()));
    List<Duty> duties = new ArrayList<>();
    add(duties, "tabletop-late", waiting.late(), true);
    add(duties, "tabletop-report", waiting.near(), false);
    add(duties, "tabletop-say", waiting.toSay(), false);
    return duties;
  }

  private static void add(List<Duty> duties, String key, int count, boolean late) {
    if (count > 0) {
      duties.add(new Duty(key, List.of(count), LIST, late));
    }
  }
}
