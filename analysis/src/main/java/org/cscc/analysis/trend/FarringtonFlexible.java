package org.cscc.analysis.trend;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * The improved Farrington algorithm (Noufaily et al. 2013, Stat. Med. 32:1206). The count of a week
 * is held against a quasi-Poisson regression on the weeks of earlier years: level, trend and a
 * seasonal factor; the most recent weeks are left out so that an outbreak does not hide itself;
 * weeks of the past that stand out are given less weight by their Anscombe residuals. The bound is
 * the quantile of a negative binomial with the fitted mean and dispersion, or that of the 2/3 power
 * ({@link TwoThirds}).
 *
 * @param expected expected count
 * @param upper upper bound
 * @param p probability of a count this high or higher under the fitted negative binomial
 * @param alarm count above the bound and enough events to say so
 * @param enough whether there were at least 5 events in the last 4 weeks
 * @param trend whether the fit kept a trend over time
 * @param provenance method and settings
 */
public record FarringtonFlexible(
    double expected,
    double upper,
    double p,
    boolean alarm,
    boolean enough,
    boolean trend,
    Provenance provenance) {

  /**
   * Settings.
   *
   * @param years years to look back, {@code b}
   * @param halfWindow weeks to each side of the same week, {@code w}
   * @param periods levels of the seasonal factor
   * @param leftOut weeks just before the judged one that are left out
   * @param reweightAbove Anscombe residual above which a week is given less weight
   * @param alpha one-sided level
   * @param frequency weeks counted as a year
   */
  public record Settings(
      int years,
      int halfWindow,
      int periods,
      int leftOut,
      double reweightAbove,
      double alpha,
      int frequency) {
    /** Five years, 3 weeks, 10 levels, 26 weeks, 2.58, .01, 52 weeks. */
    public static final Settings USUAL = new Settings(5, 3, 10, 26, 2.58, 0.01, 52);

    /** Refuses settings that leave no weeks. */
    public Settings {
      Require.between("years", years, 1, 100);
      Require.between("halfWindow", halfWindow, 0, frequency / 4L);
      Require.between("periods", periods, 1, frequency - 2L * halfWindow);
      Require.between("leftOut", leftOut, 0, frequency);
      Require.positive("reweightAbove", reweightAbove);
      Require.share("alpha", alpha);
    }
  }

  /**
   * Judges one week.
   *
   * @param counts the series, oldest first
   * @param now index of the week to judge
   * @throws InvalidInput when the series does not reach back {@code years} years
   */
  public static FarringtonFlexible of(int[] counts, int now, Settings settings) {
    Require.nonNegative("counts", counts);
    Require.between("now", now, 0, counts.length - 1L);
    QuasiPoisson fit = fitted(counts, now, settings);
    double upper = quantile(fit.expected(), fit.dispersion(), 1 - settings.alpha());
    boolean enough = enough(counts, now);
    return new FarringtonFlexible(
        fit.expected(),
        upper,
        atLeast(counts[now], fit.expected(), fit.dispersion()),
        enough && counts[now] > upper,
        enough,
        fit.trend(),
        provenance("negative binomial", fit, settings));
  }

  /**
   * Judges one week against the 2/3-power bound of {@link Farrington} in place of the negative
   * binomial one.
   *
   * @throws InvalidInput when the series does not reach back {@code years} years
   */
  public static FarringtonFlexible ofTwoThirds(
      int[] counts, int now, Settings settings, TwoThirds.Uncertainty uncertainty) {
    Require.nonNegative("counts", counts);
    Require.between("now", now, 0, counts.length - 1L);
    QuasiPoisson fit = fitted(counts, now, settings);
    TwoThirds bound = TwoThirds.of(fit, settings.alpha(), uncertainty);
    boolean enough = enough(counts, now);
    return new FarringtonFlexible(
        fit.expected(),
        bound.upper(),
        bound.atLeast(counts[now]),
        enough && counts[now] > bound.upper(),
        enough,
        fit.trend(),
        provenance("2/3 power", fit, settings));
  }

  private static QuasiPoisson fitted(int[] counts, int now, Settings settings) {
    int first = first(now, settings.years(), settings.frequency(), settings.halfWindow());
    int[] level = Seasons.levels(first, now, settings);
    QuasiPoisson fit = QuasiPoisson.fit(counts, first, now, level, settings, true);
    return settings.years() < 3 || fit.expected() > fit.largest()
        ? QuasiPoisson.fit(counts, first, now, level, settings, false)
        : fit;
  }

  /** First week that is needed to judge a week. */
  static int first(int now, int years, int frequency, int halfWindow) {
    int first = now - years * frequency - halfWindow;
    if (first < 0) {
      throw new InvalidInput(
          Reason.TOO_FEW, "week " + now + " has fewer than " + years + " years before");
    }
    return first;
  }

  /** At least 5 events in the last 4 weeks: below that there is no alarm. */
  static boolean enough(int[] counts, int now) {
    int recent = 0;
    for (int t = Math.max(0, now - 3); t <= now; t++) {
      recent += counts[t];
    }
    return recent >= 5;
  }

  private static Provenance provenance(String bound, QuasiPoisson fit, Settings settings) {
    return Provenance.of(
            "Farrington flexible (Noufaily et al. 2013)", fit.weeks(), Caution.MANY_TESTS)
        .with("bound", bound)
        .with("years", settings.years())
        .with("half_window", settings.halfWindow())
        .with("seasonal_levels", settings.periods())
        .with("weeks_left_out", settings.leftOut())
        .with("reweight_above", settings.reweightAbove())
        .with("alpha", settings.alpha());
  }

  /** P(Y at least y) for mean mu and variance phi mu. */
  private static double atLeast(int y, double mu, double phi) {
    if (y == 0) {
      return 1;
    }
    return phi > 1
        ? BetaDistribution.of(y, mu / (phi - 1)).cumulativeProbability(1 - 1 / phi)
        : PoissonDistribution.of(mu).survivalProbability(y - 1);
  }

  /** Smallest y with P(Y at most y) at least the share. */
  private static double quantile(double mu, double phi, double share) {
    double least = phi > 1 ? -mu / (phi - 1) * Math.log(phi) : -mu;
    return least > -600 ? byAdding(mu, phi, share, Math.exp(least)) : byHalving(mu, phi, share);
  }

  /** Adds the probabilities of 0, 1, 2 … by their ratio, which starts at the one of 0. */
  private static double byAdding(double mu, double phi, double share, double none) {
    double grows = phi > 1 ? 1 - 1 / phi : 0;
    double shift = phi > 1 ? mu / phi : mu;
    double probability = none;
    double sum = none;
    int y = 0;
    while (sum < share && (probability > 0 || y < mu)) {
      y++;
      probability *= (shift + (y - 1) * grows) / y;
      sum += probability;
    }
    return y;
  }

  private static double byHalving(double mu, double phi, double share) {
    int low = 0;
    int high = 16 + (int) (4 * mu);
    while (1 - atLeast(high + 1, mu, phi) < share) {
      high *= 2;
    }
    while (low < high) {
      int middle = (low + high) / 2;
      if (1 - atLeast(middle + 1, mu, phi) >= share) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Which level of the seasonal factor each week from {@code first} to {@code now} has. */
  private static final class Seasons {
    private Seasons() {}

    static int[] levels(int first, int now, Settings settings) {
      int last = settings.periods() - 1;
      int w = settings.halfWindow();
      int[] level = new int[now - first + 1];
      Arrays.fill(level, settings.periods() == 1 ? -1 : last);
      Arrays.fill(level, Math.max(0, now - w - first), level.length, last);
      for (int year = settings.years(); year >= 1; year--) {
        int week = now - year * settings.frequency();
        Arrays.fill(level, week - w - first, week + w + 1 - first, last);
        if (last > 0) {
          int period = settings.frequency() - 2 * w - 1;
          int at = week + w + 1 - first;
          for (int block = 0; block < last; block++) {
            int length = period / last + (block < period % last ? 1 : 0);
            Arrays.fill(level, at, at + length, block);
            at += length;
          }
        }
      }
      return level;
    }
  }
}
