package org.cscc.crisis;

import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.weekend.OpenActivations;
import org.springframework.stereotype.Component;

/** Tells Monday's flash what is still open. */
@Component
class StillOpen implements OpenActivations {
  private static final int MOST = 500;

  private final CrisisReads reads;
  private final Access access;

  StillOpen(CrisisReads reads, Access access) {
    this.reads = reads;
    this.access = access;
  }

  @Override
  public List<Line> open() {
    return reads.open(access.forSystem(Capability.READ_CRISES), MOST).reversed().stream()
        .map(
            one ->
                new Line(
                    one.code(),
                    one.area(),
                    one.openedAt(),
                    one.state().key(),
                    "/crisis/" + one.code()))
        .toList();
  }
}
