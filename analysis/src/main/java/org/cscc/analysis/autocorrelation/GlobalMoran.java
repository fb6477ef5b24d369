package org.cscc.analysis.autocorrelation;

import org.apache.commons.rng.UniformRandomProvider;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Normal;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Replicas;
import org.cscc.analysis.Require;

/**
 * Moran's I of a whole map (Moran 1950): {@code I = (n/S0) sum w_ij z_i z_j / sum z_i^2}, with its
 * moments when values are dealt at random (randomisation) and when they are draws of a normal
 * (normality), after Cliff and Ord 1981.
 *
 * @param i the statistic
 * @param mean its mean under both nulls, {@code -1/(n - 1)}
 * @param randomisationVariance variance under randomisation
 * @param normalityVariance variance under normality
 * @param provenance method and settings
 */
public record GlobalMoran(
    double i,
    double mean,
    double randomisationVariance,
    double normalityVariance,
    Provenance provenance) {

  /**
   * Monte Carlo distribution of I.
   *
   * @param p {@code (1 + #{I* >= I}) / (permutations + 1)}
   * @param mean mean of I*
   * @param sd standard deviation of I*, divisor permutations - 1
   * @param permutations number drawn
   * @param provenance method and settings
   */
  public record Permuted(
      double p, double mean, double sd, int permutations, Provenance provenance) {}

  /**
   * Computes I and its moments.
   *
   * @throws InvalidInput for fewer than four places, a value that is no number, all values equal,
   *     or no neighbours at all
   */
  public static GlobalMoran of(Neighbours neighbours, double[] values, Weights weights) {
    Moments moments = Moments.of(neighbours, values, 4);
    double[] dev = moments.deviations(values);
    double n = moments.n();
    Weights.Sums w = weights.sums(neighbours);
    if (w.s0() == 0) {
      throw new InvalidInput(Reason.NO_VARIATION, "no place has a neighbour");
    }
    double squares = 0;
    double fourths = 0;
    for (double d : dev) {
      squares += d * d;
      fourths += d * d * d * d;
    }
    double s02 = w.s0() * w.s0();
    double mean = -1 / (n - 1);
    double normal = (n * n * w.s1() - n * w.s2() + 3 * s02) / (s02 * (n * n - 1)) - mean * mean;
    double kurtosis = n * fourths / (squares * squares);
    double dealt = n * (w.s1() * (n * n - 3 * n + 3) - n * w.s2() + 3 * s02);
    dealt -= kurtosis * (w.s1() * (n * n - n) - 2 * n * w.s2() + 6 * s02);
    return new GlobalMoran(
        n / w.s0() * cross(neighbours, dev, weights) / squares,
        mean,
        dealt / ((n - 1) * (n - 2) * (n - 3) * s02) - mean * mean,
        normal,
        Provenance.of("Global Moran (Cliff and Ord 1981)", moments.n(), Caution.NOT_A_CAUSE)
            .with("weights", weights)
            .with("islands", neighbours.islands()));
  }

  /** z under randomisation. */
  public double z() {
    return (i - mean) / Math.sqrt(randomisationVariance);
  }

  /** Two-sided normal p under randomisation. */
  public double p() {
    return Normal.twoSided(z());
  }

  /**
   * Deals the values at random over the places, again and again.
   *
   * @throws InvalidInput as {@link #of}, and for permutations outside of 1..1,000,000
   */
  public static Permuted permuted(
      Neighbours neighbours, double[] values, Weights weights, int permutations, long seed) {
    Moments moments = Moments.of(neighbours, values, 4);
    Require.between("permutations", permutations, 1, 1_000_000);
    double s0 = weights.sums(neighbours).s0();
    if (s0 == 0) {
      throw new InvalidInput(Reason.NO_VARIATION, "no place has a neighbour");
    }
    double[] dev = moments.deviations(values);
    double observed = cross(neighbours, dev, weights);
    double squares = 0;
    for (double d : dev) {
      squares += d * d;
    }
    double scale = moments.n() / (s0 * squares);
    double[] drawn = new double[permutations];
    Replicas.run(
        permutations,
        seed,
        dev::clone,
        (index, random, shuffled) -> {
          System.arraycopy(dev, 0, shuffled, 0, dev.length);
          shuffle(shuffled, random);
          drawn[index] = cross(neighbours, shuffled, weights);
        },
        (a, b) -> a);
    int atLeast = 0;
    double sum = 0;
    double sumOfSquares = 0;
    for (double value : drawn) {
      atLeast += value >= observed * (1 - 1e-12) ? 1 : 0;
      sum += scale * value;
      sumOfSquares += scale * value * scale * value;
    }
    double mean = sum / permutations;
    double variance = (sumOfSquares - permutations * mean * mean) / Math.max(1, permutations - 1);
    return new Permuted(
        (1.0 + atLeast) / (permutations + 1.0),
        mean,
        Math.sqrt(Math.max(0, variance)),
        permutations,
        Provenance.of(
                "Global Moran, permutation (Cliff and Ord 1981)", moments.n(), Caution.NOT_A_CAUSE)
            .with("weights", weights)
            .with("permutations", permutations)
            .with("seed", seed));
  }

  private static void shuffle(double[] values, UniformRandomProvider random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }

  private static double cross(Neighbours neighbours, double[] dev, Weights weights) {
    double cross = 0;
    for (int i = 0; i < dev.length; i++) {
      if (neighbours.count(i) > 0) {
        cross += weights.of(neighbours, i) * dev[i] * neighbours.sum(i, dev);
      }
    }
    return cross;
  }
}
