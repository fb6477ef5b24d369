package org.cscc.patterns.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.patterns.hotspots.HotSpotState.ACTIVE;
import static org.cscc.patterns.hotspots.HotSpotState.CANDIDATE;
import static org.cscc.patterns.hotspots.HotSpotState.CONFIRMED;
import static org.cscc.patterns.hotspots.HotSpotState.COOLING;
import static org.cscc.patterns.hotspots.HotSpotState.REJECTED;
import static org.cscc.patterns.hotspots.HotSpotState.RETIRED;

import java.util.Set;
import java.util.TreeSet;
import org.cscc.access.Role;
import org.junit.jupiter.api.Test;

/** The life cycle of F3 as a table: what is not in it is forbidden. */
class HotSpotMoveTests {
  @Test
  void peopleMayTakeTheseStepsAndNoOthers() {
    Set<String> allowed = new TreeSet<>();
    for (HotSpotState state : HotSpotState.values()) {
      for (Role role : Role.values()) {
        for (HotSpotMove move : HotSpotMove.open(state, role)) {
          allowed.add(state + " " + move + " " + move.to() + " " + role);
        }
      }
    }
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            "CANDIDATE CONFIRM CONFIRMED FACILITATOR",
            "CANDIDATE CONFIRM CONFIRMED REPRESENTATIVE",
            "CANDIDATE REJECT REJECTED FACILITATOR",
            "CANDIDATE REJECT REJECTED REPRESENTATIVE",
            "CONFIRMED PLAN ACTIVE FACILITATOR",
            "CONFIRMED EXPLAIN CONFIRMED FACILITATOR",
            "COOLING RETIRE RETIRED FACILITATOR");
  }

  @Test
  void whoComputesAndWhoPolicesJudgesNoPlace() {
    for (HotSpotMove move : HotSpotMove.values()) {
      assertThat(move.by(Role.ANALYST)).isFalse();
      assertThat(move.by(Role.POLICE_LIAISON)).isFalse();
      assertThat(move.by(Role.ADMINISTRATOR)).isFalse();
    }
  }

  @Test
  void theCentersOwnStepsNeverJudgeAndNeverPlan() {
    for (HotSpotMove move : HotSpotMove.values()) {
      boolean people = Set.of(Role.values()).stream().anyMatch(move::by);
      if (!people) {
        assertThat(move.from(REJECTED) || move.from(RETIRED)).isFalse();
        assertThat(move == HotSpotMove.CONFIRM || move == HotSpotMove.PLAN).isFalse();
      }
    }
    assertThat(HotSpotMove.RETRACT.from(CANDIDATE)).isTrue();
    assertThat(HotSpotMove.RETRACT.from(CONFIRMED)).isFalse();
    assertThat(HotSpotMove.COOL.from(ACTIVE)).isTrue();
    assertThat(HotSpotMove.REST.from(COOLING)).isTrue();
  }

  @Test
  void whatIsClosedStaysClosed() {
    for (HotSpotMove move : HotSpotMove.values()) {
      assertThat(move.from(RETIRED)).as(move + " from RETIRED").isFalse();
      assertThat(move.from(REJECTED)).as(move + " from REJECTED").isFalse();
    }
  }
}
