package org.cscc.analysis.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.cscc.analysis.allocation.Lottery.Entry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AllocationTests {

  @Test
  void everyRuleAgreesWithTheReference() {
    ReferenceCase reference = ReferenceCase.named("allocate-77-120");
    JsonNode expected = reference.json("expected.json");
    String areas = "input_areas.csv";
    double[] need = reference.numbers(areas, "need");
    int units = expected.get("units").asInt();
    units(expected, "hamilton", Apportionment.HAMILTON.share(units, need));
    units(expected, "webster", Apportionment.WEBSTER.share(units, need));
    units(expected, "huntington_hill", Apportionment.HUNTINGTON_HILL.share(units, need));
    units(expected, "dhondt", Apportionment.DHONDT.share(units, need));
    BenefitAllocation benefit =
        new BenefitAllocation(
            units, need, reference.integers(areas, "lower"), reference.integers(areas, "cap"));
    Allocation concave = benefit.concave(expected.get("theta").asDouble());
    Allocation nash = benefit.nash();
    Allocation leximin = benefit.leximin();
    units(expected, "greedy_concave", concave);
    units(expected, "nash_log", nash);
    units(expected, "leximin", leximin);
    double value = expected.get("milp_concave_benefit").asDouble();
    reference.agree("concave", value, concave.objective(), 1e-9);
    double product = expected.get("nash_log_objective").asDouble();
    reference.agree("nash", product, nash.objective(), 1e-9);
    double worst = expected.get("milp_maxmin_units_per_need").asDouble();
    reference.agree("maxmin", worst, leximin.objective(), 1e-9);
    JsonNode gini = expected.get("gini_units_per_need");
    reference.agree("gini concave", gini.get("concave").asDouble(), concave.gini(), 1e-9);
    reference.agree("gini leximin", gini.get("leximin").asDouble(), leximin.gini(), 1e-9);
  }

  @Test
  void unitsAddUpAndNoAreaPassesItsLimits() {
    Random random = new Random(6);
    for (int trial = 0; trial < 50; trial++) {
      double[] need = random.doubles(12, 0, 1).toArray();
      int[] least = random.ints(12, 0, 2).toArray();
      int[] most = random.ints(12, 3, 9).toArray();
      BenefitAllocation benefit = new BenefitAllocation(30, need, least, most);
      for (Allocation got : List.of(benefit.concave(0.4), benefit.nash(), benefit.leximin())) {
        assertThat(Arrays.stream(got.units()).sum()).isEqualTo(30);
        for (int i = 0; i < 12; i++) {
          assertThat(got.units()[i]).isBetween(least[i], most[i]);
        }
      }
      for (Apportionment rule : Apportionment.values()) {
        assertThat(Arrays.stream(rule.share(30, need).units()).sum()).isEqualTo(30);
      }
    }
  }

  @Test
  void greedyIsAsGoodAsEveryOtherWayToShare() {
    double[] need = {0.9, 0.5, 0.2};
    double best = 0;
    for (int a = 0; a <= 6; a++) {
      for (int b = 0; a + b <= 6; b++) {
        double sum =
            0.9 * (1 - Math.exp(-0.3 * a))
                + 0.5 * (1 - Math.exp(-0.3 * b))
                + 0.2 * (1 - Math.exp(-0.3 * (6 - a - b)));
        best = Math.max(best, sum);
      }
    }
    BenefitAllocation benefit = new BenefitAllocation(6, need, new int[3], new int[] {6, 6, 6});
    assertThat(benefit.concave(0.3).objective()).isCloseTo(best, within(1e-12));
  }

  @Test
  void theLotteryDoesNotDependOnTheOrderOfItsEntriesAndKeepsItsStrata() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      entries.add(new Entry("lot" + i, i % 2 == 0 ? "north" : "south"));
    }
    Map<String, Integer> places = Map.of("north", 5, "south", 3);
    Lottery drawn = Lottery.draw(entries, places, "a seed");
    Collections.shuffle(entries, new Random(1));
    assertThat(Lottery.draw(entries, places, "a seed")).isEqualTo(drawn);
    assertThat(drawn.winners().values()).extracting(List::size).containsExactly(5, 3);
    assertThat(drawn.waiting().values()).extracting(List::size).containsExactly(15, 17);
    assertThat(Lottery.draw(entries, places, "another").winners()).isNotEqualTo(drawn.winners());
    assertThat(drawn.commitment()).hasSize(64);
  }

  @Test
  void illegalInputIsRefused() {
    assertThatThrownBy(() -> Apportionment.WEBSTER.share(3, new double[2]))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Apportionment.WEBSTER.share(-1, new double[] {1}))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new BenefitAllocation(9, new double[] {1}, new int[1], new int[] {3}))
        .isInstanceOf(InvalidInput.class);
    Entry twice = new Entry("a", "b");
    assertThatThrownBy(() -> Lottery.draw(List.of(twice, twice), Map.of(), "s"))
        .isInstanceOf(InvalidInput.class);
  }

  private static void units(JsonNode expected, String rule, Allocation got) {
    List<Integer> wanted = ReferenceCase.integers(expected.get(rule));
    assertThat(got.units())
        .as("allocate-77-120: %s", rule)
        .containsExactly(wanted.stream().mapToInt(Integer::intValue).toArray());
  }
}
