package org.cscc.analysis.doors;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cscc.analysis.accuracy.Backtest;
import org.cscc.analysis.accuracy.MapAccuracy;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.autocorrelation.GlobalG;
import org.cscc.analysis.autocorrelation.GlobalMoran;
import org.cscc.analysis.autocorrelation.LocalG;
import org.cscc.analysis.autocorrelation.LocalMoran;
import org.cscc.analysis.autocorrelation.Weights;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;
import org.cscc.analysis.density.LiveDensity;
import org.cscc.analysis.rates.BayesMoran;
import org.cscc.analysis.rates.Choynowski;
import org.cscc.analysis.rates.EmpiricalBayes;
import org.cscc.analysis.rates.UncertainRanking;
import org.cscc.analysis.scan.PoissonScan;
import org.cscc.analysis.scan.ScanLocations;
import org.cscc.analysis.scan.SpaceTimePermutation;

/** Maps: autocorrelation, density, rates, scans, and how well a map did. */
final class MapDoors {
  private MapDoors() {}

  static List<Door> all() {
    return Stream.of(autocorrelation(), density(), rates(), scans(), accuracy())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Door> autocorrelation() {
    Call near = Doors.ROW;
    return List.of(
        Door.of(near)
            .and("a place beside itself", 1, new int[] {1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7}),
        Door.of(near.then("count", 1).ids(0)),
        Door.of(near.then("of", 1).ids(0)),
        Door.of(Call.of(LocalG.class, "of", near, Doors.values()))
            .and("values equal but for 1e-9", 1, nearlyEqual())
            .and("every place beside every other", 0, everybody()),
        Door.of(Call.of(LocalMoran.class, "of", near, Doors.values())),
        Door.of(Call.of(GlobalG.class, "of", near, Doors.values())),
        Door.of(Call.of(GlobalMoran.class, "of", near, Doors.values(), Weights.ROWS_SUM_TO_ONE)),
        Door.of(
            Call.of(GlobalMoran.class, "permuted", near, Doors.values(), Weights.BINARY, 19, 7L)),
        Door.of(Call.of(ConditionalPermutation.class, "exact", near, Doors.counts())),
        Door.of(
            Call.of(
                ConditionalPermutation.class,
                "simulated",
                near,
                Doors.values(),
                ConditionalPermutation.Null.PLACE_KEPT,
                19,
                7L)));
  }

  private static Call everybody() {
    int[] from = new int[56];
    int[] to = new int[56];
    for (int e = 0; e < 56; e++) {
      from[e] = e / 7;
      to[e] = e % 7 < e / 7 ? e % 7 : e % 7 + 1;
    }
    return Doors.ROW.with(1, from).with(2, to);
  }

  private static double[] nearlyEqual() {
    return new double[] {1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6 + 1e-9};
  }

  private static List<Door> density() {
    Call grid = Call.of(Grid.class, "ofCells", 0.0, 0.0, 500.0, 4, 3);
    Call live = Call.create(LiveDensity.class, grid, 400.0);
    double[] weights = {1, 1, 2, 1, 1, 1, 1, 1};
    double[] x = Doors.x();
    double[] y = Doors.y();
    return List.of(
        Door.of(Call.create(Grid.class, 0.0, 0.0, 100.0, 100.0, 4, 3)),
        Door.of(grid),
        Door.of(grid.then("x", 1)),
        Door.of(grid.then("y", 1)),
        Door.of(Call.of(KernelDensity.class, "quartic", grid, x, y, weights, 400.0)),
        Door.of(Call.of(KernelDensity.class, "quartic", grid, x, y, 400.0)),
        Door.of(Call.of(KernelDensity.class, "gaussian", grid, x, y, weights, 200.0)),
        Door.of(Call.of(KernelDensity.class, "gaussian", grid, x, y, 200.0)),
        Door.of(Call.of(KernelDensity.class, "gaussian", grid, x, y, weights, 200.0, 3.0)),
        Door.of(live),
        Door.of(live.then("add", 100.0, 100.0)),
        Door.of(live.then("remove", 100.0, 100.0)));
  }

  private static List<Door> rates() {
    Call near = Doors.ROW;
    double[] events = Doors.values();
    double[] people = Doors.people();
    return List.of(
        Door.of(Call.of(EmpiricalBayes.class, "global", events, people)),
        Door.of(Call.of(EmpiricalBayes.class, "local", events, people, near)),
        Door.of(Call.of(EmpiricalBayes.class, "binomial", events, people)),
        Door.of(Call.of(BayesMoran.class, "of", events, people, near, 19, 7L)),
        Door.of(Call.of(Choynowski.class, "of", Doors.counts(), people)),
        Door.of(
            Call.of(
                UncertainRanking.class,
                "of",
                new double[] {1, 40, 0, 2, 7, 30, 0, 1},
                people,
                3,
                50,
                7L)));
  }

  private static List<Door> scans() {
    Call places = Doors.PLACES;
    Call poisson = Call.create(PoissonScan.Settings.class, 0.5, 1000.0, 2, 19, 7L);
    Call spaceTime = Call.create(SpaceTimePermutation.Settings.class, 0.5, 1000.0, 7, 2, 19, 7L);
    int[] at = {0, 1, 1, 2, 3, 3, 4, 5, 6, 7};
    int[] day = {1, 40, 41, 40, 2, 9, 12, 20, 30, 33};
    Call scan = Call.of(PoissonScan.class, "of", places, Doors.people(), Doors.counts(), poisson);
    return List.of(
        Door.of(places),
        Door.of(
                Call.of(
                    ScanLocations.class,
                    "lonLat",
                    new double[] {-87.7, -87.6},
                    new double[] {41.8, 41.9}))
            .and("beyond the pole", 1, new double[] {91, 0}),
        Door.of(places.then("distance", 0, 1).ids(0, 1)),
        Door.of(poisson).and("share of 2", 0, 2.0),
        Door.of(scan)
            .and("events where nobody lives", 1, new double[] {0, 0, 0, 0, 0, 90, 60, 200}),
        Door.of(scan.then("quantile", 0.95)).and("share of 2", 0, 2.0),
        Door.of(
            Call.create(
                    org.cscc.analysis.scan.ScanCluster.class,
                    0,
                    new int[] {0, 1},
                    100.0,
                    350.0,
                    5,
                    2.0,
                    3.0,
                    0.05,
                    7)
                .then("relativeRisk", 18)),
        Door.of(spaceTime),
        Door.of(Call.of(SpaceTimePermutation.class, "of", places, at, day, 41, spaceTime).ids(1))
            .and("an event after the last day", 3, 5));
  }

  private static List<Door> accuracy() {
    Call map = Call.of(MapAccuracy.class, "of", Doors.values(), Doors.counts(), Doors.people());
    int[][] history = {{1, 2, 0}, {2, 2, 1}, {0, 3, 0}, {1, 2, 2}, {0, 4, 1}};
    Function<int[][], double[]> latest =
        counts -> java.util.Arrays.stream(counts[counts.length - 1]).asDoubleStream().toArray();
    Function<int[][], double[]> none = counts -> new double[] {Double.NaN, 1, 1};
    return List.of(
        Door.of(map),
        Door.of(map.then("at", 2).ids(0)).and("no cell", 0, 0),
        Door.of(map.then("atAreaShare", 0.2)),
        Door.of(map.then("recapture", 2, Doors.counts()).ids(0))
            .and("nothing earlier", 1, new int[8]),
        Door.of(Call.of(Backtest.class, "run", history, new double[] {1, 1, 2}, 2, 4, latest))
            .and("a map of NaN", 4, none)
            .and("periods of other sizes", 0, new int[][] {{1, 2}, {2, 2, 1}, {0, 3, 0}})
            .and("a year of no periods", 3, 0));
  }
}
