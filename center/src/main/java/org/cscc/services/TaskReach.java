package org.cscc.services;

import java.util.HashMap;
import java.util.Map;
import org.cscc.access.Decision;

/**
 * What of the services somebody may see, as a condition of SQL over {@code services.task t}. Every
 * statement that reads them for a person carries it.
 */
final class TaskReach {
  static final String CONDITION =
      """
      (:everywhere or t.requested_by = :me
        or (:owns and (t.department = :own or t.blocked_on = :own or t.requested_org = :own
                       or :own = any (t.passed)
                       or :own = any (t.waited_by))))\
      """;

  private TaskReach() {}

  static Map<String, Object> values(Decision decision) {
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", decision.everywhere());
    values.put("me", decision.account());
    values.put("own", decision.organization());
    values.put("owns", decision.reachesOrganization(decision.organization()));
    return values;
  }
}
