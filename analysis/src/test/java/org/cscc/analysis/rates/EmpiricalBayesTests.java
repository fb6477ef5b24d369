package org.cscc.analysis.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.PoissonInterval;
import org.cscc.analysis.ReferenceCase;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EmpiricalBayesTests {

  @Test
  void ratesAgreeWithTheReference() {
    ReferenceCase reference = ReferenceCase.named("eb-nc-sid74");
    JsonNode expected = reference.json("expected.json");
    double[] cases = reference.numbers("input_areas.csv", "cases");
    double[] population = reference.numbers("input_areas.csv", "pop");
    Neighbours neighbours = neighbours(reference, cases.length);
    EmpiricalBayes global = EmpiricalBayes.global(cases, population);
    EmpiricalBayes local = EmpiricalBayes.local(cases, population, neighbours);
    EmpiricalBayes binomial = EmpiricalBayes.binomial(cases, population);
    EmpiricalBayes.Prior prior = global.prior()[0];
    reference.agree("global_a", expected.get("global_a").asDouble(), prior.variance(), 1e-9);
    reference.agree("global_b", expected.get("global_b").asDouble(), prior.mean(), 1e-9);
    double spread = expected.get("binomial").get("a").asDouble();
    reference.agree("binomial a", spread, binomial.prior()[0].spread(), 1e-9);
    column(reference, "raw", i -> global.raw()[i]);
    column(reference, "eb_global", i -> global.shrunk()[i]);
    column(reference, "eb_binomial", i -> binomial.shrunk()[i]);
    column(reference, "eb_local", i -> local.shrunk()[i]);
    int[] counts = reference.integers("input_areas.csv", "cases");
    Choynowski map = Choynowski.of(counts, population);
    column(reference, "expected", i -> map.expected()[i]);
    column(reference, "smr_pct", i -> map.ratioPercent()[i]);
    column(reference, "poisson_p_upper", i -> map.lowerTail()[i]);
    column(reference, "rate_lo95_exact", i -> interval(counts, population, i).lower());
    column(reference, "rate_hi95_exact", i -> interval(counts, population, i).upper());
    BayesMoran moran = BayesMoran.of(cases, population, neighbours, 999, 1);
    reference.agree("EBI_moran", expected.get("EBI_moran").asDouble(), moran.i(), 1e-9);
    double p = expected.get("EBI_p_sim").asDouble();
    reference.within("EBI_p_sim", p, moran.permuted().p(), 0.03);
  }

  @Test
  void ratesThatChanceExplainsAllShrinkToTheMeanAndCanNotBeRanked() {
    double[] events = {10, 10, 10};
    double[] population = {1000, 1000, 1000};
    assertThat(EmpiricalBayes.global(events, population).shrunk())
        .containsExactly(0.01, 0.01, 0.01);
    assertThatThrownBy(() -> UncertainRanking.of(events, population, 1, 100, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("nothing to rank");
  }

  @Test
  void aClearDifferenceIsRankedWithoutDoubtAndASmallPlaceWithDoubt() {
    double[] events = {900, 100, 110, 1};
    double[] population = {10_000, 10_000, 10_000, 40};
    UncertainRanking ranks = UncertainRanking.of(events, population, 1, 2000, 5);
    assertThat(ranks.meanRank()[0]).isCloseTo(1, within(0.3));
    assertThat(ranks.amongWorst()[0]).isGreaterThan(0.7);
    assertThat(ranks.highestRank()[3] - ranks.lowestRank()[3]).isGreaterThanOrEqualTo(2);
    assertThat(Arrays.stream(ranks.amongWorst()).sum()).isCloseTo(1, within(1e-9));
    assertThat(UncertainRanking.of(events, population, 1, 2000, 5).meanRank())
        .containsExactly(ranks.meanRank());
  }

  @Test
  void illegalInputIsRefused() {
    double[] one = {1};
    assertThatThrownBy(() -> EmpiricalBayes.global(one, new double[] {0}))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> EmpiricalBayes.global(new double[] {-1}, one))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> EmpiricalBayes.global(new double[] {0}, one))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> EmpiricalBayes.global(new double[0], new double[0]))
        .isInstanceOf(InvalidInput.class);
  }

  private static PoissonInterval interval(int[] counts, double[] population, int i) {
    return PoissonInterval.garwood(counts[i], population[i], 0.95);
  }

  private static Neighbours neighbours(ReferenceCase reference, int n) {
    return Neighbours.ofEdges(n, zeroBased(reference, "i"), zeroBased(reference, "j"));
  }

  private static int[] zeroBased(ReferenceCase reference, String column) {
    int[] ids = reference.integers("input_neighbours.csv", column);
    return Arrays.stream(ids).map(id -> id - 1).toArray();
  }

  private static void column(ReferenceCase reference, String column, IntToDoubleFunction got) {
    double[] expected = reference.numbers("expected_rates.csv", column);
    for (int i = 0; i < expected.length; i++) {
      String row = column + " of row " + (i + 1);
      reference.within(
          row, expected[i], got.applyAsDouble(i), 1e-9 * Math.max(1e-6, Math.abs(expected[i])));
    }
  }
}
