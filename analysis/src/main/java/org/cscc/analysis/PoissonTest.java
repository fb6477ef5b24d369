package org.cscc.analysis;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Exact two-sided tests of counts. The two-sided p adds the probability of every outcome that is no
 * more likely than the observed one (a relative slack of 1e-7 counts ties in), which is the rule of
 * R's {@code poisson.test} and {@code binom.test}.
 */
public final class PoissonTest {
  private static final double TIE = 1 + 1e-7;

  private PoissonTest() {}

  /**
   * A count held against a mean that is known.
   *
   * @param count the observed count
   * @param mean the expected count under the null
   * @param p two-sided p
   * @param provenance method and settings
   */
  public record AgainstMean(long count, double mean, double p, Provenance provenance) {}

  /**
   * Two windows held against each other.
   *
   * @param first count of the first window
   * @param second count of the second window
   * @param rateRatio second rate / first rate; NaN when both counts are zero, infinite when only
   *     the first is
   * @param lower lower 95 % end of the rate ratio
   * @param upper upper 95 % end of the rate ratio
   * @param p two-sided p; 1 when both counts are zero
   * @param provenance method and settings
   */
  public record TwoWindows(
      long first,
      long second,
      double rateRatio,
      double lower,
      double upper,
      double p,
      Provenance provenance) {

    /** Whether p is below .05. */
    public boolean clear() {
      return p < 0.05;
    }
  }

  /**
   * Exact test of a count against an expected mean.
   *
   * @throws InvalidInput when the count is negative or the mean is negative or not finite
   */
  public static AgainstMean againstMean(long count, double mean) {
    Require.between("count", count, 0, Integer.MAX_VALUE - 1);
    Require.nonNegative("mean", new double[] {mean});
    Provenance provenance =
        Provenance.of("Exact Poisson test", count, Caution.BURSTS).with("mean", mean);
    if (mean == 0) {
      return new AgainstMean(count, mean, count == 0 ? 1 : 0, provenance);
    }
    int mode = (int) Math.min(Integer.MAX_VALUE - 1, Math.floor(mean));
    double p = twoSided(PoissonDistribution.of(mean), mode, (int) count, Integer.MAX_VALUE - 1);
    return new AgainstMean(count, mean, p, provenance);
  }

  /**
   * Exact conditional test that two windows have the same rate: given the sum, the second count is
   * binomial with share {@code secondExposure / (firstExposure + secondExposure)}; the interval of
   * the rate ratio is Clopper and Pearson's for that share.
   *
   * @throws InvalidInput when a count is negative or an exposure not positive
   */
  public static TwoWindows twoWindows(
      long first, double firstExposure, long second, double secondExposure) {
    Require.between("first", first, 0, Integer.MAX_VALUE / 2);
    Require.between("second", second, 0, Integer.MAX_VALUE / 2);
    Require.positive("firstExposure", firstExposure);
    Require.positive("secondExposure", secondExposure);
    Provenance provenance =
        Provenance.of(
                "Exact conditional test of two Poisson counts", first + second, Caution.BURSTS)
            .with("first_exposure", firstExposure)
            .with("second_exposure", secondExposure);
    int total = (int) (first + second);
    if (total == 0) {
      return new TwoWindows(0, 0, Double.NaN, 0, Double.POSITIVE_INFINITY, 1, provenance);
    }
    double share = secondExposure / (firstExposure + secondExposure);
    double scale = firstExposure / secondExposure;
    double low =
        second == 0
            ? 0
            : BetaDistribution.of((double) second, first + 1.0).inverseCumulativeProbability(0.025);
    double high =
        first == 0
            ? 1
            : BetaDistribution.of(second + 1.0, (double) first).inverseSurvivalProbability(0.025);
    return new TwoWindows(
        first,
        second,
        scale * second / first,
        scale * low / (1 - low),
        scale * high / (1 - high),
        binomial(total, share, (int) second),
        provenance);
  }

  /** Two windows of equal length. */
  public static TwoWindows twoWindows(long first, long second) {
    return twoWindows(first, 1, second, 1);
  }

  private static double binomial(int trials, double share, int count) {
    int mode = (int) Math.min(trials, Math.floor((trials + 1.0) * share));
    return twoSided(BinomialDistribution.of(trials, share), mode, count, trials);
  }

  private static double twoSided(DiscreteDistribution law, int mode, int count, int most) {
    double p;
    if (count <= mode) {
      int mirror = firstAsUnlikely(law::logProbability, mode, count, most);
      p = law.cumulativeProbability(count) + law.survivalProbability(mirror - 1);
    } else {
      int mirror = lastAsUnlikely(law::logProbability, mode, count);
      p = law.survivalProbability(count - 1);
      p += mirror < 0 ? 0 : law.cumulativeProbability(mirror);
    }
    return Math.min(1, p);
  }

  /** The first outcome above the mode that is no more likely than {@code count}. */
  private static int firstAsUnlikely(IntToDoubleFunction logP, int mode, int count, int most) {
    double limit = logP.applyAsDouble(count) + Math.log(TIE);
    int above = Math.max(mode, count + 1);
    long step = 1;
    while (above < most && logP.applyAsDouble(above) > limit) {
      above = (int) Math.min(most, above + step);
      step *= 2;
    }
    int low = Math.max(mode, count + 1);
    int high = logP.applyAsDouble(above) > limit ? above + 1 : above;
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (logP.applyAsDouble(middle) > limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The last outcome below the mode that is no more likely than {@code count}; -1 for none. */
  private static int lastAsUnlikely(IntToDoubleFunction logP, int mode, int count) {
    double limit = logP.applyAsDouble(count) + Math.log(TIE);
    int low = -1;
    int high = Math.min(mode, count - 1);
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (logP.applyAsDouble(middle) > limit) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }
}
