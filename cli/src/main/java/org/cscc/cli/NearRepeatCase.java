package org.cscc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cscc.analysis.Knox;
import org.cscc.analysis.KnoxBands;
import org.cscc.analysis.KnoxEvents;
import org.cscc.analysis.Metric;

/** The Knox table of a case; rows by time band, then space band. */
final class NearRepeatCase {
  /** So many that our share of the difference to the reference's p is below 0.004. */
  private static final int PERMUTATIONS = 19_999;

  private NearRepeatCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns input = folder.input("events");
    KnoxEvents events = KnoxEvents.of(input.numbers("x"), input.numbers("y"), input.days("date"));
    String metric = folder.parameter("metric").asString("manhattan").toUpperCase(Locale.ROOT);
    double[] space = CaseFolder.numbers(folder.parameter("spatial_breaks"));
    double[] time = CaseFolder.numbers(folder.parameter("temporal_breaks_days"));
    KnoxBands bands =
        KnoxBands.of(
            Arrays.stream(space).map(b -> b < 0 ? Double.POSITIVE_INFINITY : b).toArray(),
            Arrays.stream(time).mapToInt(b -> b < 0 ? KnoxBands.OPEN_DAYS : (int) b).toArray(),
            Metric.valueOf(metric));
    Knox.Table table = Knox.simulated(events, bands, PERMUTATIONS, 1);
    List<Knox.Cell> cells = new ArrayList<>(table.cells());
    cells.sort(Comparator.comparingInt(Knox.Cell::timeBand).thenComparingInt(Knox.Cell::spaceBand));
    return new CaseAnswer()
        .value("n", events.n())
        .value("pairs", table.pairs())
        .value("spatial_pairs_per_band", table.spacePairs())
        .value("temporal_pairs_per_band", table.timePairs())
        .value("nrep", PERMUTATIONS)
        .table(
            "table",
            new ResultTable(cells.size())
                .with("s_from", i -> space[cells.get(i).spaceBand()])
                .with("s_to", i -> open(space[cells.get(i).spaceBand() + 1]))
                .with("t_from", i -> time[cells.get(i).timeBand()])
                .with("t_to", i -> open(time[cells.get(i).timeBand() + 1]))
                .with("observed", i -> cells.get(i).observed())
                .with("expected_exact", i -> cells.get(i).expected())
                .with("sd_exact", i -> cells.get(i).sd())
                .with("knox_ratio_exact", i -> cells.get(i).ratio())
                .with("z_exact", i -> cells.get(i).z())
                .with("knox_ratio_mc", i -> cells.get(i).simulatedRatio())
                .with("p_mc", i -> cells.get(i).p()));
  }

  private static double open(double end) {
    return end < 0 ? Double.POSITIVE_INFINITY : end;
  }
}
