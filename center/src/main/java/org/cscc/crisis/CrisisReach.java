package org.cscc.crisis;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cscc.access.Decision;

/**
 * What of the activations somebody may see, as a condition of SQL over {@code crisis.activation a}.
 */
final class CrisisReach {
  static final String CONDITION =
      """
      (:everywhere or a.area = any(cast(string_to_array(:areas, ',') as int[]))
        or (:owns and :own = any (a.called)))\
      """;

  private CrisisReach() {}

  static Map<String, Object> values(Decision decision) {
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", decision.everywhere());
    values.put(
        "areas",
        decision.areas().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
    values.put("own", decision.organization());
    values.put("owns", decision.reachesOrganization(decision.organization()));
    return values;
  }
}
