package org.cscc.blitz;

import java.util.HashMap;
import java.util.Map;
import org.cscc.access.Decision;

/**
 * Which blitzes somebody may see, as a condition of SQL over {@code blitz.blitz b}. Every statement
 * that reads them for a person carries it.
 */
final class BlitzReach {
  static final String CONDITION = "(:everywhere or (:owns and :own = any (b.departments)))";

  private BlitzReach() {}

  static Map<String, Object> values(Decision decision) {
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", decision.everywhere());
    values.put("own", decision.organization());
    values.put("owns", decision.reachesOrganization(decision.organization()));
    return values;
  }
}
