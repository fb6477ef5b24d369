package org.cscc.recommendations;

import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.springframework.stereotype.Component;

/** What recommendations ask of a person, for the first page. */
@Component
class WaitingRecommendations implements Duties {
  private final RecommendationReads reads;
  private final RecommendationDesk desk;
  private final Access access;

  WaitingRecommendations(RecommendationReads reads, RecommendationDesk desk, Access access) {
    this.reads = reads;
    this.desk = desk;
    this.access = access;
  }

  @Override
  public List<Duty> now() {
    return access.decide(Capability.READ_RECOMMENDATIONS).map(this::of).orElse(List.of());
  }

  private List<Duty> of(Decision decision) {
    Mover mover = desk.mover(decision);
    RecommendationReads.Numbers numbers = reads.numbers(decision, Wanted.all());
    List<Duty> duties = new ArrayList<>();
    switch (mover.role()) {
      case DEPARTMENT_LIAISON, OUTREACH ->
          add(duties, "answer", numbers.waiting(), numbers.late() > 0, "ISSUED");
      case DIRECTOR -> add(duties, "issue", numbers.proposed(), false, "PROPOSED");
      case ANALYST -> add(duties, "evaluate", numbers.toEvaluate(), false, "IMPLEMENTED");
      case STEERING -> add(duties, "steering", numbers.late(), true, "ISSUED");
      default -> {
        // A chair comes back to the own drafts when there is time.
      }
    }
    return duties;
  }

  private static void add(List<Duty> duties, String what, int count, boolean late, String state) {
    if (count > 0) {
      duties.add(
          new Duty(
              "recommendations-" + what, List.of(count), "/recommendations?state=" + state, late));
    }
  }
}
