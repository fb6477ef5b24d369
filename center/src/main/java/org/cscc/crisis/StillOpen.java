package org.cscc.crisis;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  @Override
  public Set<String> readable(Collection<String> codes) {
    return access
        .decide(Capability.READ_CRISES)
        .map(reading -> reads.byCodes(reading, codes))
        .orElse(List.of())
        .stream()
        .map(Activation::code)
        .collect(Collectors.toSet());
  }
}
