package org.cscc.services;

import java.time.Instant;
import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to services for other rooms. */
@Component
public class ServiceTasks {
  private final TaskReads reads;

  ServiceTasks(TaskReads reads) {
    this.reads = reads;
  }

  /**
   * What waits for whoever reads: for a first page.
   *
   * @param late owed and overdue
   * @param toAnswer with a department that has not said yes
   * @param toCheck said to be done, to be looked at now
   */
  public record Waiting(int late, int toAnswer, int toCheck) {}

  /**
   * A service that rose to a level.
   *
   * @param department who answers for it
   * @param level 2 for the director, 3 for the steering committee
   * @param open whether nobody has seen it done since
   */
  public record Raised(
      String code, @Nullable String department, int area, int level, Instant at, boolean open) {}

  /**
   * What rose to level 2 or 3 in a span of time, the highest first.
   *
   * @param decision about {@link Capability#READ_SERVICES}
   */
  public List<Raised> raised(Decision decision, Instant from, Instant until) {
    return reads.raised(decision, from, until);
  }

  /**
   * What waits, in numbers.
   *
   * @param decision about {@link Capability#READ_SERVICES}
   */
  public Waiting waiting(Decision decision) {
    TaskReads.Numbers numbers = reads.numbers(decision, Selection.of(Selection.View.ALL));
    return new Waiting(numbers.late(), numbers.answer(), numbers.check());
  }
}
