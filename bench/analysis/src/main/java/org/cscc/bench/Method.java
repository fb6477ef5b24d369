package org.cscc.bench;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cscc.analysis.BlockScore;
import org.cscc.analysis.Concentration;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.NearRepeatWindows;
import org.cscc.analysis.accuracy.Backtest;
import org.cscc.analysis.accuracy.MapAccuracy;
import org.cscc.analysis.allocation.Apportionment;
import org.cscc.analysis.allocation.BenefitAllocation;
import org.cscc.analysis.allocation.Lottery;
import org.cscc.analysis.allocation.MaximalCovering;
import org.cscc.analysis.allocation.SiteSelection;
import org.cscc.analysis.autocorrelation.GlobalMoran;
import org.cscc.analysis.autocorrelation.LocalG;
import org.cscc.analysis.autocorrelation.LocalMoran;
import org.cscc.analysis.autocorrelation.Weights;
import org.cscc.analysis.density.KernelDensity;
import org.cscc.analysis.disclosure.LinkedSuppression;
import org.cscc.analysis.disclosure.LinkedTables;
import org.cscc.analysis.disclosure.Suppression;
import org.cscc.analysis.effect.DifferenceInDifferences;
import org.cscc.analysis.effect.MatchedControls;
import org.cscc.analysis.effect.Panel;
import org.cscc.analysis.effect.PoissonDifference;
import org.cscc.analysis.effect.SyntheticControl;
import org.cscc.analysis.rates.EmpiricalBayes;
import org.cscc.analysis.rates.UncertainRanking;
import org.cscc.analysis.scan.PoissonScan;
import org.cscc.analysis.scan.ScanLocations;
import org.cscc.analysis.trend.Ears;
import org.cscc.analysis.trend.Farrington;
import org.cscc.analysis.trend.TwoThirds;

/**
 * A method of the library with what makes its input for a size, so that cost can be shown against
 * n. All inputs are made up from fixed seeds.
 *
 * @param what what n counts
 * @param sizes the sizes shown
 * @param job makes the input, and the work to be timed on it
 */
@SuppressWarnings("ArrayRecordComponent")
record Method(String what, int[] sizes, IntFunction<Supplier<Object>> job) {
  private static final int[] PLACES = {1_000, 5_000, 25_000, 125_000};
  private static final int[] EVENTS = {1_000, 10_000, 100_000, 1_000_000};

  /** Every method by name. */
  static Map<String, Method> all() {
    Map<String, Method> all = new TreeMap<>();
    autocorrelation(all);
    densityAndRates(all);
    events(all);
    series(all);
    effects(all);
    choices(all);
    return all;
  }

  private static void autocorrelation(Map<String, Method> all) {
    all.put("gi-star-999-permutations", places(in -> () -> Jobs.giStar(in)));
    all.put("gi-star-exact-p", places(in -> () -> Jobs.giStarExact(in)));
    all.put("gi-star-z", places(in -> () -> LocalG.of(in.neighbours(), in.counts())));
    all.put("local-moran", places(in -> () -> LocalMoran.of(in.neighbours(), in.counts())));
    all.put(
        "global-moran-999-permutations",
        places(
            in ->
                () ->
                    GlobalMoran.permuted(
                        in.neighbours(), in.counts(), Weights.ROWS_SUM_TO_ONE, 999, 1)));
    all.put(
        "false-discovery-rate",
        sized(
            "tests",
            n -> {
              double[] p = new Random(7).doubles(n).toArray();
              return () -> FalseDiscovery.adjust(p);
            },
            PLACES));
  }

