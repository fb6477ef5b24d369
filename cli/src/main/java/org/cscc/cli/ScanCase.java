package org.cscc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.scan.PoissonScan;
import org.cscc.analysis.scan.ScanCluster;
import org.cscc.analysis.scan.ScanLocations;
import org.cscc.analysis.scan.ScanResult;
import org.cscc.analysis.scan.SpaceTimePermutation;

/** The clusters of a case. */
final class ScanCase {
  private ScanCase() {}

  static CaseAnswer poisson(CaseFolder folder) {
    Columns areas = folder.input("areas");
    double share = folder.parameter("max_share_population_percent").asDouble(50) / 100;
    ScanResult result =
        PoissonScan.of(
            locations(folder, areas),
            areas.numbers("population"),
            areas.integers("cases"),
            new PoissonScan.Settings(
                share,
                folder.parameter("max_radius_km").asDouble(Double.POSITIVE_INFINITY),
                folder.parameter("min_cases").asInt(2),
                folder.parameter("replicas").asInt(999),
                1));
    return answer("poisson-spatial", result, areas.texts("id"), null);
  }

  static CaseAnswer spaceTime(CaseFolder folder) {
    Columns places = folder.input("locations");
    Columns cases = folder.input("cases");
    Map<String, Integer> index = CaseFolder.positions(places.texts("id"));
    int[] times = cases.integers("cases");
    int[] days = cases.days("date");
    List<String> at = cases.texts("location");
    int total = Arrays.stream(times).sum();
    int[] location = new int[total];
    int[] day = new int[total];
    int e = 0;
    for (int row = 0; row < times.length; row++) {
      for (int k = 0; k < times[row]; k++) {
        location[e] = index.getOrDefault(at.get(row), -1);
        day[e++] = days[row];
      }
    }
    LocalDate last = LocalDate.parse(folder.parameter("end").asString());
    ScanResult result =
        SpaceTimePermutation.of(
            locations(folder, places),
            location,
            day,
            (int) last.toEpochDay(),
            new SpaceTimePermutation.Settings(
                folder.parameter("max_share_cases_percent").asDouble(50) / 100,
                folder.parameter("max_radius_km").asDouble(Double.POSITIVE_INFINITY),
                folder.parameter("max_duration_days").asInt(),
                folder.parameter("min_cases").asInt(2),
                folder.parameter("replicas").asInt(999),
                1));
    CaseAnswer answer =
        answer("space-time-permutation-prospective", result, places.texts("id"), last);
    if (!result.clusters().isEmpty()) {
      answer.value("independent_duration_days", result.clusters().getFirst().days());
    }
    return answer;
  }

  private static CaseAnswer answer(
      String model,
      ScanResult result,
      List<String> ids,
      @org.jspecify.annotations.Nullable LocalDate last) {
    List<Map<String, Object>> clusters = new ArrayList<>();
    for (ScanCluster cluster : result.clusters()) {
      clusters.add(cluster(cluster, result.total(), ids, last));
    }
    CaseAnswer answer =
        new CaseAnswer()
            .value("model", model)
            .value(
                "satscan",
                CaseAnswer.object(
                    "total_cases",
                    result.total(),
                    "clusters",
                    clusters,
                    "sim_llr_quantiles",
                    CaseAnswer.object(
                        "0.5", result.quantile(0.5),
                        "0.9", result.quantile(0.9),
                        "0.95", result.quantile(0.95),
                        "0.99", result.quantile(0.99))));
    if (!result.clusters().isEmpty()) {
      ScanCluster best = result.clusters().getFirst();
      answer.value("independent_llr", best.ratio());
      answer.value("independent_ids", names(best, ids).stream().sorted().toList());
    }
    return answer;
  }

  private static Map<String, Object> cluster(
      ScanCluster cluster,
      int total,
      List<String> ids,
      @org.jspecify.annotations.Nullable LocalDate last) {
    Map<String, Object> object = CaseAnswer.object("location_ids", names(cluster, ids));
    if (last == null) {
      object.put("population", cluster.weight());
    } else {
      LocalDate first = last.minusDays(cluster.days() - 1L);
      object.put("time_frame", slashed(first) + " to " + slashed(last));
    }
    object.put("cases", cluster.cases());
    object.put("expected", cluster.expected());
    object.put("observed_over_expected", cluster.observedOverExpected());
    if (last == null) {
      object.put("relative_risk", cluster.relativeRisk(total));
    } else {
      object.put("recurrence_interval_days", cluster.recurrenceDays());
    }
    object.put("llr", cluster.ratio());
    object.put("p_value", cluster.p());
    object.put("radius", cluster.radius());
    return object;
  }

  private static List<String> names(ScanCluster cluster, List<String> ids) {
    return Arrays.stream(cluster.locations()).mapToObj(ids::get).toList();
  }

  private static String slashed(LocalDate day) {
    return day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
  }

  private static ScanLocations locations(CaseFolder folder, Columns places) {
    double[] x = places.numbers("x");
    double[] y = places.numbers("y");
    return folder.parameter("coordinates").asString("planar").startsWith("planar")
        ? ScanLocations.planar(x, y)
        : ScanLocations.lonLat(x, y);
  }
}
