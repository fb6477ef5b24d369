package org.cscc.blitz;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.cscc.directory.Teams;
import org.cscc.kernel.WallClock;
import org.springframework.stereotype.Component;

/** What blitzes ask of a person: to answer for a department, to walk, or to go on. */
@Component
class BlitzDuties implements Duties {
  private static final String LIST = "/blitz";

  private final BlitzReads reads;
  private final Teams teams;
  private final Access access;
  private final Clock clock;

  BlitzDuties(BlitzReads reads, Teams teams, Access access, Clock clock) {
    this.reads = reads;
    this.teams = teams;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<Duty> now() {
    Decision reading = access.decide(Capability.READ_BLITZES).orElse(null);
    boolean walks = access.decide(Capability.WALK_BLITZES).isPresent();
    boolean works = access.decide(Capability.WORK_BLITZES).isPresent();
    if (reading == null || (!walks && !works)) {
      return List.of();
    }
    BlitzReads.Numbers numbers =
        reads.numbers(reading, own(reading), WallClock.dayOf(clock.instant()));
    List<Duty> duties = new ArrayList<>();
    if (works && !reading.everywhere()) {
      add(duties, "blitz-answer", numbers.mine(), false);
      add(duties, "blitz-tell", numbers.toTell(), false);
    }
    if (walks) {
      add(duties, "blitz-walk", numbers.toWalk(), false);
      add(duties, "blitz-look", numbers.toLook(), false);
    }
    if (access.decide(Capability.PLAN_BLITZES).isPresent()) {
      add(duties, "blitz-next", numbers.next(), false);
      add(duties, "blitz-late", numbers.late(), true);
    }
    return duties;
  }

  /** Areas of the reader's teams; who has none sees all that is within reach. */
  private Set<Integer> own(Decision decision) {
    return decision.teams().isEmpty()
        ? Set.of()
        : teams.all().stream()
            .filter(team -> decision.teams().contains(team.code()))
            .flatMap(team -> team.areaNumbers().stream())
            .collect(Collectors.toSet());
  }

  private static void add(List<Duty> duties, String key, int count, boolean late) {
    if (count > 0) {
      duties.add(new Duty(key, List.of(count), LIST, late));
    }
  }
}