  private static void densityAndRates(Map<String, Method> all) {
    all.put("density-quartic", points(in -> () -> Jobs.density(in, in.grid(200, 125))));
    all.put(
        "density-gaussian",
        sized(
            "points on 25,000 nodes",
            n ->
                on(
                    Inputs.points(n),
                    in -> KernelDensity.gaussian(in.grid(200, 125), in.x(), in.y(), 600)),
            1_000,
            10_000,
            100_000));
    all.put(
        "empirical-bayes-local",
        places(
            in -> {
              double[] people = new Random(8).doubles(in.counts().length, 100, 900).toArray();
              return () -> EmpiricalBayes.local(in.counts(), people, in.neighbours());
            }));
    all.put(
        "rank-999-replicas",
        sized(
            "places",
            n -> {
              double[] events = Inputs.hexagons(n).counts();
              double[] people = new Random(8).doubles(n, 100, 900).toArray();
              return () -> UncertainRanking.of(events, people, 10, 999, 1);
            },
            77,
            800,
            8_000));
    all.put("concentration", places(in -> () -> Concentration.of(in.whole())));
    all.put(
        "block-score",
        sized(
            "incidents",
            n -> {
              Random random = new Random(9);
              Map<String, String> areas = new TreeMap<>();
              for (int b = 0; b < Math.max(100, n / 4); b++) {
                areas.put("b" + b, "a" + b % 77);
              }
              List<BlockScore.Incident> incidents =
                  IntStream.range(0, n)
                      .mapToObj(
                          i ->
                              new BlockScore.Incident(
                                  "i" + i,
                                  "b" + random.nextInt(areas.size()),
                                  random.nextInt(365),
                                  1))
                      .toList();
              return () -> BlockScore.rank(incidents, areas, 364, BlockScore.Settings.USUAL);
            },
            1_000,
            10_000,
            100_000));
    all.put(
        "map-accuracy-curve",
        places(
            in -> {
              double[] map = new Random(10).doubles(in.counts().length).toArray();
              double[] area = IntStream.range(0, map.length).mapToDouble(i -> 1).toArray();
              return () -> MapAccuracy.of(map, in.whole(), area);
            }));
    all.put(
        "backtest-26-weeks",
        sized(
            "cells",
            n -> {
              int[][] weeks = Inputs.series(104, n);
              double[] area = IntStream.range(0, n).mapToDouble(i -> 1).toArray();
              return () ->
                  Backtest.run(weeks, area, 26, 52, past -> doubles(past[past.length - 1]));
            },
            1_000,
            5_000,
            25_000));
  }

  private static void events(Map<String, Method> all) {
    all.put(
        "knox-999-permutations",
        sized("events", n -> on(Inputs.events(n), Jobs::knox), 1_000, 5_000, 20_000, 80_000));
    all.put(
        "knox-exact",
        sized("events", n -> on(Inputs.events(n), Jobs::knoxExact), 1_000, 5_000, 20_000, 80_000));
    all.put(
        "risk-windows",
        sized(
            "events",
            n -> {
              Inputs.Plane plane = Inputs.points(n);
              int[] days = new Random(3).ints(n, 0, 3650).toArray();
              return () ->
                  NearRepeatWindows.of(
                      plane.x(), plane.y(), days, NearRepeatWindows.Settings.USUAL);
            },
            1_000,
            10_000,
            100_000));
    all.put(
        "space-time-scan-999-replicas",
        sized("events", n -> on(Inputs.cases(n), Jobs::scan), 1_250, 2_500, 5_000, 10_000));
    all.put(
        "poisson-scan-999-replicas",
        sized(
            "places",
            n -> {
              Inputs.Plane at = Inputs.points(n);
              Random random = new Random(11);
              double[] people = random.doubles(n, 100, 900).toArray();
              int[] cases = random.ints(n, 0, 5).toArray();
              ScanLocations locations = ScanLocations.planar(at.x(), at.y());
              PoissonScan.Settings usual =
                  new PoissonScan.Settings(0.5, Double.POSITIVE_INFINITY, 2, 999, 1);
              return () -> PoissonScan.of(locations, people, cases, usual);
            },
            77,
            300,
            1_000));
  }

