package org.cscc.analysis.rates;

import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.autocorrelation.GlobalMoran;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.autocorrelation.Weights;

/**
 * Moran's I of rates whose populations differ (Assuncao and Reis 1999, Stat. Med. 18:2147): each
 * rate is first standardised by its own variance, {@code z_i = (r_i - m) / sqrt(a + m/P_i)} (by
 * {@code m/P_i} alone where that is not positive), then I is taken with rows that sum to one. Here
 * {@code a = s2 - m / mean(P)} keeps its sign.
 *
 * @param i the statistic
 * @param permuted Monte Carlo distribution, one-sided upwards
 * @param provenance method and settings
 */
public record BayesMoran(double i, GlobalMoran.Permuted permuted, Provenance provenance) {

  /**
   * Computes the statistic and its permutation distribution.
   *
   * @throws org.cscc.analysis.InvalidInput as {@link EmpiricalBayes#global} and {@link
   *     GlobalMoran#of}
   */
  public static BayesMoran of(
      double[] events, double[] population, Neighbours neighbours, int permutations, long seed) {
    EmpiricalBayes.check(events, population);
    if (java.util.Arrays.stream(events).sum() == 0) {
      throw new InvalidInput(InvalidInput.Reason.NO_VARIATION, "no events at any place");
    }
    int[] all = new int[events.length];
    java.util.Arrays.setAll(all, i -> i);
    EmpiricalBayes.Prior prior = EmpiricalBayes.prior(events, population, all);
    double people = java.util.Arrays.stream(population).sum();
    double a = prior.spread() - prior.mean() * events.length / people;
    double[] z = new double[events.length];
    for (int i = 0; i < z.length; i++) {
      double chance = prior.mean() / population[i];
      double variance = a + chance > 0 ? a + chance : chance;
      z[i] = (events[i] / population[i] - prior.mean()) / Math.sqrt(variance);
    }
    GlobalMoran moran = GlobalMoran.of(neighbours, z, Weights.ROWS_SUM_TO_ONE);
    return new BayesMoran(
        moran.i(),
        GlobalMoran.permuted(neighbours, z, Weights.ROWS_SUM_TO_ONE, permutations, seed),
        new Provenance(
                "Empirical Bayes Moran (Assuncao and Reis 1999)",
                Provenance.VERSION,
                events.length,
                moran.provenance().parameters(),
                moran.provenance().caution())
            .with("permutations", permutations)
            .with("seed", seed));
  }
}
