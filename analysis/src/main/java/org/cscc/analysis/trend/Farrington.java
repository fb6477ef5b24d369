package org.cscc.analysis.trend;

import org.apache.commons.statistics.distribution.TDistribution;
import org.cscc.analysis.Caution;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;
import org.cscc.analysis.trend.TwoThirds.Uncertainty;

/**
 * The classic Farrington algorithm (Farrington, Andrews, Beale and Catchpole 1996, J. R. Stat. Soc.
 * A 159:547). A week is held against the same weeks of earlier years, and {@code w} to each side: a
 * quasi-Poisson regression with a trend that is kept only if it is significant at 5 %, at least
 * three years are there and the prediction does not pass the largest earlier count; weeks with an
 * Anscombe residual above 1 weigh less; the bound is that of the 2/3 power ({@link TwoThirds}).
 *
 * @param expected expected count
 * @param upper upper bound in events
 * @param p one-sided probability of a count this high or higher
 * @param alarm count above the bound and enough events to say so
 * @param enough whether there were at least 5 events in the last 4 weeks
 * @param trend whether a trend was kept
 * @param provenance method and settings
 */
public record Farrington(
    double expected,
    double upper,
    double p,
    boolean alarm,
    boolean enough,
    boolean trend,
    Provenance provenance) {
  private static final double REWEIGHT_ABOVE = 1;
  private static final double TREND_LEVEL = 0.05;

  /** Which tails the level is shared over. */
  public enum Level {
    /**
     * The bound leaves {@code alpha / 2} above it, as {@code farrington} of {@code surveillance}.
     */
    TWO_SIDED,
    /** The bound leaves {@code alpha} above it. */
    ONE_SIDED
  }

  /**
   * Settings.
   *
   * @param years years to look back, {@code b}
   * @param halfWindow weeks to each side of the same week, {@code w}
   * @param alpha level
   * @param level which tails the level is shared over
   * @param uncertainty how the standard error of the expected count is scaled
   * @param frequency weeks counted as a year
   */
  public record Settings(
      int years,
      int halfWindow,
      double alpha,
      Level level,
      Uncertainty uncertainty,
      int frequency) {
    /** Five years, 3 weeks, .01 two-sided, 52 weeks. */
    public static final Settings USUAL =
        new Settings(5, 3, 0.01, Level.TWO_SIDED, Uncertainty.PAPER, 52);

    /** Refuses settings that leave no weeks. */
    public Settings {
      Require.between("years", years, 1, 100);
      Require.between("frequency", frequency, 4, 1_000);
      Require.between("halfWindow", halfWindow, 0, frequency / 4L);
      Require.share("alpha", alpha);
    }

    private FarringtonFlexible.Settings regression() {
      return new FarringtonFlexible.Settings(
          years, halfWindow, 1, 0, REWEIGHT_ABOVE, alpha, frequency);
    }
  }

  /**
   * Judges one week.
   *
   * @param counts the series, oldest first
   * @param now index of the week to judge
   * @throws org.cscc.analysis.InvalidInput when the series does not reach back {@code years} years
   */
  public static Farrington of(int[] counts, int now, Settings settings) {
    Require.nonNegative("counts", counts);
    Require.between("now", now, 0, counts.length - 1L);
    int first =
        FarringtonFlexible.first(
            now, settings.years(), settings.frequency(), settings.halfWindow());
    int[] level = comparable(first, now, settings);
    QuasiPoisson fit = QuasiPoisson.fit(counts, first, now, level, settings.regression(), true);
    boolean trend =
        settings.years() >= 3 && fit.expected() <= fit.largest() && significant(fit, settings);
    if (!trend) {
      fit = QuasiPoisson.fit(counts, first, now, level, settings.regression(), false);
    }
    double tail = settings.level() == Level.TWO_SIDED ? settings.alpha() / 2 : settings.alpha();
    TwoThirds bound = TwoThirds.of(fit, tail, settings.uncertainty());
    boolean enough = FarringtonFlexible.enough(counts, now);
    return new Farrington(
        fit.expected(),
        bound.upper(),
        bound.atLeast(counts[now]),
        enough && counts[now] > bound.upper(),
        enough,
        trend,
        Provenance.of("Farrington (Farrington et al. 1996)", fit.weeks(), Caution.MANY_TESTS)
            .with("years", settings.years())
            .with("half_window", settings.halfWindow())
            .with("alpha", settings.alpha())
            .with("level", settings.level())
            .with("uncertainty", settings.uncertainty()));
  }

  /** 0 for the weeks that are fitted, -1 for the others. */
  private static int[] comparable(int first, int now, Settings settings) {
    int[] level = new int[now - first + 1];
    java.util.Arrays.fill(level, -1);
    for (int year = settings.years(); year >= 1; year--) {
      int week = now - year * settings.frequency() - first;
      java.util.Arrays.fill(
          level, week - settings.halfWindow(), week + settings.halfWindow() + 1, 0);
    }
    return level;
  }

  private static boolean significant(QuasiPoisson fit, Settings settings) {
    QuasiPoisson.Spread spread = fit.spread();
    double dispersion =
        settings.uncertainty() == Uncertainty.PAPER ? spread.pearson() : spread.working();
    if (Math.abs(spread.trendOverRoot()) < 1e-9) {
      return false; // rounding of a level line, over a spread of nearly nothing
    }
    double t = Math.abs(spread.trendOverRoot()) / Math.sqrt(dispersion);
    return 2 * TDistribution.of(spread.freedom()).cumulativeProbability(-t) < TREND_LEVEL;
  }
}
