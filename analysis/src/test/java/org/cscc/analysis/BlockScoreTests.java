package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cscc.analysis.PoissonTests.refused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cscc.analysis.BlockScore.Incident;
import org.cscc.analysis.BlockScore.Settings;
import org.cscc.analysis.InvalidInput.Reason;
import org.junit.jupiter.api.Test;

class BlockScoreTests {
  private static final Map<String, String> BLOCKS = blocks();

  @Test
  void anIncidentCountsHalfAfterTheHalfLifeAndNothingAfterTheWindow() {
    var ranking =
        rank(incident("a", "B1", 0, 1), incident("b", "B1", 90, 1), incident("c", "B1", 365, 1));
    BlockScore block = ranking.blocks().getFirst();
    assertThat(block.incidents()).isEqualTo(2);
    assertThat(block.raw()).isCloseTo(1.5, within(1e-12));
    assertThat(block.parts()).extracting(BlockScore.Part::points).containsExactly(1.0, 0.5);
  }

  @Test
  void scoreFollowsFromItsOwnArithmetic() {
    var ranking =
        rank(
            incident("a", "B1", 0, 1),
            incident("b", "B1", 0, 1),
            incident("c", "B1", 0, 1),
            incident("d", "B2", 0, 0.2));
    BlockScore.Shrinkage area = ranking.blocks().getFirst().shrinkage();
    assertThat(area.blocks()).isEqualTo(4);
    assertThat(area.mean()).isCloseTo(3.2 / 4, within(1e-12));
    assertThat(area.chance()).isCloseTo(3.04 / 4, within(1e-12));
    assertThat(area.lasting()).isCloseTo(9.04 / 4 - 0.64 - 0.76, within(1e-12));
    BlockScore block = ranking.blocks().getFirst();
    assertThat(block.score())
        .isCloseTo(area.mean() + area.factor() * (3 - area.mean()), within(1e-12))
        .isLessThan(block.raw());
  }

  @Test
  void oneIncidentIsNotListed() {
    assertThat(rank(incident("a", "B1", 0, 1)).blocks()).isEmpty();
  }

  @Test
  void equalScoresShareARankAndTheNextRankIsSkipped() {
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      incidents.add(incident("a" + i, "B1", i, 1));
      incidents.add(incident("b" + i, "B2", i, 1));
    }
    incidents.add(incident("c", "B3", 50, 1));
    incidents.add(incident("d", "B3", 60, 1));
    var ranking = rank(incidents.toArray(Incident[]::new));
    assertThat(ranking.blocks()).extracting(BlockScore::block).containsExactly("B1", "B2", "B3");
    assertThat(ranking.blocks()).extracting(BlockScore::rank).containsExactly(1, 1, 3);
  }

  @Test
  void blocksThatChanceAloneExplainsAllShareTheMean() {
    var ranking =
        rank(
            incident("a", "B1", 0, 1),
            incident("b", "B1", 0, 1),
            incident("c", "B2", 0, 1),
            incident("d", "B2", 0, 1),
            incident("e", "B3", 50, 1),
            incident("f", "B3", 60, 1));
    assertThat(ranking.blocks().getFirst().shrinkage().factor()).isZero();
    assertThat(ranking.blocks()).extracting(BlockScore::rank).containsExactly(1, 1, 1);
  }

  @Test
  void orderOfInputDoesNotMatter() {
    List<Incident> incidents = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      incidents.add(incident("i" + i, "B" + (1 + random.nextInt(4)), random.nextInt(365), 1));
    }
    var there = BlockScore.rank(incidents, BLOCKS, 1000, Settings.USUAL);
    Collections.shuffle(incidents, random);
    assertThat(BlockScore.rank(incidents, BLOCKS, 1000, Settings.USUAL)).isEqualTo(there);
  }

  @Test
  void illegalInputIsRefusedByName() {
    refused(() -> rank(incident("a", "B9", 0, 1)), Reason.UNKNOWN_ID);
    refused(() -> rank(incident("a", "B1", 0, Double.NaN)), Reason.NOT_FINITE);
    refused(() -> rank(incident("a", "B1", 0, -1)), Reason.NEGATIVE);
    refused(() -> rank(incident("a", "B1", 0, 1), incident("a", "B1", 0, 1)), Reason.DUPLICATE_ID);
    refused(() -> new Settings(0, 365, 2), Reason.OUT_OF_RANGE);
  }

  private static BlockScore.Ranking rank(Incident... incidents) {
    return BlockScore.rank(List.of(incidents), BLOCKS, 1000, Settings.USUAL);
  }

  private static Incident incident(String id, String block, int age, double weight) {
    return new Incident(id, block, 1000 - age, weight);
  }

  private static Map<String, String> blocks() {
    Map<String, String> blocks = new HashMap<>();
    for (int i = 1; i <= 4; i++) {
      blocks.put("B" + i, "A");
    }
    blocks.put("C1", "other");
    return blocks;
  }
}
