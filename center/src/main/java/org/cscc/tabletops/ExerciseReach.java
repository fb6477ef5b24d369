package org.cscc.tabletops;

import java.util.HashMap;
import java.util.Map;
import org.cscc.access.Decision;

/**
 * Which exercises somebody may see, as a condition of SQL over {@code tabletops.exercise e}. Every
 * statement that reads them for a person carries it.
 */
final class ExerciseReach {
  static final String CONDITION = "(:everywhere or (:owns and :own = any (e.organizations)))";

  private ExerciseReach() {}

  static Map<String, Object> values(Decision decision) {
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", decision.everywhere());
    values.put("own", decision.organization());
    values.put("owns", decision.reachesOrganization(decision.organization()));
    return values;
  }
}
