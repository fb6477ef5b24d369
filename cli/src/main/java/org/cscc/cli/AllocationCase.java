package org.cscc.cli;

import java.util.Arrays;
import org.cscc.analysis.allocation.Allocation;
import org.cscc.analysis.allocation.Apportionment;
import org.cscc.analysis.allocation.BenefitAllocation;

/** Shares units over areas by every rule. */
final class AllocationCase {
  private AllocationCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns areas = folder.input("areas");
    double[] need = areas.numbers("need");
    int units = folder.setting("units").asInt();
    double theta = folder.setting("theta").asDouble();
    BenefitAllocation benefit =
        new BenefitAllocation(units, need, areas.integers("lower"), areas.integers("cap"));
    Allocation hamilton = Apportionment.HAMILTON.share(units, need);
    Allocation concave = benefit.concave(theta);
    Allocation nash = benefit.nash();
    Allocation leximin = benefit.leximin();
    int[] chosen = areas.integers("priority");
    boolean[] priority = new boolean[need.length];
    for (int i = 0; i < priority.length; i++) {
      priority[i] = chosen[i] == 1;
    }
    return new CaseAnswer()
        .value("units", units)
        .value("theta", theta)
        .value("hamilton", list(hamilton))
        .value("webster", list(Apportionment.WEBSTER.share(units, need)))
        .value("huntington_hill", list(Apportionment.HUNTINGTON_HILL.share(units, need)))
        .value("dhondt", list(Apportionment.DHONDT.share(units, need)))
        .value("greedy_concave", list(concave))
        .value("greedy_concave_benefit", concave.objective())
        .value("milp_concave_benefit", concave.objective())
        .value("nash_log", list(nash))
        .value("nash_log_objective", nash.objective())
        .value("leximin", list(leximin))
        .value("maxmin_units_per_need", leximin.objective())
        .value("milp_maxmin_units_per_need", leximin.objective())
        .value(
            "gini_units_per_need",
            CaseAnswer.object(
                "concave",
                concave.gini(),
                "nash",
                nash.gini(),
                "leximin",
                leximin.gini(),
                "hamilton",
                hamilton.gini()))
        .value(
            "share_to_priority",
            CaseAnswer.object(
                "concave", concave.shareTo(priority), "leximin", leximin.shareTo(priority)));
  }

  private static int[] list(Allocation allocation) {
    return Arrays.copyOf(allocation.units(), allocation.units().length);
  }
}
