package org.cscc.recommendations;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cscc.access.Decision;

/**
 * What of the reviews somebody may see: those of the own teams, or those that the own organization
 * took part in.
 *
 * @param decision about reading, starting, writing or reopening them
 */
record ReviewReach(Decision decision) {
  /** A condition of SQL over {@code recommendations.review r}. */
  static final String CONDITION =
      """
      (:everywhere or r.team = any (string_to_array(:teams, ','))
        or (:owns and :own = any (r.participants)))\
      """;

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", decision.everywhere());
    values.put(
        "teams",
        decision.teams().stream().filter(decision::reaches).collect(Collectors.joining(",")));
    values.put("own", decision.organization());
    values.put("owns", decision.reachesOrganization(decision.organization()));
    return values;
  }
}
