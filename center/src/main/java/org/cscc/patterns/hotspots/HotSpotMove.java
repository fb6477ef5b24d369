package org.cscc.patterns.hotspots;

import static org.cscc.patterns.hotspots.HotSpotState.ACTIVE;
import static org.cscc.patterns.hotspots.HotSpotState.CANDIDATE;
import static org.cscc.patterns.hotspots.HotSpotState.CONFIRMED;
import static org.cscc.patterns.hotspots.HotSpotState.COOLING;
import static org.cscc.patterns.hotspots.HotSpotState.REJECTED;
import static org.cscc.patterns.hotspots.HotSpotState.RETIRED;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cscc.access.Role;

/**
 * The steps of a hot spot: from where, to where, by whom, for which reasons. What is not in this
 * table is forbidden. Steps without roles are the center's own. Reasons are chosen, not written:
 * what is known of a place says nothing of a person here.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set and list in it is made by Set.of and List.of
enum HotSpotMove {
  /** People who know the place see it, too. */
  CONFIRM(
      Set.of(CANDIDATE),
      CONFIRMED,
      Set.of(Role.FACILITATOR, Role.REPRESENTATIVE),
      List.of("RESIDENTS_SAY_SO", "TEAM_SAW_IT")),
  /** People who know the place say it is none. */
  REJECT(
      Set.of(CANDIDATE),
      REJECTED,
      Set.of(Role.FACILITATOR, Role.REPRESENTATIVE),
      List.of("ONE_EVENT", "PLACE_HAS_CHANGED", "RECORDED_ELSEWHERE", "ALREADY_SERVED")),
  /** Work is agreed: what, who leads, until when. */
  PLAN(Set.of(CONFIRMED), ACTIVE, Set.of(Role.FACILITATOR), List.of("PLAN_AGREED")),
  /** Why there is no plan yet (R-HOT-03). */
  EXPLAIN(
      Set.of(CONFIRMED),
      CONFIRMED,
      Set.of(Role.FACILITATOR),
      List.of(
          "WAITS_FOR_DEPARTMENT", "PART_OF_OTHER_PLAN", "RESIDENTS_ASK_TO_WAIT", "NEEDS_A_VISIT")),
  /** Closed by people. */
  RETIRE(Set.of(COOLING), RETIRED, Set.of(Role.FACILITATOR), List.of("PLAN_DONE", "QUIET")),
  /** The records no longer bear out a candidate: told, not hidden. */
  RETRACT(Set.of(CANDIDATE), RETIRED, Set.of(), List.of("RECORDS_CHANGED")),
  /** The records no longer bear it out. */
  COOL(Set.of(CONFIRMED, ACTIVE), COOLING, Set.of(), List.of("NO_LONGER_FOUND")),
  /** Found again while cooling, and there is a plan. */
  RETURN(Set.of(COOLING), ACTIVE, Set.of(), List.of("FOUND_AGAIN")),
  /** Found again while cooling, and there was no plan yet. */
  REOPEN(Set.of(COOLING), CONFIRMED, Set.of(), List.of("FOUND_AGAIN")),
  /** Has cooled for long enough. */
  REST(Set.of(COOLING), RETIRED, Set.of(), List.of("QUIET"));

  private final Set<HotSpotState> from;
  private final HotSpotState to;
  private final Set<Role> roles;
  private final List<String> reasons;

  HotSpotMove(Set<HotSpotState> from, HotSpotState to, Set<Role> roles, List<String> reasons) {
    this.from = from;
    this.to = to;
    this.roles = roles;
    this.reasons = reasons;
  }

  boolean from(HotSpotState state) {
    return from.contains(state);
  }

  HotSpotState to() {
    return to;
  }

  boolean by(Role role) {
    return roles.contains(role);
  }

  /** The reasons that may be given. */
  public List<String> reasons() {
    return reasons;
  }

  /** Key of the verb. */
  public String key() {
    return "patterns.hotspots.move." + name().toLowerCase(Locale.ROOT);
  }

  /** What may be done with a hot spot by somebody. */
  static List<HotSpotMove> open(HotSpotState state, Role role) {
    return java.util.Arrays.stream(values())
        .filter(move -> move.from(state) && move.by(role))
        .toList();
  }
}
