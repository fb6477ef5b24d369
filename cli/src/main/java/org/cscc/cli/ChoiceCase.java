package org.cscc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.allocation.Choice;
import org.cscc.analysis.allocation.MaximalCovering;
import org.cscc.analysis.allocation.SiteSelection;

/** Chooses among the sites of a case. */
final class ChoiceCase {
  private static final long MILLISECONDS = 60_000;

  private ChoiceCase() {}

  static CaseAnswer sites(CaseFolder folder) {
    Columns areas = folder.input("areas");
    Columns sites = folder.input("sites");
    Map<String, Integer> index = CaseFolder.positions(areas.texts("id"));
    int[] marks = areas.integers("priority");
    boolean[] priority = new boolean[marks.length];
    for (int i = 0; i < marks.length; i++) {
      priority[i] = marks[i] == 1;
    }
    SiteSelection selection =
        new SiteSelection(
            sites.numbers("cost"),
            sites.numbers("benefit"),
            sites.texts("area").stream().mapToInt(id -> index.getOrDefault(id, -1)).toArray(),
            priority);
    Choice got =
        selection.choose(
            new SiteSelection.Rules(
                folder.setting("budget").asDouble(),
                folder.setting("priority_spend_share").asDouble(),
                folder.setting("max_per_area").asInt(),
                folder.setting("min_per_priority_area").asInt()),
            MILLISECONDS);
    List<String> ids = sites.texts("id");
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (got.chosen()[i]) {
        chosen.add(ids.get(i));
      }
    }
    return new CaseAnswer()
        .value("status", got.proof().name())
        .value("optimal_benefit", got.objective())
        .value("bound", got.bound())
        .value("gap", got.gap())
        .value("spent", got.cost())
        .value("chosen", got.count())
        .value("one_optimal_choice", chosen);
  }

  static CaseAnswer covering(CaseFolder folder) {
    Columns sites = folder.input("sites");
    Columns demand = folder.input("demand");
    double[] weight = demand.numbers("weight");
    MaximalCovering covering =
        MaximalCovering.within(
            sites.numbers("x"),
            sites.numbers("y"),
            demand.numbers("x"),
            demand.numbers("y"),
            weight,
            folder.setting("radius").asDouble());
    int p = folder.setting("p").asInt();
    Choice best = covering.choose(p, MILLISECONDS);
    Choice greedy = covering.greedy(p);
    return new CaseAnswer()
        .value("status", best.proof().name())
        .value("optimal_covered", best.objective())
        .value("bound", best.bound())
        .value("gap", best.gap())
        .value("one_optimal_choice", numbers(best))
        .value("total", java.util.Arrays.stream(weight).sum())
        .value("greedy_covered", greedy.objective())
        .value(
            "greedy_choice",
            java.util.Arrays.stream(covering.greedyOrder(p)).map(site -> site + 1).toArray());
  }

  private static List<Integer> numbers(Choice choice) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < choice.chosen().length; i++) {
      if (choice.chosen()[i]) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }
}
