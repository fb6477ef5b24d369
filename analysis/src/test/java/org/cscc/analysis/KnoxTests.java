package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cscc.analysis.PoissonTests.refused;
import static org.cscc.analysis.ReferenceCase.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.cscc.analysis.InvalidInput.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnoxTests {
  private static final KnoxBands BANDS =
      KnoxBands.of(
          new double[] {0, 100, 300, Double.POSITIVE_INFINITY},
          new int[] {0, 3, 10, KnoxBands.OPEN_DAYS},
          Metric.MANHATTAN);

  @ParameterizedTest
  @ValueSource(strings = {"knox-chicago-arson", "knox-chicago-shootings-2019"})
  void tableAgreesWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    Knox.Table table = Knox.simulated(events(reference), bands(reference), 19_999, 1);
    // The reference drew 199 replicas of the shootings: its own p is off by up to 0.07.
    boolean few = reference.json("expected.json").get("nrep").asInt() < 999;
    List<NamedCsvRecord> rows = reference.rows("expected_table.csv");
    assertThat(table.cells()).hasSize(rows.size());
    for (int r = 0; r < rows.size(); r++) {
      NamedCsvRecord row = rows.get(r);
      int spaceBands = table.bands().spaceBands();
      Knox.Cell cell = table.cell(r % spaceBands, r / spaceBands);
      String at = "[" + row.getField("s_from") + "," + row.getField("t_from") + "] ";
      reference.agree(at + "observed", value(row, "observed"), (double) cell.observed(), 0);
      reference.agree(at + "expected_exact", value(row, "expected_exact"), cell.expected(), 1e-9);
      reference.within(at + "sd_exact", value(row, "sd_exact"), cell.sd(), sdTolerance(cell));
      reference.agree(at + "knox_ratio_exact", value(row, "knox_ratio_exact"), cell.ratio(), 1e-9);
      double z = value(row, "z_exact");
      reference.within(
          at + "z_exact", z, cell.z(), Math.abs(z) * (1e-8 + sdTolerance(cell) / cell.sd()));
      reference.within(
          at + "p_mc", value(row, "p_mc"), cell.p(), 0.015 + (few ? 3 * error(cell.p()) : 0));
    }
  }

  @Test
  void exactMomentsAreThoseOfTheSimulation() {
    KnoxEvents events = random(150, 11);
    Knox.Table table = Knox.simulated(events, BANDS, 4000, 3);
    for (Knox.Cell cell : table.cells()) {
      assertThat(cell.simulatedMean())
          .isCloseTo(cell.expected(), within(5 * cell.sd() / Math.sqrt(4000)));
    }
  }

  @Test
  void fourShufflesAtOnceCountWhatEachCountsAlone() {
    KnoxEvents events = random(120, 3);
    KnoxPairs pairs = new KnoxPairs(events, BANDS);
    KnoxLanes lanes = new KnoxLanes(events, BANDS, pairs);
    long[] packed = new long[events.n()];
    int[][] shuffled = new int[KnoxLanes.LANES][];
    for (int lane = 0; lane < KnoxLanes.LANES; lane++) {
      Random random = new Random(lane);
      shuffled[lane] = random.ints(events.n(), -40, 60).toArray();
      shuffled[lane][0] = events.firstDay();
      for (int i = 0; i < events.n(); i++) {
        shuffled[lane][i] = Math.clamp(shuffled[lane][i], events.firstDay(), events.lastDay());
      }
      lanes.put(packed, lane, shuffled[lane]);
    }
    int[][] counts = lanes.count(packed);
    for (int lane = 0; lane < KnoxLanes.LANES; lane++) {
      KnoxEvents alone = KnoxEvents.of(events.x, events.y, shuffled[lane]);
      Knox.Table table = Knox.exact(alone, BANDS);
      for (int c = 0; c < 4; c++) {
        assertThat(counts[lane][c])
            .as("lane %d, closed cell %d", lane, c)
            .isEqualTo((int) table.cell(c / 2, c % 2).observed());
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameTableForAnyNumberOfThreads() {
    KnoxEvents events = random(400, 5);
    Knox.Table alone = inPool(1, events);
    assertThat(inPool(2, events).cells()).isEqualTo(alone.cells());
    assertThat(inPool(7, events).cells()).isEqualTo(alone.cells());
  }

  @Test
  void countsDoNotDependOnOrderTranslationOrRotationByAQuarterTurn() {
    Random random = new Random(2);
    int n = 200;
    double[] x = random.doubles(n, 0, 2000).map(Math::rint).toArray();
    double[] y = random.doubles(n, 0, 2000).map(Math::rint).toArray();
    int[] days = random.ints(n, 0, 60).toArray();
    List<Knox.Cell> plain = Knox.exact(KnoxEvents.of(x, y, days), BANDS).cells();
    double[] turnedX = new double[n];
    double[] turnedY = new double[n];
    int[] later = new int[n];
    for (int i = 0; i < n; i++) {
      turnedX[n - 1 - i] = 5000 - y[i];
      turnedY[n - 1 - i] = x[i] - 9000;
      later[n - 1 - i] = days[i] + 77;
    }
    assertThat(Knox.exact(KnoxEvents.of(turnedX, turnedY, later), BANDS).cells()).isEqualTo(plain);
  }

  @Test
  void pairsOnTheSameBlockHaveABandOfTheirOwnHoweverFarApart() {
    KnoxEvents events =
        KnoxEvents.of(
                new double[] {0, 5000, 10, 20000, 30000},
                new double[5],
                new int[] {0, 1, 2, 50, 90})
            .onBlocks(new int[] {1, 1, 2, 3, 4});
    Knox.Table table = Knox.exact(events, KnoxBands.shootings());
    assertThat(table.spacePairs()).containsExactly(1L, 1L, 0L, 0L);
    assertThat(table.cell(0, 0).observed()).isEqualTo(1);
    assertThat(table.cell(1, 0).observed()).isEqualTo(1);
  }

  @Test
  void pUnderTheNullIsRoughlyUniform() {
    int low = 0;
    int trials = 300;
    for (int trial = 0; trial < trials; trial++) {
      Knox.Table table = Knox.simulated(random(60, 1000 + trial), BANDS, 99, trial);
      low += table.cell(1, 1).p() <= 0.2 ? 1 : 0;
    }
    assertThat(low / (double) trials).isBetween(0.10, 0.27);
  }

  @Test
  void illegalInputIsRefusedByName() {
    double[] three = new double[3];
    refused(() -> KnoxEvents.of(three, three, new int[3]), Reason.TOO_FEW);
    refused(() -> KnoxEvents.of(new double[0], three, new int[3]), Reason.EMPTY);
    refused(() -> KnoxEvents.of(new double[4], new double[4], new int[5]), Reason.LENGTH_MISMATCH);
    refused(
        () -> KnoxBands.of(new double[] {0, 5, 5}, new int[] {0, 1}, Metric.EUCLIDEAN),
        Reason.NOT_SORTED);
    refused(() -> Knox.exact(random(9, 1), KnoxBands.shootings()), Reason.LENGTH_MISMATCH);
    refused(() -> Knox.simulated(random(9, 1), BANDS, 0, 1), Reason.OUT_OF_RANGE);
  }

  @Test
  void eventsOfOnePlaceAndDayGiveADefinedTable() {
    Knox.Table table =
        Knox.simulated(KnoxEvents.of(new double[5], new double[5], new int[5]), BANDS, 9, 1);
    assertThat(table.cell(0, 0).observed()).isEqualTo(10);
    assertThat(table.cell(0, 0).sd()).isZero();
    assertThat(table.cell(0, 0).z()).isNaN();
    assertThat(table.cell(0, 0).p()).isEqualTo(1);
  }

  static KnoxEvents random(int n, long seed) {
    Random random = new Random(seed);
    return KnoxEvents.of(
        random.doubles(n, 0, 2000).toArray(),
        random.doubles(n, 0, 2000).toArray(),
        random.ints(n, 0, 60).toArray());
  }

  private static Knox.Table inPool(int threads, KnoxEvents events) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> Knox.simulated(events, BANDS, 199, 42)).join();
    }
  }

  private static KnoxEvents events(ReferenceCase reference) {
    String file = "input_events.csv";
    int[] days =
        reference.rows(file).stream()
            .mapToInt(row -> (int) LocalDate.parse(row.getField("date")).toEpochDay())
            .toArray();
    return KnoxEvents.of(reference.numbers(file, "x"), reference.numbers(file, "y"), days);
  }

  private static KnoxBands bands(ReferenceCase reference) {
    var parameters = reference.json("case.json").get("parameters");
    var space = parameters.get("spatial_breaks");
    double[] breaks = new double[space.size()];
    for (int i = 0; i < breaks.length; i++) {
      double value = space.get(i).asDouble();
      breaks[i] = value < 0 ? Double.POSITIVE_INFINITY : value;
    }
    List<Integer> days = ReferenceCase.integers(parameters.get("temporal_breaks_days"));
    int[] dayBreaks = days.stream().mapToInt(d -> d < 0 ? KnoxBands.OPEN_DAYS : d).toArray();
    return KnoxBands.of(breaks, dayBreaks, Metric.MANHATTAN);
  }

  /**
   * 1e-8, and what double arithmetic loses in {@code E[O^2] - E[O]^2}: the reference computed the
   * difference of two numbers near 1e10 in doubles, we compute it in whole numbers. Exact rational
   * arithmetic gives 2.48406005367 for the last cell of the arson case, the reference
   * 2.48406020755.
   */
  private static double sdTolerance(Knox.Cell cell) {
    double lost = 2 * Math.ulp(cell.expected() * cell.expected());
    return 1e-8 * cell.sd() + lost / cell.sd();
  }

  private static double error(double p) {
    return Math.sqrt(p * (1 - p) / 200);
  }

  private static double value(NamedCsvRecord row, String column) {
    return number(row.getField(column));
  }
}