  private static void series(Map<String, Method> all) {
    int[] areas = {7, 77, 770};
    all.put(
        "farrington-flexible-52-weeks",
        sized("areas", n -> on(Inputs.series(n, 520), Jobs::farrington), areas));
    Farrington.Settings classic =
        new Farrington.Settings(
            5, 3, 0.01, Farrington.Level.TWO_SIDED, TwoThirds.Uncertainty.PAPER, 52);
    all.put(
        "farrington-classic",
        sized(
            "areas",
            n ->
                on(
                    Inputs.series(n, 520),
                    in -> {
                      double sum = 0;
                      for (int[] area : in) {
                        sum += Farrington.of(area, area.length - 1, classic).upper();
                      }
                      return sum;
                    }),
            areas));
    all.put(
        "ears-c3-520-weeks",
        sized(
            "areas",
            n ->
                on(
                    Inputs.series(n, 520),
                    in -> {
                      double sum = 0;
                      for (int[] area : in) {
                        sum += Ears.c3(area, 0.025, 0.5).upper()[519];
                      }
                      return sum;
                    }),
            areas));
  }

  private static void effects(Map<String, Method> all) {
    int[] areas = {20, 77, 500, 2_000};
    all.put(
        "difference-two-way",
        sized("areas of 36 periods", n -> on(panel(n), DifferenceInDifferences::twoWay), areas));
    all.put(
        "difference-stacked",
        sized(
            "areas of 36 periods",
            n -> on(panel(n), panel -> DifferenceInDifferences.stacked(panel, 6, 6)),
            20,
            77,
            250,
            500));
    all.put(
        "difference-poisson",
        sized("areas of 36 periods", n -> on(panel(n), PoissonDifference::of), areas));
    all.put(
        "difference-randomisation-999",
        sized(
            "areas of 36 periods",
            n -> on(panel(n), panel -> DifferenceInDifferences.randomisationP(panel, 999, 1)),
            20,
            77,
            500));
    all.put(
        "synthetic-control-with-placebos",
        sized(
            "donors of 36 periods",
            n -> {
              Random random = new Random(12);
              double[][] donors = new double[n][];
              for (int d = 0; d < n; d++) {
                donors[d] = random.doubles(36, 0, 20).toArray();
              }
              double[] own = random.doubles(36, 0, 20).toArray();
              return () -> SyntheticControl.of(own, donors, 0, 24);
            },
            10,
            38,
            76));
    all.put(
        "matched-controls",
        sized(
            "places",
            n -> {
              Random random = new Random(13);
              double[][] covariates = new double[n][];
              boolean[] treated = new boolean[n];
              for (int i = 0; i < n; i++) {
                covariates[i] = random.doubles(5).toArray();
                treated[i] = i % 10 == 0;
              }
              return () -> MatchedControls.of(covariates, treated, 2, 0.5);
            },
            100,
            1_000,
            4_000));
  }

  private static void choices(Map<String, Method> all) {
    all.put(
        "apportion-webster",
        sized(
            "areas",
            n -> on(needs(n), needs -> Apportionment.WEBSTER.share(2 * n, needs)),
            77,
            1_000,
            10_000));
    all.put(
        "allocate-concave",
        sized("areas", n -> on(benefit(n), benefit -> benefit.concave(0.3)), 77, 1_000, 10_000));
    all.put(
        "allocate-leximin",
        sized("areas", n -> on(benefit(n), BenefitAllocation::leximin), 77, 1_000, 10_000));
    all.put(
        "choose-sites",
        sized(
            "sites",
            n -> {
              Random random = new Random(14);
              double[] cost = doubles(random.ints(n, 4_000, 9_000).toArray());
              double[] benefit = random.ints(n, 1, 1_000).mapToDouble(b -> b / 1_000.0).toArray();
              int[] area = random.ints(n, 0, 20).toArray();
              boolean[] priority = new boolean[20];
              java.util.Arrays.fill(priority, 0, 6, true);
              SiteSelection sites = new SiteSelection(cost, benefit, area, priority);
              SiteSelection.Rules rules = new SiteSelection.Rules(n * 1_000.0, 0.4, n, 1);
              return () -> sites.choose(rules, 10_000);
            },
            25,
            50,
            100));
    all.put(
        "cover",
        sized(
            "demand points",
            n -> {
              Inputs.Plane demand = Inputs.points(n);
              Inputs.Plane sites = Inputs.points(60);
              double[] weight = new Random(15).doubles(n).toArray();
              MaximalCovering covering =
                  MaximalCovering.within(
                      sites.x(), sites.y(), demand.x(), demand.y(), weight, 3_000);
              return () -> covering.choose(8, 10_000);
            },
            50,
            100,
            200));
    all.put(
        "lottery",
        sized(
            "entries",
            n -> {
              List<Lottery.Entry> entries =
                  IntStream.range(0, n)
                      .mapToObj(i -> new Lottery.Entry("e" + i, "s" + i % 5))
                      .toList();
              Map<String, Integer> places = new TreeMap<>();
              IntStream.range(0, 5).forEach(s -> places.put("s" + s, n / 10));
              return () -> Lottery.draw(entries, places, "a seed");
            },
            100,
            1_000,
            10_000));
    all.put(
        "suppress",
        sized(
            "cells",
            n -> {
              int[][] table = table(n);
              return () -> Suppression.of(table, 10, 0, Suppression.Cost.CELLS, 2_000);
            },
            20,
            40,
            80,
            160));
    all.put(
        "suppress-linked",
        sized("cells", n -> on(linked(n), in -> LinkedSuppression.of(in, 10, 0)), 10, 20, 30));
  }

