package org.cscc.analysis.allocation;

import com.google.ortools.sat.BoolVar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.Caution;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Maximal covering (Church and ReVelle 1974, Pap. Reg. Sci. Assoc. 32:101): {@code p} sites such
 * that as much demand as possible lies within a radius of one of them; a distance equal to the
 * radius counts. {@link #choose} is exact, {@link #greedy} takes the best next site each time and
 * reaches at least {@code 1 - 1/e} of the best.
 */
public final class MaximalCovering {
  private final boolean[][] covers;
  private final double[] weight;

  private MaximalCovering(boolean[][] covers, double[] weight) {
    this.covers = covers;
    this.weight = weight;
  }

  /**
   * By distance in the plane.
   *
   * @param siteX east of each candidate site
   * @param siteY north of each candidate site
   * @param demandX east of each demand point, in the same unit
   * @param demandY north of each demand point
   * @param weight demand at each point
   * @param radius reach of a site, in the unit of the coordinates
   * @throws org.cscc.analysis.InvalidInput for no sites, no demand, values that are no numbers or
   *     negative demand
   */
  public static MaximalCovering within(
      double[] siteX,
      double[] siteY,
      double[] demandX,
      double[] demandY,
      double[] weight,
      double radius) {
    Require.atLeast("sites", 1, siteX.length);
    Require.atLeast("demand points", 1, demandX.length);
    Require.sameLength("siteY", siteX.length, siteY.length);
    Require.sameLength("demandY", demandX.length, demandY.length);
    Require.sameLength("weight", demandX.length, weight.length);
    Require.finite("siteX", siteX);
    Require.finite("siteY", siteY);
    Require.finite("demandX", demandX);
    Require.finite("demandY", demandY);
    Require.nonNegative("weight", weight);
    Require.positive("radius", radius);
    boolean[][] covers = new boolean[siteX.length][demandX.length];
    for (int i = 0; i < siteX.length; i++) {
      for (int j = 0; j < demandX.length; j++) {
        covers[i][j] = Math.hypot(siteX[i] - demandX[j], siteY[i] - demandY[j]) <= radius;
      }
    }
    return new MaximalCovering(covers, weight.clone());
  }

  /**
   * The best choice of at most {@code p} sites.
   *
   * @param milliseconds time after which the best choice so far is returned
   * @throws org.cscc.analysis.InvalidInput when {@code p} is not between 1 and the number of sites
   */
  public Choice choose(int p, long milliseconds) {
    Require.between("p", p, 1, covers.length);
    Require.between("milliseconds", milliseconds, 1, Long.MAX_VALUE);
    ZeroOneProgramme programme = new ZeroOneProgramme(covers.length);
    List<BoolVar> all = new ArrayList<>();
    for (int i = 0; i < covers.length; i++) {
      all.add(programme.decision(i));
    }
    programme.count(all, 0, p);
    for (int j = 0; j < weight.length; j++) {
      List<BoolVar> near = new ArrayList<>();
      for (int i = 0; i < covers.length; i++) {
        if (covers[i][j]) {
          near.add(programme.decision(i));
        }
      }
      programme.rewardAny(near, weight[j]);
    }
    ZeroOneProgramme.Solved solved = programme.solve(milliseconds);
    double covered = covered(solved.chosen());
    return new Choice(
        solved.chosen(),
        covered,
        solved.proven() ? covered : Math.max(covered, solved.bound()),
        solved.proven() ? Choice.Proof.OPTIMAL : Choice.Proof.FEASIBLE,
        ZeroOneProgramme.count(solved.chosen()),
        provenance("Maximal covering, 0/1 programme (Church and ReVelle 1974)", p));
  }

  /** Takes the site that adds most, again and again; among equals the one that comes first. */
  public Choice greedy(int p) {
    boolean[] chosen = new boolean[covers.length];
    for (int site : greedyOrder(p)) {
      chosen[site] = true;
    }
    double covered = covered(chosen);
    double bound = Math.min(Arrays.stream(weight).sum(), covered / -Math.expm1(-1));
    return new Choice(
        chosen,
        covered,
        bound,
        Choice.Proof.FEASIBLE,
        p,
        provenance("Maximal covering, greedy (Church and ReVelle 1974)", p));
  }

  /** The sites of {@link #greedy} in the order in which they are taken, from 0. */
  public int[] greedyOrder(int p) {
    Require.between("p", p, 1, covers.length);
    int[] order = new int[p];
    boolean[] chosen = new boolean[covers.length];
    boolean[] reached = new boolean[weight.length];
    for (int k = 0; k < p; k++) {
      int best = -1;
      double most = -1;
      for (int i = 0; i < covers.length; i++) {
        double more = chosen[i] ? -1 : added(i, reached);
        if (more > most) {
          best = i;
          most = more;
        }
      }
      chosen[best] = true;
      order[k] = best;
      for (int j = 0; j < weight.length; j++) {
        reached[j] |= covers[best][j];
      }
    }
    return order;
  }

  /** Demand within reach of at least one chosen site. */
  public double covered(boolean[] chosen) {
    Require.sameLength("chosen", covers.length, chosen.length);
    double sum = 0;
    for (int j = 0; j < weight.length; j++) {
      boolean reached = false;
      for (int i = 0; i < chosen.length && !reached; i++) {
        reached = chosen[i] && covers[i][j];
      }
      sum += reached ? weight[j] : 0;
    }
    return sum;
  }

  private double added(int site, boolean[] reached) {
    double sum = 0;
    for (int j = 0; j < weight.length; j++) {
      sum += covers[site][j] && !reached[j] ? weight[j] : 0;
    }
    return sum;
  }

  private Provenance provenance(String method, int p) {
    return Provenance.of(method, weight.length, Caution.PUBLIC_CHOICE).with("sites", p);
  }
}
