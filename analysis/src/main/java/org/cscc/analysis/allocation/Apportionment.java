package org.cscc.analysis.allocation;

import java.util.Arrays;
import java.util.Comparator;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Whole units in proportion to need (Balinski and Young 2001, Fair Representation). Ties go to the
 * area that comes first. Which rule is used is a public choice: D'Hondt favours large needs,
 * Huntington and Hill small ones, Webster neither; Hamilton can take a unit from an area because
 * there is one more to give.
 */
public enum Apportionment {
  /** Largest remainders. */
  HAMILTON,
  /** Divisors x + 1/2. */
  WEBSTER,
  /** Divisors sqrt(x (x + 1)): every area with a need gets one unit before any gets two. */
  HUNTINGTON_HILL,
  /** Divisors x + 1. */
  DHONDT;

  /**
   * Shares units out.
   *
   * @throws InvalidInput for no areas, a negative need, no need at all or a negative number of
   *     units
   */
  public Allocation share(int units, double[] need) {
    Require.between("units", units, 0, 10_000_000);
    Require.atLeast("areas", 1, need.length);
    Require.nonNegative("need", need);
    if (Arrays.stream(need).sum() <= 0) {
      throw new InvalidInput(Reason.NO_VARIATION, "no area has a need");
    }
    int[] shared = this == HAMILTON ? remainders(units, need) : divisors(units, need);
    return new Allocation(
        shared,
        Double.NaN,
        need.clone(),
        Provenance.of("Apportionment, " + name(), need.length, Caution.PUBLIC_CHOICE)
            .with("units", units));
  }

  private static int[] remainders(int units, double[] need) {
    double sum = Arrays.stream(need).sum();
    int[] shared = new int[need.length];
    double[] left = new double[need.length];
    int given = 0;
    for (int i = 0; i < need.length; i++) {
      double quota = units * need[i] / sum;
      shared[i] = (int) Math.floor(quota);
      left[i] = quota - shared[i];
      given += shared[i];
    }
    Integer[] order = new Integer[need.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -left[i]));
    for (int k = 0; given < units; k++, given++) {
      shared[order[k]]++;
    }
    return shared;
  }

  private int[] divisors(int units, double[] need) {
    int[] shared = new int[need.length];
    for (int unit = 0; unit < units; unit++) {
      int best = -1;
      for (int i = 0; i < need.length; i++) {
        if (need[i] > 0 && (best < 0 || ahead(need, shared, i, best))) {
          best = i;
        }
      }
      shared[best]++;
    }
    return shared;
  }

  private boolean ahead(double[] need, int[] shared, int i, int other) {
    double claim = need[i] / divisor(shared[i]);
    double against = need[other] / divisor(shared[other]);
    return claim > against
        || (claim == against && Double.isInfinite(claim) && need[i] > need[other]);
  }

  private double divisor(int x) {
    return switch (this) {
      case HAMILTON -> Double.NaN;
      case WEBSTER -> x + 0.5;
      case HUNTINGTON_HILL -> Math.sqrt(x * (x + 1.0));
      case DHONDT -> x + 1.0;
    };
  }
}
