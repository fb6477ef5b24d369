package org.cscc.actions;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.access.Decision;
import org.cscc.access.Role;

/**
 * What of the items somebody may see, as a condition of SQL over {@code actions.item i}. Every
 * statement that reads items for a person carries it.
 */
final class Reach {
  private final String condition;
  private final Map<String, Object> values = new HashMap<>();

  private Reach(String condition) {
    this.condition = condition;
  }

  static Reach of(Decision decision, Role role) {
    Reach reach =
        new Reach(
            """
            ((:everywhere
              or i.area = any (string_to_array(:areas, ',')::int[])
              or i.team = any (string_to_array(:teams, ','))
              or (:owns and (i.owner_org = :own or i.blocked_on = :own or i.helpers @> array[:own]::text[])))
             and (i.tier = 'T1' or not :partner)
             and (not :escalated
               or exists (select from actions.escalation e where e.item = i.id and e.level >= 2)))\
            """);
    reach.values.put("everywhere", decision.everywhere());
    reach.values.put("areas", joined(decision.areas().stream().map(Object::toString)));
    reach.values.put("teams", joined(decision.teams().stream().filter(decision::reaches)));
    reach.values.put("own", decision.organization());
    reach.values.put("owns", decision.reachesOrganization(decision.organization()));
    // T2 stays inside the City; the steering committee sees what was raised to it.
    reach.values.put("partner", role == Role.OUTREACH || role == Role.ADVOCATE);
    reach.values.put("escalated", role == Role.STEERING);
    return reach;
  }

  /** Arrays travel as text: a list of values would be spread into the statement. */
  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(","));
  }

  String condition() {
    return condition;
  }

  Map<String, Object> values() {
    return values;
  }
}
