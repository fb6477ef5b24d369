package org.cscc.analysis.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Progress;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Synthetic control on past outcomes (Abadie and Gardeazabal 2003; Abadie, Diamond and Hainmueller
 * 2010): shares of the donors, none negative, that sum to one and come nearest to the treated area
 * before the start in mean squared error. Each donor in turn is then fitted by the other donors;
 * the rank of the treated area's ratio of later to earlier error among all is its p.
 *
 * @param weights share of each donor
 * @param preMspe mean squared error before the start
 * @param gaps treated minus synthetic outcome, every period
 * @param ratio root mean squared error after the start over that before
 * @param placeboP {@code #{ratio_j >= ratio} / (donors + 1)}, the treated one counted
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record SyntheticControl(
    double[] weights,
    double preMspe,
    double[] gaps,
    double ratio,
    double placeboP,
    Provenance provenance) {
  private static final int STEPS = 200_000;

  /**
   * Fits the treated area and every placebo.
   *
   * @param treated outcome of the treated area by period
   * @param donors outcome by donor and period
   * @param fitFrom first period that is fitted
   * @param start first period under treatment
   * @throws InvalidInput for no donors, unequal lengths, or an empty time before or after
   */
  public static SyntheticControl of(double[] treated, double[][] donors, int fitFrom, int start) {
    Require.atLeast("donors", 2, donors.length);
    Require.between("start", start, fitFrom + 1L, treated.length - 1L);
    Require.nonNegative("fitFrom", fitFrom);
    Require.finite("treated", treated);
    for (double[] donor : donors) {
      Require.sameLength("donor", treated.length, donor.length);
      Require.finite("donor", donor);
    }
    double[] weights = weights(treated, donors, fitFrom, start);
    double[] gaps = gaps(treated, donors, weights);
    double ratio = ratio(treated, gaps, fitFrom, start);
    Progress.Steps steps = Progress.begin("placebos", donors.length);
    double[] placebos =
        IntStream.range(0, donors.length)
            .parallel()
            .mapToDouble(
                j -> {
                  double other = placebo(donors, j, fitFrom, start);
                  steps.step();
                  return other;
                })
            .toArray();
    long asExtreme = Arrays.stream(placebos).filter(other -> other >= ratio).count();
    return new SyntheticControl(
        weights,
        mean(gaps, fitFrom, start),
        gaps,
        ratio,
        (1.0 + asExtreme) / (donors.length + 1.0),
        Provenance.of(
                "Synthetic control on past outcomes (Abadie and Gardeazabal 2003)",
                donors.length,
                Caution.NOT_A_CAUSE)
            .with("fit_from", fitFrom)
            .with("start", start));
  }

  private static double placebo(double[][] donors, int chosen, int fitFrom, int start) {
    double[][] others =
        IntStream.range(0, donors.length)
            .filter(j -> j != chosen)
            .mapToObj(j -> donors[j])
            .toArray(double[][]::new);
    double[] weights = weights(donors[chosen], others, fitFrom, start);
    return ratio(donors[chosen], gaps(donors[chosen], others, weights), fitFrom, start);
  }

  /** Accelerated projected gradient on the simplex (Beck and Teboulle 2009), with restarts. */
  static double[] weights(double[] target, double[][] donors, int from, int to) {
    int n = donors.length;
    double[][] gram = new double[n][n];
    double[] cross = new double[n];
    for (int a = 0; a < n; a++) {
      for (int t = from; t < to; t++) {
        cross[a] += donors[a][t] * target[t];
        for (int b = 0; b < n; b++) {
          gram[a][b] += donors[a][t] * donors[b][t];
        }
      }
    }
    double step = 1 / largestEigenvalue(gram);
    double[] w = new double[n];
    Arrays.fill(w, 1.0 / n);
    double[] ahead = w.clone();
    double momentum = 1;
    for (int k = 0; k < STEPS; k++) {
      double[] point = ahead;
      double[] moved = new double[n];
      for (int a = 0; a < n; a++) {
        double slope = -cross[a];
        for (int b = 0; b < n; b++) {
          slope += gram[a][b] * point[b];
        }
        moved[a] = point[a] - step * slope;
      }
      double[] next = ontoSimplex(moved);
      double turned = 0;
      double change = 0;
      for (int a = 0; a < n; a++) {
        turned += (point[a] - next[a]) * (next[a] - w[a]);
        change = Math.max(change, Math.abs(next[a] - w[a]));
      }
      double following = turned > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      double push = turned > 0 ? 0 : (momentum - 1) / following;
      double[] before = w;
      ahead = new double[n];
      for (int a = 0; a < n; a++) {
        ahead[a] = next[a] + push * (next[a] - before[a]);
      }
      w = next;
      momentum = following;
      if (change < 1e-13 && k > 100) {
        break;
      }
    }
    return w;
  }

  private static double largestEigenvalue(double[][] gram) {
    double largest = 0;
    for (double[] row : gram) {
      largest = Math.max(largest, Arrays.stream(row).map(Math::abs).sum());
    }
    if (largest == 0) {
      throw new InvalidInput(Reason.NO_VARIATION, "all donors are zero before the start");
    }
    return largest;
  }

  /** The nearest point whose parts are not negative and sum to one. */
  private static double[] ontoSimplex(double[] point) {
    double[] sorted = point.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double shift = 0;
    for (int k = 1; k <= sorted.length; k++) {
      sum += sorted[sorted.length - k];
      double candidate = (sum - 1) / k;
      if (sorted[sorted.length - k] > candidate) {
        shift = candidate;
      }
    }
    double[] on = new double[point.length];
    for (int i = 0; i < on.length; i++) {
      on[i] = Math.max(0, point[i] - shift);
    }
    return on;
  }

  static double[] gaps(double[] target, double[][] donors, double[] weights) {
    double[] gaps = target.clone();
    for (int j = 0; j < donors.length; j++) {
      for (int t = 0; t < gaps.length; t++) {
        gaps[t] -= weights[j] * donors[j][t];
      }
    }
    return gaps;
  }

  /** Without a gap after the start there is no effect, however small the gap before it was. */
  private static double ratio(double[] outcome, double[] gaps, int fitFrom, int start) {
    double least = 1e-24 * mean(outcome, 0, outcome.length);
    double after = mean(gaps, start, gaps.length);
    return after <= least ? 0 : Math.sqrt(after / mean(gaps, fitFrom, start));
  }

  static double mean(double[] gaps, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += gaps[t] * gaps[t];
    }
    return sum / (to - from);
  }
}
