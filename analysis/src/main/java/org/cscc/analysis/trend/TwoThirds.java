package org.cscc.analysis.trend;

import org.cscc.analysis.Normal;

/**
 * The bound of Farrington et al. (1996): the 2/3 power of a Poisson-like count is nearly normal, so
 * {@code U = (m^(2/3) + z sd)^(3/2)} with {@code sd^2 = (4/9) m^(1/3) (phi + se^2 / m)}, where
 * {@code m} is the expected count, {@code phi} the dispersion and {@code se} the standard error of
 * {@code m}.
 *
 * @param center {@code m^(2/3)}
 * @param sd standard deviation of the 2/3 power
 * @param upper upper bound in events
 */
public record TwoThirds(double center, double sd, double upper) {

  /** Which dispersion the standard error of the expected count is scaled by. */
  public enum Uncertainty {
    /** The dispersion of the fit, at least 1 (Farrington et al. 1996). */
    PAPER,
    /**
     * {@code sum w (y - mu)^2 / mu^2} over the degrees of freedom, as {@code farringtonFlexible} of
     * the R package {@code surveillance} 1.20.3 comes to use: to compare with its bounds.
     */
    SURVEILLANCE
  }

  static TwoThirds of(QuasiPoisson fit, double upperTail, Uncertainty uncertainty) {
    double scale =
        switch (uncertainty) {
          case PAPER -> fit.dispersion();
          case SURVEILLANCE -> fit.spread().working();
        };
    double mean = fit.expected();
    // The fit is of ln m, so the variance of m is m^2 times that of ln m.
    double tau = fit.dispersion() + mean * scale * fit.spread().leverage();
    double center = Math.cbrt(mean * mean);
    double sd = 2.0 / 3 * Math.sqrt(Math.cbrt(mean) * tau);
    double z = -Normal.quantile(upperTail);
    return new TwoThirds(center, sd, Math.pow(center + z * sd, 1.5));
  }

  /** Probability of a 2/3 power this high or higher. */
  double atLeast(int count) {
    return count == 0 ? 1 : Normal.upper((Math.cbrt((double) count * count) - center) / sd);
  }
}
