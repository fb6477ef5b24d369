package org.cscc.requests;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.cscc.kernel.WallClock;
import org.springframework.stereotype.Component;

/** What the City's 311 asks of a person: to look whether what it calls done is fixed. */
@Component
class RequestDuties implements Duties {
  private static final String PAGE = "/requests/looks";

  private final RequestReads reads;
  private final LookDays days;
  private final Access access;
  private final Clock clock;

  RequestDuties(RequestReads reads, LookDays days, Access access, Clock clock) {
    this.reads = reads;
    this.days = days;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<Duty> now() {
    Decision looking = access.decide(Capability.LOOK_AT_REQUESTS).orElse(null);
    if (looking == null) {
      return List.of();
    }
    RequestReads.Due due =
        reads.due(looking, looking.organization(), WallClock.dayOf(clock.instant()), days.grace());
    List<Duty> duties = new ArrayList<>();
    if (due.due() > due.late()) {
      duties.add(new Duty("requests-look", List.of(due.due() - due.late()), PAGE, false));
    }
    if (due.late() > 0) {
      duties.add(new Duty("requests-late", List.of(due.late()), PAGE, true));
    }
    return duties;
  }
}
