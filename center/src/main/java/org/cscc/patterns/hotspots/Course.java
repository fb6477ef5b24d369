package org.cscc.patterns.hotspots;

import java.util.List;
import java.util.function.Supplier;
import org.cscc.analysis.Progress;

/** How far one computation has come: which of its parts, and how much of that part. */
final class Course {
  /** The parts in the order in which they are done; their names are message keys. */
  static final List<String> PARTS =
      List.of("map", "blocks", "density", "alerts", "nearRepeats", "trends", "themes", "mark");

  private volatile At at = new At("", 0, new Progress());

  private record At(String part, int done, Progress steps) {}

  /**
   * Where it is.
   *
   * @param part the part that is being done; empty before the first
   * @param partsDone parts that are through
   * @param parts all parts
   * @param stepsDone steps of the part that are through
   * @param steps steps of the part; 0 where it has none that could be counted
   */
  record Now(String part, int partsDone, int parts, long stepsDone, long steps) {}

  /** Does a part. */
  <T> T part(String name, Supplier<T> work) {
    Progress steps = new Progress();
    at = new At(name, PARTS.indexOf(name), steps);
    return steps.watch(work);
  }

  Now now() {
    At current = at;
    Progress.Now steps = current.steps().now();
    return new Now(current.part(), current.done(), PARTS.size(), steps.done(), steps.total());
  }
}
