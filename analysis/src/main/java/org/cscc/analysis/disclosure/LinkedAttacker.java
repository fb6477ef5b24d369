package org.cscc.analysis.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import org.cscc.analysis.Require;

/**
 * Reads linked tables like somebody who sees every shown cell and knows what adds up to what. The
 * smallest and the largest value of a hidden cell are found among whole numbers, not fractions, by
 * CP-SAT (decision 0022), each with a set of tables that fits everything shown: the reader cannot
 * rule it out.
 */
public final class LinkedAttacker {
  static {
    Loader.loadNativeLibraries();
  }

  private final LinkedTables tables;
  private final boolean[] hidden;
  private final int least;
  private final long most;

  /**
   * An attack.
   *
   * @param hidden which cells are hidden
   * @param least what the reader knows every hidden cell to be at least: 0, or 1 when zeros show
   */
  public LinkedAttacker(LinkedTables tables, boolean[] hidden, int least) {
    Require.sameLength("hidden", tables.cells(), hidden.length);
    Require.between("least", least, 0, 1);
    this.tables = tables;
    this.hidden = hidden.clone();
    this.least = least;
    long sum = 1;
    for (int value : tables.values()) {
      sum += value;
    }
    // Nobody can rule out a larger count than this where no shown total holds a cell down.
    this.most = 2 * sum;
  }

  /** Between which ends a hidden cell must lie; a shown cell lies at its value. */
  public Attacker.Interval interval(int cell) {
    Require.known("cell", cell, tables.cells());
    long value = tables.values()[cell];
    return hidden[cell]
        ? new Attacker.Interval(extreme(cell, false)[cell], extreme(cell, true)[cell])
        : new Attacker.Interval(value, value);
  }

  /** A set of tables that fits everything shown and has the cell as large or as small as can be. */
  long[] extreme(int cell, boolean largest) {
    CpModel model = new CpModel();
    IntVar[] x = new IntVar[tables.cells()];
    for (int i = 0; i < x.length; i++) {
      long value = tables.values()[i];
      x[i] =
          hidden[i]
              ? model.newIntVar(Math.min(least, value), most, "x" + i)
              : model.newConstant(value);
    }
    for (LinkedTables.Sum sum : tables.sums()) {
      IntVar[] parts = new IntVar[sum.parts().length];
      for (int k = 0; k < parts.length; k++) {
        parts[k] = x[sum.parts()[k]];
      }
      model.addEquality(LinearExpr.sum(parts), x[sum.total()]);
    }
    if (largest) {
      model.maximize(x[cell]);
    } else {
      model.minimize(x[cell]);
    }
    CpSolver solver = new CpSolver();
    solver.getParameters().setNumWorkers(1).setRandomSeed(1);
    CpSolverStatus status = solver.solve(model);
    if (status != CpSolverStatus.OPTIMAL) {
      throw new IllegalStateException("the true tables fit, yet the solver says " + status);
    }
    long[] found = new long[x.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = solver.value(x[i]);
    }
    return found;
  }
}