  private static Method places(java.util.function.Function<Inputs.Places, Supplier<Object>> job) {
    return sized("places", n -> job.apply(Inputs.hexagons(n)), PLACES);
  }

  private static Method points(java.util.function.Function<Inputs.Plane, Supplier<Object>> job) {
    return sized("points on 25,000 nodes", n -> job.apply(Inputs.points(n)), EVENTS);
  }

  private static Method sized(String what, IntFunction<Supplier<Object>> job, int... sizes) {
    return new Method(what, sizes, job);
  }

  private static <I> Supplier<Object> on(I input, java.util.function.Function<I, Object> job) {
    return () -> job.apply(input);
  }

  private static double[] doubles(int[] values) {
    return IntStream.of(values).asDoubleStream().toArray();
  }

  private static double[] needs(int n) {
    return new Random(16).doubles(n, 0.1, 1).toArray();
  }

  private static BenefitAllocation benefit(int n) {
    int[] most = new int[n];
    java.util.Arrays.fill(most, 6);
    return new BenefitAllocation(2 * n, needs(n), new int[n], most);
  }

  private static Panel panel(int areas) {
    Random random = new Random(17);
    int rows = areas * 36;
    int[] area = new int[rows];
    int[] period = new int[rows];
    double[] treated = new double[rows];
    double[] outcome = new double[rows];
    for (int r = 0; r < rows; r++) {
      area[r] = r / 36;
      period[r] = r % 36;
      treated[r] = area[r] % 4 == 0 && period[r] >= 18 ? 1 : 0;
      outcome[r] = random.nextInt(12);
    }
    return new Panel(area, period, treated, outcome);
  }

  private static int[][] table(int cells) {
    Random random = new Random(18);
    int[][] table = new int[cells / 5][5];
    for (int[] row : table) {
      java.util.Arrays.setAll(
          row, c -> random.nextInt(5) == 0 ? random.nextInt(10) : 10 + random.nextInt(60));
    }
    return table;
  }

  /** A table with its totals, as linked tables see it. */
  private static LinkedTables linked(int cells) {
    int[][] table = table(cells);
    int rows = table.length;
    int[] values = new int[rows * 5 + rows + 5];
    List<LinkedTables.Sum> sums = new java.util.ArrayList<>();
    for (int r = 0; r < rows; r++) {
      int[] parts = new int[5];
      for (int c = 0; c < 5; c++) {
        parts[c] = r * 5 + c;
        values[parts[c]] = table[r][c];
        values[rows * 5 + r] += table[r][c];
        values[rows * 5 + rows + c] += table[r][c];
      }
      sums.add(new LinkedTables.Sum(rows * 5 + r, parts));
    }
    for (int c = 0; c < 5; c++) {
      int column = c;
      sums.add(
          new LinkedTables.Sum(
              rows * 5 + rows + c, IntStream.range(0, rows).map(r -> r * 5 + column).toArray()));
    }
    return new LinkedTables(values, sums);
  }
}
