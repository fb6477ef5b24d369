package org.cscc.cli;

import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.Concentration;
import org.cscc.analysis.accuracy.MapAccuracy;
import tools.jackson.databind.JsonNode;

/** PAI, PEI and their kin of a case. */
final class AccuracyCase {
  private AccuracyCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns cells = folder.input("cells");
    int[] observed = cells.integers("obs");
    int[] prior = cells.integers("prior");
    MapAccuracy map = MapAccuracy.of(cells.numbers("pred"), observed, cells.numbers("area"));
    MapAccuracy oracle =
        MapAccuracy.of(
            java.util.Arrays.stream(observed).asDoubleStream().toArray(),
            observed,
            cells.numbers("area"));
    Concentration concentration = Concentration.of(observed);
    List<Integer> tops = tops(folder, observed.length);
    List<MapAccuracy.Score> scores = tops.stream().map(map::at).toList();
    return new CaseAnswer()
        .value("N", map.events())
        .value("A", map.area())
        .value("cells", observed.length)
        .value("gini", concentration.gini())
        .value("generalised_gini", concentration.generalisedGini())
        .value("cells_for_25pct", concentration.placesFor25())
        .value("cells_for_50pct", concentration.placesFor50())
        .value("AUC_hit_rate_curve", map.areaUnderCurve())
        .table(
            "top",
            new ResultTable(tops.size())
                .with("top", tops)
                .with("area_share", i -> scores.get(i).areaShare())
                .with("hits", i -> scores.get(i).hits())
                .with("hit_rate", i -> scores.get(i).hitRate())
                .with("PAI", i -> scores.get(i).pai())
                .with("oracle_hits", i -> scores.get(i).mostHits())
                .with("PEI", i -> scores.get(i).pei())
                .with("PEI_ptools", i -> scores.get(i).pai() / oracle.at(tops.get(i)).pai())
                .with("RRI_levine", i -> map.recapture(tops.get(i), prior))
                .with("RRI_pred_over_obs", i -> scores.get(i).predictedOverObserved())
                .with("F1", i -> scores.get(i).f1()));
  }

  /** The ranks the case asks for; without them 1, 5, 10 and 25 percent of the cells. */
  private static List<Integer> tops(CaseFolder folder, int cells) {
    JsonNode named = folder.parameter("tops");
    if (named.isArray()) {
      List<Integer> tops = new ArrayList<>();
      named.forEach(top -> tops.add(top.asInt()));
      return tops;
    }
    List<Integer> asked = folder.expectedColumn("top", "top");
    return asked.isEmpty()
        ? List.of(1, 5, 10, 25).stream().map(share -> Math.max(1, cells * share / 100)).toList()
        : asked;
  }
}
