package org.cscc.analysis.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Untreated places that look like the treated ones did before (Rosenbaum and Rubin 1985, Am. Stat.
 * 39:33; Stuart 2010, Stat. Sci. 25:1). The distance of two places is the root mean square of the
 * differences of their covariates, each in its own pooled standard deviation. The nearest pair of
 * all is matched first, then the next, without replacement; pairs farther apart than the caliper
 * are not made, and a treated place without a match is named rather than matched badly.
 *
 * @param pairs the pairs, nearest first
 * @param unmatched treated places for which no control is near enough
 * @param balance one row for each covariate, in the order of the input
 * @param provenance method and settings
 */
public record MatchedControls(
    List<Pair> pairs, List<Integer> unmatched, List<Balance> balance, Provenance provenance) {

  /** Above this absolute difference a covariate is held to be out of balance (Austin 2009). */
  public static final double OUT_OF_BALANCE = 0.1;

  /**
   * A treated place and its control.
   *
   * @param treated row of the treated place
   * @param control row of its control
   * @param distance distance in standard deviations
   */
  public record Pair(int treated, int control, double distance) {}

  /**
   * How alike the groups are in one covariate.
   *
   * @param treatedMean mean of the treated places, all before and the matched after
   * @param controlMean mean of all untreated places
   * @param matchedMean mean of the matched controls; NaN without pairs
   * @param before {@code (treated - all untreated) / sd}, with {@code sd = sqrt((s_t^2 + s_c^2)/2)}
   *     of the groups before matching
   * @param after the same difference of matched treated places and their controls, same {@code sd}
   */
  public record Balance(
      double treatedMean, double controlMean, double matchedMean, double before, double after) {
    /** Whether the matched groups still differ by more than a tenth of a standard deviation. */
    public boolean outOfBalance() {
      return !(Math.abs(after) <= OUT_OF_BALANCE);
    }
  }

  /** Keeps its own lists. */
  public MatchedControls {
    pairs = List.copyOf(pairs);
    unmatched = List.copyOf(unmatched);
    balance = List.copyOf(balance);
  }

  /**
   * Matches.
   *
   * @param covariates by place and covariate, measured before the start
   * @param treated which places are treated
   * @param perTreated how many controls each treated place gets
   * @param caliper largest distance of a pair in standard deviations, such as 0.25
   * @throws InvalidInput without treated or untreated places, for values that are no numbers, and
   *     for a covariate that is the same everywhere
   */
  public static MatchedControls of(
      double[][] covariates, boolean[] treated, int perTreated, double caliper) {
    Require.atLeast("places", 2, covariates.length);
    Require.sameLength("treated", covariates.length, treated.length);
    Require.atLeast("covariates", 1, covariates[0].length);
    Require.between("perTreated", perTreated, 1, covariates.length);
    Require.positive("caliper", caliper);
    List<Integer> with = new ArrayList<>();
    List<Integer> without = new ArrayList<>();
    for (int i = 0; i < covariates.length; i++) {
      Require.sameLength("covariates of place " + i, covariates[0].length, covariates[i].length);
      Require.finite("covariates of place " + i, covariates[i]);
      (treated[i] ? with : without).add(i);
    }
    Require.atLeast("treated places", 1, with.size());
    Require.atLeast("untreated places", 1, without.size());
    double[] sd = spreads(covariates, with, without);
    List<Pair> pairs = pairs(covariates, with, without, sd, perTreated, caliper);
    List<Integer> matched = pairs.stream().map(Pair::treated).toList();
    List<Integer> lonely = with.stream().filter(place -> !matched.contains(place)).toList();
    return new MatchedControls(
        pairs,
        lonely,
        balance(covariates, with, without, pairs, sd),
        Provenance.of(
                "Matched controls, nearest pair first (Rosenbaum and Rubin 1985)",
                covariates.length,
                Caution.NOT_A_CAUSE)
            .with("controls_per_treated", perTreated)
            .with("caliper", caliper));
  }

  private static List<Pair> pairs(
      double[][] x, List<Integer> with, List<Integer> without, double[] sd, int most, double far) {
    List<Pair> near = new ArrayList<>();
    for (int t : with) {
      for (int c : without) {
        double sum = 0;
        for (int k = 0; k < sd.length; k++) {
          double off = (x[t][k] - x[c][k]) / sd[k];
          sum += off * off;
        }
        double distance = Math.sqrt(sum / sd.length);
        if (distance <= far) {
          near.add(new Pair(t, c, distance));
        }
      }
    }
    near.sort(
        Comparator.comparingDouble(Pair::distance)
            .thenComparingInt(Pair::treated)
            .thenComparingInt(Pair::control));
    int[] taken = new int[x.length];
    List<Pair> made = new ArrayList<>();
    for (Pair pair : near) {
      if (taken[pair.treated()] < most && taken[pair.control()] == 0) {
        taken[pair.treated()]++;
        taken[pair.control()]++;
        made.add(pair);
      }
    }
    return made;
  }

  private static List<Balance> balance(
      double[][] x, List<Integer> with, List<Integer> without, List<Pair> pairs, double[] sd) {
    List<Balance> rows = new ArrayList<>();
    List<Integer> matched = pairs.stream().map(Pair::treated).toList();
    List<Integer> controls = pairs.stream().map(Pair::control).toList();
    for (int k = 0; k < sd.length; k++) {
      double treatedMean = mean(x, with, k);
      double controlMean = mean(x, without, k);
      double matchedMean = mean(x, controls, k);
      rows.add(
          new Balance(
              treatedMean,
              controlMean,
              matchedMean,
              (treatedMean - controlMean) / sd[k],
              (mean(x, matched, k) - matchedMean) / sd[k]));
    }
    return rows;
  }

  private static double[] spreads(double[][] x, List<Integer> with, List<Integer> without) {
    double[] sd = new double[x[0].length];
    for (int k = 0; k < sd.length; k++) {
      sd[k] = Math.sqrt((variance(x, with, k) + variance(x, without, k)) / 2);
      if (sd[k] == 0) {
        throw new InvalidInput(
            Reason.NO_VARIATION, "covariate " + k + " does not vary within the groups");
      }
    }
    return sd;
  }

  private static double mean(double[][] x, List<Integer> rows, int k) {
    return rows.stream().mapToDouble(i -> x[i][k]).average().orElse(Double.NaN);
  }

  /** Sample variance; 0 for a single place. */
  private static double variance(double[][] x, List<Integer> rows, int k) {
    double mean = mean(x, rows, k);
    double sum = rows.stream().mapToDouble(i -> (x[i][k] - mean) * (x[i][k] - mean)).sum();
    return rows.size() < 2 ? 0 : sum / (rows.size() - 1);
  }
}
