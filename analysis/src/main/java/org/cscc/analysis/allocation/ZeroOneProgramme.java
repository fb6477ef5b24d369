package org.cscc.analysis.allocation;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * {@code max c'x} over yes-or-no decisions {@code x} under linear rules, by CP-SAT of OR-Tools
 * (decision 0022). The solver counts in whole numbers, so a rule is kept exactly and a proof is a
 * proof: coefficients are scaled by a power of ten until nothing is left behind the point.
 */
final class ZeroOneProgramme {
  static {
    Loader.loadNativeLibraries();
  }

  private final CpModel model = new CpModel();
  private final BoolVar[] decisions;
  private final List<BoolVar> rewarded = new ArrayList<>();
  private final List<Double> rewards = new ArrayList<>();

  ZeroOneProgramme(int size) {
    decisions = new BoolVar[size];
    for (int i = 0; i < size; i++) {
      decisions[i] = model.newBoolVar("x" + i);
    }
  }

  BoolVar decision(int i) {
    return decisions[i];
  }

  /** Counts towards the objective when yes. */
  void reward(BoolVar decision, double benefit) {
    rewarded.add(decision);
    rewards.add(benefit);
  }

  /** A reward that is earned when at least one of the decisions is yes. */
  void rewardAny(List<BoolVar> any, double benefit) {
    BoolVar earned = model.newBoolVar("y" + rewarded.size());
    List<Literal> clause = new ArrayList<>(any);
    clause.add(earned.not());
    model.addBoolOr(clause);
    reward(earned, benefit);
  }

  /** Between so many and so many of the decisions are yes. */
  void count(List<BoolVar> among, int least, int most) {
    model.addLinearConstraint(LinearExpr.sum(among.toArray(BoolVar[]::new)), least, most);
  }

  /** {@code weights'x <= limit}, kept exactly. */
  void atMost(String what, Scaled weights) {
    long[] whole = weights.exact(what);
    long limit = whole[decisions.length];
    model.addLessOrEqual(
        LinearExpr.weightedSum(decisions, java.util.Arrays.copyOf(whole, decisions.length)), limit);
  }

  /**
   * What the solver found.
   *
   * @param chosen the decisions
   * @param proven whether it also proved that nothing better exists
   * @param bound no choice is better than this
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Solved(boolean[] chosen, boolean proven, double bound) {}

  /** Solves, or refuses when no choice keeps all rules or none was found in time. */
  Solved solve(long milliseconds) {
    Scaled objective = Scaled.of(rewards.stream().mapToDouble(d -> d).toArray());
    model.maximize(LinearExpr.weightedSum(rewarded.toArray(BoolVar[]::new), objective.rounded()));
    CpSolver solver = new CpSolver();
    // One worker: which of several best choices is found must not depend on the machine.
    solver
        .getParameters()
        .setNumWorkers(1)
        .setRandomSeed(1)
        .setRelativeGapLimit(0)
        .setAbsoluteGapLimit(0)
        .setMaxTimeInSeconds(milliseconds / 1e3);
    CpSolverStatus status = solver.solve(model);
    if (status == CpSolverStatus.INFEASIBLE) {
      throw new InvalidInput(Reason.INFEASIBLE, "no choice keeps all the rules");
    }
    if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
      throw new InvalidInput(
          Reason.OUT_OF_RANGE,
          "no choice found in " + milliseconds + " ms: allow more time or relax a rule");
    }
    boolean[] chosen = new boolean[decisions.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = solver.booleanValue(decisions[i]);
    }
    return new Solved(
        chosen,
        status == CpSolverStatus.OPTIMAL,
        objective.back(solver.bestObjectiveBound()) + objective.lost());
  }

  static int count(boolean[] chosen) {
    int count = 0;
    for (boolean yes : chosen) {
      count += yes ? 1 : 0;
    }
    return count;
  }

  static double sum(double[] values, boolean[] chosen) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += chosen[i] ? values[i] : 0;
    }
    return sum;
  }
}
