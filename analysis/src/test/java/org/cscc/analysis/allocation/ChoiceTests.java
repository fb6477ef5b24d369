package org.cscc.analysis.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.cscc.analysis.allocation.SiteSelection.Rules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChoiceTests {
  private static final long MINUTE = 60_000;

  @Test
  void sitesReachTheBestBenefitOfTheReferenceAndKeepEveryRule() {
    ReferenceCase reference = ReferenceCase.named("sites-400");
    List<String> areas = new ArrayList<>();
    List<NamedCsvRecord> rows = reference.rows("input_areas.csv");
    boolean[] priority = new boolean[rows.size()];
    for (NamedCsvRecord row : rows) {
      priority[areas.size()] = row.getField("priority").equals("1");
      areas.add(row.getField("id"));
    }
    String file = "input_sites.csv";
    int[] area =
        reference.rows(file).stream()
            .mapToInt(row -> areas.indexOf(row.getField("area")))
            .toArray();
    SiteSelection sites =
        new SiteSelection(
            reference.numbers(file, "cost"), reference.numbers(file, "benefit"), area, priority);
    Rules rules = new Rules(450_000, 0.6, 8, 2);
    Choice got = sites.choose(rules, MINUTE);
    JsonNode expected = reference.json("expected.json");
    double best = expected.get("optimal_benefit").asDouble();
    reference.agree("optimal_benefit", best, got.objective(), 1e-6);
    assertThat(got.proof()).isEqualTo(Choice.Proof.OPTIMAL);
    assertThat(got.gap()).isZero();
    assertThat(sites.keeps(got.chosen(), rules)).isTrue();
    assertThat(got.cost()).isLessThanOrEqualTo(450_000);
    assertThat(got.bound()).isLessThanOrEqualTo(expected.get("lp_bound").asDouble());
  }

  @Test
  void coveringReachesTheReferenceAndGreedyIsTheGreedyOfTheReference() {
    ReferenceCase reference = ReferenceCase.named("cover-200");
    JsonNode expected = reference.json("expected.json");
    MaximalCovering covering =
        MaximalCovering.within(
            reference.numbers("input_sites.csv", "x"),
            reference.numbers("input_sites.csv", "y"),
            reference.numbers("input_demand.csv", "x"),
            reference.numbers("input_demand.csv", "y"),
            reference.numbers("input_demand.csv", "weight"),
            1.2);
    Choice best = covering.choose(6, MINUTE);
    double most = expected.get("optimal_covered").asDouble();
    reference.within("optimal_covered", most, best.objective(), 0);
    assertThat(best.proof()).isEqualTo(Choice.Proof.OPTIMAL);
    assertThat(best.count()).isLessThanOrEqualTo(6);
    Choice greedy = covering.greedy(6);
    double covered = expected.get("greedy_covered").asDouble();
    reference.within("greedy_covered", covered, greedy.objective(), 0);
    assertThat(Arrays.stream(covering.greedyOrder(6)).map(site -> site + 1).boxed().toList())
        .as("cover-200: greedy_choice")
        .isEqualTo(ReferenceCase.integers(expected.get("greedy_choice")));
    assertThat(greedy.bound()).isGreaterThanOrEqualTo(best.objective());
    assertThat(greedy.gap()).isBetween(0.0, 1.0);
  }

  @Test
  void smallChoicesAreTheBestOfAllThatKeepTheRules() {
    Random random = new Random(4);
    for (int trial = 0; trial < 40; trial++) {
      int n = 9;
      int[] area = random.ints(n, 0, 3).toArray();
      double[] cost = random.doubles(n, 1, 9).map(Math::rint).toArray();
      double[] benefit = random.doubles(n, 0, 5).toArray();
      SiteSelection sites =
          new SiteSelection(cost, benefit, area, new boolean[] {true, false, false});
      Rules rules = new Rules(20, 0.4, 2, 1);
      double best = Double.NEGATIVE_INFINITY;
      for (int set = 0; set < 1 << n; set++) {
        boolean[] chosen = new boolean[n];
        for (int i = 0; i < n; i++) {
          chosen[i] = (set >> i & 1) == 1;
        }
        if (sites.keeps(chosen, rules)) {
          best = Math.max(best, ZeroOneProgramme.sum(benefit, chosen));
        }
      }
      assertThat(sites.choose(rules, MINUTE).objective()).isCloseTo(best, within(1e-9));
    }
  }

  @Test
  void rulesThatCannotBeKeptAreRefusedAndSoAreSitesNowhere() {
    double[] one = {10};
    SiteSelection dear = new SiteSelection(one, one, new int[1], new boolean[] {true});
    assertThatThrownBy(() -> dear.choose(new Rules(5, 0, 3, 1), MINUTE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("rules");
    assertThatThrownBy(() -> new SiteSelection(one, one, new int[] {7}, new boolean[1]))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("area 7");
    assertThatThrownBy(() -> new Rules(5, 1.5, 3, 1)).isInstanceOf(InvalidInput.class);
    MaximalCovering covering = MaximalCovering.within(one, one, one, one, one, 1);
    assertThatThrownBy(() -> covering.choose(2, MINUTE)).isInstanceOf(InvalidInput.class);
    assertThat(covering.choose(1, MINUTE).objective()).isEqualTo(10);
  }

  @Test
  void anUnfinishedSearchSaysHowFarItMayBeFromTheBest() {
    Choice unfinished =
        new Choice(
            new boolean[] {true},
            90,
            100,
            Choice.Proof.FEASIBLE,
            1,
            org.cscc.analysis.Provenance.of("x", 1, org.cscc.analysis.Caution.PUBLIC_CHOICE));
    assertThat(unfinished.gap()).isCloseTo(0.1, within(1e-12));
  }
}
