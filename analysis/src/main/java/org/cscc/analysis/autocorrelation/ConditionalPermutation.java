package org.cscc.analysis.autocorrelation;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.cscc.analysis.Caution;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Replicas;
import org.cscc.analysis.Require;

/**
 * The p of Gi* when the place keeps its value and all others are dealt at random over the rest of
 * the map. Both tails are folded at the middle rank: {@code p = 2 min(P(S < s) + P(S = s)/2, P(S >
 * s) + P(S = s)/2)}, at most 1.
 *
 * <p>{@link #exact} works out that probability for counts without drawing anything; {@link
 * #simulated} draws, for values of any kind and for comparison with programs that draw.
 *
 * @param p two-sided p of each place; NaN for an island
 * @param q adjusted for testing every place (Benjamini and Hochberg)
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record ConditionalPermutation(double[] p, double[] q, Provenance provenance) {

  /** What is dealt at random. */
  public enum Null {
    /** The place keeps its value; its neighbours are drawn without replacement. */
    PLACE_KEPT,
    /**
     * The place's own seat in the sum is drawn too, and all with replacement, from the values of
     * the other places: what spdep's {@code localG_perm} does for Gi*.
     */
    PLACE_DRAWN
  }

  /**
   * Exact p for counts: the sum of {@code k} draws without replacement depends only on the
   * histogram of the other values, so one convolution for each pair of neighbour number and own
   * value serves all places that share it.
   *
   * @throws org.cscc.analysis.InvalidInput for fewer than three places, a negative count, or all
   *     counts equal
   */
  public static ConditionalPermutation exact(Neighbours neighbours, int[] counts) {
    Require.nonNegative("counts", counts);
    double[] values = IntStream.of(counts).asDoubleStream().toArray();
    Moments.of(neighbours, values, 3);
    double[] p = new SumDistribution(neighbours, counts).foldedP();
    return new ConditionalPermutation(
        p,
        FalseDiscovery.adjust(p),
        Provenance.of("Gi*, exact conditional permutation", counts.length, Caution.MANY_TESTS));
  }

  /**
   * Monte Carlo p with middle ranks: {@code 2 min(below + (equal + 1)/2, above + (equal + 1)/2) /
   * (permutations + 1)}. One table of random places is drawn and used for every place.
   *
   * @throws org.cscc.analysis.InvalidInput for fewer than three places, a value that is no number,
   *     or all values equal
   */
  public static ConditionalPermutation simulated(
      Neighbours neighbours, double[] values, Null nullModel, int permutations, long seed) {
    Require.between("permutations", permutations, 1, 1_000_000);
    int n = Moments.of(neighbours, values, 3).n();
    boolean kept = nullModel == Null.PLACE_KEPT;
    int most = neighbours.largestCount() + (kept ? 0 : 1);
    int[][] draws = draws(n, most, permutations, seed, kept);
    double[] p = new Deals(neighbours, values, draws, kept).foldedP();
    return new ConditionalPermutation(
        p,
        FalseDiscovery.adjust(p),
        Provenance.of("Gi*, conditional permutation", n, Caution.MANY_TESTS)
            .with("null", nullModel)
            .with("permutations", permutations)
            .with("seed", seed));
  }

  /** {@code draws[k][r]}: the k-th number below n - 1 of permutation r. */
  private static int[][] draws(int n, int most, int permutations, long seed, boolean distinct) {
    int[][] draws = new int[most][permutations];
    UniformRandomProvider random = Replicas.stream(seed, 0);
    for (int r = 0; r < permutations; r++) {
      for (int k = 0; k < most; k++) {
        int draw = random.nextInt(n - 1);
        for (int before = 0; distinct && before < k; before++) {
          if (draws[before][r] == draw) {
            draw = random.nextInt(n - 1);
            before = -1;
          }
        }
        draws[k][r] = draw;
      }
    }
    return draws;
  }
}
