package org.cscc.analysis.doors;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.cscc.analysis.BlockScore;
import org.cscc.analysis.Caution;
import org.cscc.analysis.Concentration;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.HourByWeekday;
import org.cscc.analysis.Knox;
import org.cscc.analysis.KnoxBands;
import org.cscc.analysis.KnoxEvents;
import org.cscc.analysis.Metric;
import org.cscc.analysis.NearRepeatWindows;
import org.cscc.analysis.Normal;
import org.cscc.analysis.PoissonInterval;
import org.cscc.analysis.PoissonTest;
import org.cscc.analysis.Progress;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Replicas;
import org.cscc.analysis.Require;
import org.cscc.analysis.RollingCounts;
import org.cscc.analysis.UsualRange;
import org.cscc.analysis.WindowChange;
import org.cscc.analysis.YearToDate;

/** Counts, near repeats and what all methods stand on. */
final class CountDoors {
  private CountDoors() {}

  static List<Door> all() {
    return java.util.stream.Stream.of(counts(), blocks(), nearRepeats(), ground())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Door> counts() {
    Call hours =
        Call.of(HourByWeekday.class, "of", new int[] {1, 2, 7, 5}, new int[] {0, 23, -1, 12})
            .ids(0, 1);
    Call usual = Call.of(UsualRange.class, "from", 0.95, new long[] {4, 6, 5});
    return List.of(
        Door.of(Call.of(Concentration.class, "of", Doors.counts())),
        Door.of(Call.of(FalseDiscovery.class, "adjust", new double[] {0.01, 0.2, 0.03})),
        Door.of(hours),
        Door.of(hours.then("count", DayOfWeek.MONDAY, 3).ids(1)),
        Door.of(hours.then("count", DayOfWeek.MONDAY)),
        Door.of(hours.then("count", 3).ids(0)),
        Door.of(Call.of(PoissonInterval.class, "garwood", 4L)),
        Door.of(Call.of(PoissonInterval.class, "garwood", 4L, 2.0, 0.9)),
        Door.of(Call.of(PoissonTest.class, "againstMean", 4L, 2.5)),
        Door.of(Call.of(PoissonTest.class, "twoWindows", 4L, 1.0, 9L, 2.0))
            .and("both counts zero", 0, 0L),
        Door.of(Call.of(PoissonTest.class, "twoWindows", 4L, 9L)),
        Door.of(Call.of(RollingCounts.class, "endingOn", 41, Doors.days()))
            .and("days out of order", 1, new int[] {3, 1}),
        Door.of(Call.of(RollingCounts.class, "between", Doors.days(), 2, 20)),
        Door.of(usual),
        Door.of(Call.of(UsualRange.class, "from", new long[] {4, 6, 5})),
        Door.of(usual.then("position", 12L)),
        Door.of(Call.of(WindowChange.class, "between", 4L, 25L)),
        Door.of(
                Call.of(
                    YearToDate.class,
                    "of",
                    LocalDate.of(2026, 3, 1),
                    new int[] {20000, 20500, 20510},
                    LocalDate.of(2022, 1, 1)))
            .and("days out of order", 1, new int[] {3, 1}));
  }

  private static List<Door> blocks() {
    BlockScore.Incident first = new BlockScore.Incident("a", "b1", 90, 1);
    BlockScore.Incident second = new BlockScore.Incident("b", "b1", 95, 2);
    Call settings = Call.create(BlockScore.Settings.class, 90, 365, 1);
    return List.of(
        Door.of(settings),
        Door.of(
                Call.of(
                    BlockScore.class,
                    "rank",
                    List.of(first, second),
                    Map.of("b1", "here", "b2", "here"),
                    100,
                    settings))
            .and("weight NaN", 0, List.of(new BlockScore.Incident("a", "b1", 90, Double.NaN)))
            .and("weight negative", 0, List.of(new BlockScore.Incident("a", "b1", 90, -1)))
            .and("block unknown", 0, List.of(new BlockScore.Incident("a", "none", 90, 1)))
            .and("incident twice", 0, List.of(first, first)));
  }

  private static List<Door> nearRepeats() {
    Call bands =
        Call.of(
            KnoxBands.class,
            "of",
            new double[] {0, 200, 500},
            new int[] {0, 7, 21},
            Metric.EUCLIDEAN);
    Call events = Call.of(KnoxEvents.class, "of", Doors.x(), Doors.y(), Doors.days());
    Call table = Call.of(Knox.class, "exact", events, bands);
    Call settings = Call.create(NearRepeatWindows.Settings.class, 200.0, 14, Metric.MANHATTAN);
    Call windows =
        Call.of(NearRepeatWindows.class, "of", Doors.x(), Doors.y(), Doors.days(), settings);
    return List.of(
        Door.of(bands).and("days start at 1", 1, new int[] {1, 7}),
        Door.of(bands.then("spaceFrom", 1).ids(0)),
        Door.of(bands.then("spaceTo", 1).ids(0)),
        Door.of(events),
        Door.of(events.then("onBlocks", new int[] {1, 1, 2, 3, 4, 4, 5, 5})),
        Door.of(table)
            .and("events all on one day", 0, events.with(2, new int[8]))
            .and("events all at one place", 0, events.with(0, new double[8]).with(1, new double[8]))
            .and("bands that need blocks", 1, KnoxBands.shootings()),
        Door.of(Call.of(Knox.class, "simulated", events, bands, 19, 7L))
            .and("no permutation", 2, 0),
        Door.of(table.then("cell", 1, 1).ids(0, 1)),
        Door.of(settings),
        Door.of(windows),
        Door.of(windows.then("openOn", 10)),
        Door.of(windows.then("covering", 100.0, 60.0, 10)),
        Door.of(
            Call.create(NearRepeatWindows.Window.class, 0, 1, 15, List.of()).then("openOn", 9)));
  }

  private static List<Door> ground() {
    Supplier<long[]> fresh = () -> new long[1];
    Replicas.Replica<long[]> draw = (index, random, sums) -> sums[0] += random.nextInt(9);
    BinaryOperator<long[]> add = Replicas::add;
    double[] some = {1, 2, 3};
    Supplier<String> work = () -> "done";
    return List.of(
        Door.of(Call.of(Replicas.class, "run", 9, 7L, fresh, draw, add)).and("no replica", 0, 0),
        Door.of(Call.of(Replicas.class, "stream", 7L, 1)),
        Door.of(Call.of(Replicas.class, "add", new long[] {1, 2}, new long[] {3, 4})),
        Door.of(Call.of(Progress.class, "begin", "replicas", 9L)),
        Door.of(Call.create(Progress.class).then("watch", work)),
        Door.of(Call.of(Normal.class, "twoSided", 1.96)),
        Door.of(Call.of(Normal.class, "upper", 1.96)),
        Door.of(Call.of(Normal.class, "quantile", 0.975)).and("share of 2", 0, 2.0),
        Door.of(Call.of(Metric.class, "valueOf", "EUCLIDEAN").then("distance", 3.0, 4.0)),
        Door.of(Call.of(Provenance.class, "of", "A method", 4L, Caution.BURSTS)),
        Door.of(
            Call.of(Provenance.class, "of", "A method", 4L, Caution.BURSTS).then("with", "k", 2)),
        Door.of(Call.of(Require.class, "finite", "x", some)),
        Door.of(Call.of(Require.class, "nonNegative", "x", some)),
        Door.of(Call.of(Require.class, "nonNegative", "x", new int[] {1, 2})),
        Door.of(Call.of(Require.class, "nonNegative", "x", 3L)),
        Door.of(Call.of(Require.class, "positive", "x", 3.0)),
        Door.of(Call.of(Require.class, "share", "x", 0.3)),
        Door.of(Call.of(Require.class, "between", "x", 3L, 1L, 4L)),
        Door.of(Call.of(Require.class, "known", "x", 2, 3).ids(1)),
        Door.of(Call.of(Require.class, "sameLength", "x", 3, 3)),
        Door.of(Call.of(Require.class, "atLeast", "x", 2, 3)),
        Door.of(Call.of(Require.class, "sorted", "x", new int[] {1, 2})));
  }
}
