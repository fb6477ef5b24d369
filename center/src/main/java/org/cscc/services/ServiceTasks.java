package org.cscc.services;

import org.cscc.access.Capability;
import org.cscc.access.Decision;
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
   * What waits, in numbers.
   *
   * @param decision about {@link Capability#READ_SERVICES}
   */
  public Waiting waiting(Decision decision) {
    TaskReads.Numbers numbers = reads.numbers(decision, Selection.of(Selection.View.ALL));
    return new Waiting(numbers.late(), numbers.answer(), numbers.check());
  }
}
