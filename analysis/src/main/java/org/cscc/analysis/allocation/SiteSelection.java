package org.cscc.analysis.allocation;

import com.google.ortools.sat.BoolVar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Which sites (lots, lights, cameras) to treat within a budget: {@code max sum b_i x_i} with {@code
 * sum c_i x_i <= budget}, at least a share of the spending in priority areas, at most so many sites
 * in an area and at least so many in each priority area (all of them where it has fewer). A 0/1
 * programme, solved exactly; the answer always carries a bound.
 *
 * @param cost cost of each site, in one unit of money, above 0
 * @param benefit benefit of each site, in one unit
 * @param area number of the area of each site, from 0
 * @param priority whether each area is a priority area
 */
@SuppressWarnings("ArrayRecordComponent")
public record SiteSelection(double[] cost, double[] benefit, int[] area, boolean[] priority) {

  /**
   * The rules of a choice.
   *
   * @param budget most that may be spent
   * @param prioritySpendShare least share of what is spent that goes to priority areas, 0 to 1
   * @param mostPerArea most sites in one area
   * @param leastPerPriorityArea fewest sites in each priority area, as far as it has that many
   */
  public record Rules(
      double budget, double prioritySpendShare, int mostPerArea, int leastPerPriorityArea) {
    /** Refuses a budget below zero and shares outside 0 to 1. */
    public Rules {
      Require.nonNegative("budget", new double[] {budget});
      if (!(prioritySpendShare >= 0 && prioritySpendShare <= 1)) {
        throw new InvalidInput(
            Reason.OUT_OF_RANGE, "prioritySpendShare must lie in 0..1: " + prioritySpendShare);
      }
      Require.between("mostPerArea", mostPerArea, 1, Integer.MAX_VALUE);
      Require.between("leastPerPriorityArea", leastPerPriorityArea, 0, mostPerArea);
    }
  }

  /** Refuses no sites, unequal lengths, costs or benefits below zero and unknown areas. */
  public SiteSelection {
    Require.atLeast("sites", 1, cost.length);
    Require.sameLength("benefit", cost.length, benefit.length);
    Require.sameLength("area", cost.length, area.length);
    Require.nonNegative("cost", cost);
    Require.nonNegative("benefit", benefit);
    for (int i = 0; i < area.length; i++) {
      if (area[i] < 0 || area[i] >= priority.length) {
        throw new InvalidInput(
            Reason.UNKNOWN_ID, "site " + i + " lies in area " + area[i] + ", which does not exist");
      }
    }
  }

  /**
   * Chooses.
   *
   * @param milliseconds time after which the best choice so far is returned
   * @throws InvalidInput when no choice keeps all rules, or none was found in time
   */
  public Choice choose(Rules rules, long milliseconds) {
    Require.between("milliseconds", milliseconds, 1, Long.MAX_VALUE);
    ZeroOneProgramme programme = new ZeroOneProgramme(cost.length);
    List<List<BoolVar>> within = new ArrayList<>();
    for (int a = 0; a < priority.length; a++) {
      within.add(new ArrayList<>());
    }
    for (int i = 0; i < area.length; i++) {
      programme.reward(programme.decision(i), benefit[i]);
      within.get(area[i]).add(programme.decision(i));
    }
    for (int a = 0; a < priority.length; a++) {
      int least = priority[a] ? Math.min(rules.leastPerPriorityArea(), within.get(a).size()) : 0;
      programme.count(within.get(a), least, rules.mostPerArea());
    }
    money(programme, rules);
    return answer(programme.solve(milliseconds), rules);
  }

  private void money(ZeroOneProgramme programme, Rules rules) {
    List<BigDecimal> spent = new ArrayList<>();
    List<BigDecimal> elsewhere = new ArrayList<>();
    BigDecimal share = BigDecimal.valueOf(rules.prioritySpendShare());
    for (int i = 0; i < cost.length; i++) {
      BigDecimal price = BigDecimal.valueOf(cost[i]);
      spent.add(price);
      // share * spent - spent in priority areas <= 0
      elsewhere.add(price.multiply(priority[area[i]] ? share.subtract(BigDecimal.ONE) : share));
    }
    spent.add(BigDecimal.valueOf(rules.budget()));
    elsewhere.add(BigDecimal.ZERO);
    programme.atMost("the cost", Scaled.of(spent));
    programme.atMost("the cost times the priority share", Scaled.of(elsewhere));
  }

  private Choice answer(ZeroOneProgramme.Solved solved, Rules rules) {
    if (!keeps(solved.chosen(), rules)) {
      throw new IllegalStateException("the solver's choice breaks a rule");
    }
    double objective = ZeroOneProgramme.sum(benefit, solved.chosen());
    return new Choice(
        solved.chosen(),
        objective,
        solved.proven() ? objective : Math.max(objective, solved.bound()),
        solved.proven() ? Choice.Proof.OPTIMAL : Choice.Proof.FEASIBLE,
        ZeroOneProgramme.sum(cost, solved.chosen()),
        Provenance.of("Site selection, 0/1 programme", cost.length, Caution.PUBLIC_CHOICE)
            .with("budget", rules.budget())
            .with("priority_spend_share", rules.prioritySpendShare())
            .with("most_per_area", rules.mostPerArea())
            .with("least_per_priority_area", rules.leastPerPriorityArea()));
  }

  /** Whether a choice keeps every rule; money is compared with a relative slack of 1e-9. */
  public boolean keeps(boolean[] chosen, Rules rules) {
    Require.sameLength("chosen", cost.length, chosen.length);
    double spent = ZeroOneProgramme.sum(cost, chosen);
    double there = 0;
    int[] count = new int[priority.length];
    int[] available = new int[priority.length];
    for (int i = 0; i < cost.length; i++) {
      available[area[i]]++;
      count[area[i]] += chosen[i] ? 1 : 0;
      there += chosen[i] && priority[area[i]] ? cost[i] : 0;
    }
    double slack = 1e-9 * Math.max(1, rules.budget());
    boolean kept =
        spent <= rules.budget() + slack && there + slack >= rules.prioritySpendShare() * spent;
    for (int a = 0; a < priority.length; a++) {
      kept &= count[a] <= rules.mostPerArea();
      kept &= !priority[a] || count[a] >= Math.min(rules.leastPerPriorityArea(), available[a]);
    }
    return kept;
  }

  /** Sites of each area that are chosen. */
  public int[] countByArea(boolean[] chosen) {
    Require.sameLength("chosen", cost.length, chosen.length);
    int[] count = new int[priority.length];
    for (int i = 0; i < area.length; i++) {
      count[area[i]] += chosen[i] ? 1 : 0;
    }
    return count;
  }
}
