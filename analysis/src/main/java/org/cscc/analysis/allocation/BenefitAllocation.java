package org.cscc.analysis.allocation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Whole units between a least and a most for each area, given one by one to the area where the next
 * one does most. For a sum of concave benefits this greedy way is optimal (Gross 1956; Federgruen
 * and Groenevelt 1986), so no solver is needed and the bound is the value itself.
 */
public final class BenefitAllocation {
  private final int units;
  private final double[] need;
  private final int[] least;
  private final int[] most;

  /**
   * What is to be shared.
   *
   * @param units units in all
   * @param need need of each area
   * @param least fewest units of each area
   * @param most most units of each area
   * @throws InvalidInput when the limits can not be kept or a need is negative
   */
  public BenefitAllocation(int units, double[] need, int[] least, int[] most) {
    Require.atLeast("areas", 1, need.length);
    Require.nonNegative("need", need);
    Require.sameLength("least", need.length, least.length);
    Require.sameLength("most", need.length, most.length);
    Require.nonNegative("least", least);
    long low = Arrays.stream(least).asLongStream().sum();
    long high = Arrays.stream(most).asLongStream().sum();
    for (int i = 0; i < least.length; i++) {
      if (least[i] > most[i]) {
        throw new InvalidInput(Reason.INFEASIBLE, "area " + i + ": least above most");
      }
    }
    if (units < low || units > high) {
      throw new InvalidInput(
          Reason.INFEASIBLE, units + " units do not fit the limits " + low + ".." + high);
    }
    this.units = units;
    this.need = need.clone();
    this.least = least.clone();
    this.most = most.clone();
  }

  /**
   * Maximises {@code sum need_i (1 - exp(-theta x_i))}: each further unit in an area helps less.
   *
   * @param theta how fast the benefit wears off, above 0
   */
  public Allocation concave(double theta) {
    Require.positive("theta", theta);
    IntToDoubleFunction benefit = x -> -Math.expm1(-theta * x);
    return greedy("Concave benefit, greedy (Gross 1956)", benefit, theta);
  }

  /** Maximises {@code sum need_i ln(1 + x_i)}, Nash's product of benefits weighted by need. */
  public Allocation nash() {
    return greedy("Nash welfare, greedy (Gross 1956)", x -> Math.log1p(x), Double.NaN);
  }

  /** Raises the area with the fewest units per need, again and again (leximin). */
  public Allocation leximin() {
    int[] x = least.clone();
    for (int given = Arrays.stream(x).sum(); given < units; given++) {
      int worst = -1;
      for (int i = 0; i < x.length; i++) {
        if (x[i] < most[i] && (worst < 0 || perNeed(x, i) < perNeed(x, worst))) {
          worst = i;
        }
      }
      x[worst]++;
    }
    Allocation shared = new Allocation(x, Double.NaN, need, provenance("Leximin, unit by unit"));
    return new Allocation(x, shared.worstOff(), need, shared.provenance());
  }

  private double perNeed(int[] x, int i) {
    return need[i] > 0 ? x[i] / need[i] : Double.POSITIVE_INFINITY;
  }

  private Allocation greedy(String method, IntToDoubleFunction benefit, double theta) {
    int[] x = least.clone();
    for (int given = Arrays.stream(x).sum(); given < units; given++) {
      int best = -1;
      double most1 = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < x.length; i++) {
        double gain = need[i] * (benefit.applyAsDouble(x[i] + 1) - benefit.applyAsDouble(x[i]));
        if (x[i] < most[i] && gain > most1) {
          best = i;
          most1 = gain;
        }
      }
      x[best]++;
    }
    double objective = 0;
    for (int i = 0; i < x.length; i++) {
      objective += need[i] * benefit.applyAsDouble(x[i]);
    }
    Provenance provenance = provenance(method);
    return new Allocation(
        x, objective, need, Double.isNaN(theta) ? provenance : provenance.with("theta", theta));
  }

  private Provenance provenance(String method) {
    return Provenance.of(method, need.length, Caution.PUBLIC_CHOICE).with("units", units);
  }
}
