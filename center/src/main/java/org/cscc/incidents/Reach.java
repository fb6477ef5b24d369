package org.cscc.incidents;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which areas a decision lets a query see. Every query for incidents goes through here. */
@Component
class Reach {
  /**
   * The areas that are both wanted and within reach, as SQL takes them.
   *
   * @param wanted null for all
   * @return numbers with commas, empty for none; null when nothing limits the query
   */
  @Nullable String areas(Decision decision, @Nullable Collection<Integer> wanted) {
    decision.about(Capability.READ_INCIDENTS);
    return within(decision, wanted);
  }

  /** The areas within reach of who may say whether incidents count, as {@link #areas}. */
  @Nullable String of(Decision decision) {
    decision.about(Capability.CLASSIFY_INCIDENTS);
    return within(decision, null);
  }

  private static @Nullable String within(Decision decision, @Nullable Collection<Integer> wanted) {
    if (decision.everywhere()) {
      return wanted == null ? null : joined(wanted);
    }
    Set<Integer> own = new TreeSet<>(decision.areas());
    if (wanted != null) {
      own.retainAll(Set.copyOf(wanted));
    }
    return joined(own);
  }

  private static String joined(Collection<Integer> areas) {
    return areas.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
