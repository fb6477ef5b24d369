package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;
import org.cscc.analysis.rates.UncertainRanking;
import org.junit.jupiter.api.Test;

class ProgressTests {
  private static final double[] EVENTS = {1, 40, 0, 2, 7, 30, 0, 1};
  private static final double[] PEOPLE = {100, 250, 80, 120, 300, 90, 60, 200};

  @Test
  void whoWatchesSeesEveryStepAndGetsTheSameAnswer() {
    Progress progress = new Progress();
    UncertainRanking watched = progress.watch(() -> UncertainRanking.of(EVENTS, PEOPLE, 3, 250, 7));
    assertThat(progress.now()).isEqualTo(new Progress.Now("replicas", 250, 250));
    assertThat(watched.meanRank())
        .isEqualTo(UncertainRanking.of(EVENTS, PEOPLE, 3, 250, 7).meanRank());
  }

  @Test
  void theCountOnlyGrowsWhileItRuns() {
    Progress progress = new Progress();
    List<Long> seen = java.util.Collections.synchronizedList(new ArrayList<>());
    progress.watch(
        () ->
            Replicas.run(
                500,
                7,
                () -> new long[1],
                (index, random, sums) -> {
                  if (index < 8) {
                    seen.add(progress.now().done());
                  }
                },
                Replicas::add));
    assertThat(seen).hasSize(8).isSorted();
    assertThat(progress.now().done()).isEqualTo(500);
  }

  @Test
  void permutationsAndDensityTellHowFarTheyAre() {
    Progress progress = new Progress();
    Neighbours row = Neighbours.ofEdges(4, new int[] {0, 1, 1, 2}, new int[] {1, 0, 2, 1});
    progress.watch(
        () ->
            ConditionalPermutation.simulated(
                row, new double[] {1, 2, 0, 4}, ConditionalPermutation.Null.PLACE_KEPT, 19, 7));
    assertThat(progress.now()).isEqualTo(new Progress.Now("places", 8, 8));
    progress.watch(
        () ->
            KernelDensity.quartic(
                Grid.ofCells(0, 0, 10, 20, 20), new double[] {50}, new double[] {50}, 30));
    assertThat(progress.now()).isEqualTo(new Progress.Now("strips", 3, 3));
  }

  @Test
  void whoDoesNotWatchIsToldNothing() {
    Progress progress = new Progress();
    UncertainRanking.of(EVENTS, PEOPLE, 3, 50, 7);
    assertThat(progress.now()).isEqualTo(new Progress.Now("", 0, 0));
  }
}
