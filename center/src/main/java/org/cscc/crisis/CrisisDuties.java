package org.cscc.crisis;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.springframework.stereotype.Component;

/** What activations ask of a person: to answer for the own organization, or to lead. */
@Component
class CrisisDuties implements Duties {
  private final CrisisReads reads;
  private final Access access;
  private final Clock clock;

  CrisisDuties(CrisisReads reads, Access access, Clock clock) {
    this.reads = reads;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<Duty> now() {
    Decision reading = access.decide(Capability.READ_CRISES).orElse(null);
    if (reading == null || access.decide(Capability.WORK_CRISES).isEmpty()) {
      return List.of();
    }
    CrisisReads.Numbers numbers = reads.numbers(reading, clock.instant());
    List<Duty> duties = new ArrayList<>();
    if (numbers.mine() > 0) {
      duties.add(new Duty("crisis-answer", List.of(numbers.mine()), "/crisis", true));
    }
    if (access.decide(Capability.OPEN_CRISES).isPresent()) {
      if (numbers.late() > 0) {
        duties.add(new Duty("crisis-late", List.of(numbers.late()), "/crisis", true));
      }
      if (numbers.unsettled() > 0) {
        duties.add(new Duty("crisis-doubt", List.of(numbers.unsettled()), "/crisis", true));
      }
    }
    return duties;
  }
}
