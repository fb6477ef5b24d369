package org.cscc.analysis.autocorrelation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Normal;
import org.cscc.analysis.autocorrelation.ConditionalPermutation.Null;
import org.junit.jupiter.api.Test;

class AutocorrelationTests {
  private static final int SIDE = 12;
  private static final Neighbours LATTICE = lattice();

  @Test
  void shiftingAndScalingTheValuesChangesNoZ() {
    double[] x = random(1);
    double[] other = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      other[i] = 40 + 3 * x[i];
    }
    assertThat(LocalG.of(LATTICE, other).z())
        .containsExactly(LocalG.of(LATTICE, x).z(), within(1e-9));
    assertThat(GlobalMoran.of(LATTICE, other, Weights.BINARY).z())
        .isCloseTo(GlobalMoran.of(LATTICE, x, Weights.BINARY).z(), within(1e-9));
  }

  @Test
  void relabellingThePlacesRelabelsTheAnswer() {
    double[] x = random(2);
    int n = x.length;
    int[] i = new int[LATTICE.edges()];
    int[] j = new int[LATTICE.edges()];
    int e = 0;
    for (int place = 0; place < n; place++) {
      for (int near : LATTICE.of(place)) {
        i[e] = n - 1 - place;
        j[e++] = n - 1 - near;
      }
    }
    double[] back = new double[n];
    for (int place = 0; place < n; place++) {
      back[n - 1 - place] = x[place];
    }
    double[] z = LocalMoran.of(LATTICE, x).z();
    double[] relabelled = LocalMoran.of(Neighbours.ofEdges(n, i, j), back).z();
    for (int place = 0; place < n; place++) {
      assertThat(relabelled[n - 1 - place]).isCloseTo(z[place], within(1e-9));
    }
  }

  @Test
  void permutationZOfGiStarIsTheZOfGi() {
    LocalG g = LocalG.of(LATTICE, random(3));
    for (int i = 0; i < SIDE * SIDE; i++) {
      double z = (g.sum()[i] - g.permutationMean()[i]) / Math.sqrt(g.permutationVariance()[i]);
      assertThat(g.giZ()[i]).isCloseTo(z, within(1e-9));
    }
  }

  @Test
  void theSameSeedGivesTheSamePForAnyNumberOfThreads() {
    double[] x = random(4);
    double[] here = simulated(x);
    try (ForkJoinPool pool = new ForkJoinPool(5)) {
      assertThat(pool.submit(() -> simulated(x)).join()).containsExactly(here);
      assertThat(pool.submit(() -> GlobalMoran.permuted(LATTICE, x, Weights.BINARY, 199, 3)).join())
          .isEqualTo(GlobalMoran.permuted(LATTICE, x, Weights.BINARY, 199, 3));
    }
  }

  @Test
  void exactPIsUniformUnderTheNull() {
    Random random = new Random(9);
    int low = 0;
    int places = 0;
    for (int trial = 0; trial < 40; trial++) {
      int[] counts = random.ints(SIDE * SIDE, 0, 30).toArray();
      for (double p : ConditionalPermutation.exact(LATTICE, counts).p()) {
        low += p <= 0.1 ? 1 : 0;
        places++;
      }
    }
    assertThat(low / (double) places).isCloseTo(0.1, within(0.02));
  }

  @Test
  void exactPOfTwoDrawsIsCountedByHand() {
    Neighbours path = Neighbours.ofEdges(5, new int[] {0, 0, 1, 2}, new int[] {1, 2, 0, 0});
    double[] p = ConditionalPermutation.exact(path, new int[] {9, 2, 2, 1, 0}).p();
    assertThat(p[0]).isCloseTo(2 * 0.5 / 6, within(1e-12));
    assertThat(p[4]).isNaN();
  }

  /** All sets of places, so that nothing of the arithmetic of the library takes part. */
  @Test
  void exactPIsThatOfAllSetsCountedOneByOneAlsoWhereThePlaceItselfOutweighsAllOthers() {
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      int n = 4 + random.nextInt(9);
      int[] counts = random.ints(n, 0, 4).toArray();
      counts[random.nextInt(n)] = trial % 3 == 0 ? 90_000 : 7;
      Neighbours some = someNeighbours(n, random);
      double[] p = ConditionalPermutation.exact(some, counts).p();
      for (int i = 0; i < n; i++) {
        double counted = counted(some.of(i), i, counts);
        if (Double.isNaN(counted)) {
          assertThat(p[i]).isNaN();
        } else {
          assertThat(p[i]).as("trial %d place %d", trial, i).isCloseTo(counted, within(1e-12));
        }
      }
    }
  }

  @Test
  void farOutInATailTheExactPKeepsItsDigits() {
    int n = 2000;
    int[] counts = new int[n];
    Arrays.fill(counts, 0, 7, 1000);
    counts[n - 1] = 1;
    int[] from = {0, 0, 0, 0, 0, 0};
    int[] to = {1, 2, 3, 4, 5, 6};
    double p = ConditionalPermutation.exact(Neighbours.ofEdges(n, from, to), counts).p()[0];
    // Of all sets of six among the 1,999 others one alone holds the six that are high.
    double sets = 1;
    for (int m = 0; m < 6; m++) {
      sets = sets * (n - 1 - m) / (m + 1);
    }
    assertThat(p * sets).isCloseTo(1, within(1e-9));
  }

  @Test
  void aHundredNeighboursAndMoreStayInRange() {
    int n = 3000;
    int[] from = new int[2 * 500];
    int[] to = new int[2 * 500];
    for (int e = 0; e < 500; e++) {
      to[e] = e + 1;
      from[500 + e] = 1;
      to[500 + e] = e == 0 ? 0 : e + 1;
    }
    int[] counts = new Random(12).ints(n, 0, 3).toArray();
    double[] p = ConditionalPermutation.exact(Neighbours.ofEdges(n, from, to), counts).p();
    double[] z =
        LocalG.of(Neighbours.ofEdges(n, from, to), Arrays.stream(counts).asDoubleStream().toArray())
            .giZ();
    assertThat(p[0]).isCloseTo(Normal.twoSided(z[0]), within(0.01));
    assertThat(p[1]).isCloseTo(Normal.twoSided(z[1]), within(0.01));
  }

  private static double counted(int[] near, int place, int[] counts) {
    if (near.length == 0) {
      return Double.NaN;
    }
    int observed = IntStream.of(near).map(j -> counts[j]).sum();
    int below = 0;
    int equal = 0;
    int all = 0;
    for (int set = 0; set < 1 << counts.length; set++) {
      if (Integer.bitCount(set) == near.length && (set >> place & 1) == 0) {
        int sum = 0;
        for (int j = 0; j < counts.length; j++) {
          sum += (set >> j & 1) * counts[j];
        }
        all++;
        below += sum < observed ? 1 : 0;
        equal += sum == observed ? 1 : 0;
      }
    }
    double tail = Math.min(below, all - below - equal) + equal / 2.0;
    return Math.min(1, 2 * tail / all);
  }

  private static Neighbours someNeighbours(int n, Random random) {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double share = random.nextDouble();
      for (int j = 0; j < n; j++) {
        if (i != j && random.nextDouble() < share) {
          edges.add(new int[] {i, j});
        }
      }
    }
    return Neighbours.ofEdges(
        n,
        edges.stream().mapToInt(e -> e[0]).toArray(),
        edges.stream().mapToInt(e -> e[1]).toArray());
  }

  @Test
  void anIslandHasNoLocalMoranAndTakesNoPartInTheAdjustment() {
    Neighbours pair = Neighbours.ofEdges(4, new int[] {0, 1, 1, 2}, new int[] {1, 0, 2, 1});
    LocalMoran moran = LocalMoran.of(pair, new double[] {1, 2, 4, 3});
    assertThat(moran.z()[3]).isNaN();
    assertThat(moran.q()[3]).isNaN();
    assertThat(LocalG.of(pair, new double[] {1, 2, 4, 3}).giZ()[3]).isNaN();
    assertThat(pair.islands()).isEqualTo(1);
  }

  @Test
  void adjustedValuesNeverFallBelowTheirPAndKeepTheirOrder() {
    assertThat(FalseDiscovery.adjust(new double[] {0.01, 0.04, 0.03, Double.NaN}))
        .containsExactly(new double[] {0.03, 0.04, 0.04, Double.NaN}, within(1e-12));
    assertThat(FalseDiscovery.adjust(new double[0])).isEmpty();
  }

  @Test
  void illegalInputIsRefusedByName() {
    double[] x = random(5);
    refused(() -> LocalG.of(LATTICE, new double[SIDE * SIDE]), Reason.NO_VARIATION);
    refused(() -> LocalG.of(LATTICE, new double[3]), Reason.LENGTH_MISMATCH);
    x[7] = Double.NaN;
    refused(() -> LocalMoran.of(LATTICE, x), Reason.NOT_FINITE);
    int[] one = {1};
    refused(() -> Neighbours.ofEdges(2, one, one), Reason.OUT_OF_RANGE);
    refused(() -> Neighbours.ofEdges(2, one, new int[] {2}), Reason.UNKNOWN_ID);
    refused(() -> Neighbours.ofEdges(2, new int[] {1, 1}, new int[] {0, 0}), Reason.DUPLICATE_ID);
    refused(
        () -> LocalG.of(Neighbours.ofEdges(1, new int[0], new int[0]), new double[1]),
        Reason.TOO_FEW);
    refused(() -> FalseDiscovery.adjust(new double[] {2}), Reason.OUT_OF_RANGE);
    double[] fine = random(6);
    refused(() -> GlobalMoran.permuted(LATTICE, fine, Weights.BINARY, -1, 1), Reason.OUT_OF_RANGE);
    Neighbours islands = Neighbours.ofEdges(5, new int[0], new int[0]);
    double[] five = {1, 2, 3, 4, 5};
    refused(() -> GlobalMoran.of(islands, five, Weights.BINARY), Reason.NO_VARIATION);
    refused(() -> GlobalMoran.permuted(islands, five, Weights.BINARY, 9, 1), Reason.NO_VARIATION);
  }

  private static double[] simulated(double[] x) {
    return ConditionalPermutation.simulated(LATTICE, x, Null.PLACE_KEPT, 199, 6).p();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static double[] random(long seed) {
    return new Random(seed).doubles(SIDE * SIDE, 0, 10).toArray();
  }

  private static Neighbours lattice() {
    int[] i = new int[2 * SIDE * SIDE * 2];
    int[] j = new int[i.length];
    int e = 0;
    for (int a = 0; a < SIDE * SIDE; a++) {
      for (int b = 0; b < SIDE * SIDE; b++) {
        int apart = Math.abs(a / SIDE - b / SIDE) + Math.abs(a % SIDE - b % SIDE);
        if (apart == 1) {
          i[e] = a;
          j[e++] = b;
        }
      }
    }
    return Neighbours.ofEdges(SIDE * SIDE, Arrays.copyOf(i, e), Arrays.copyOf(j, e));
  }
}
