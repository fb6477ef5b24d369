package org.cscc.analysis.autocorrelation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.analysis.ReferenceCase.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;
import org.cscc.analysis.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AutocorrelationReferenceTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"gistar-nc-sid74-queen", "gistar-columbus-crime", "gistar-hex-chicago-2019"})
  void localStatisticsAgreeWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    double[] x = values(reference);
    Neighbours neighbours = neighbours(reference, x.length);
    LocalG g = LocalG.of(neighbours, x);
    LocalMoran moran = LocalMoran.of(neighbours, x);
    column(reference, "k", i -> neighbours.count(i));
    column(reference, "gistar_z", i -> g.z()[i]);
    column(reference, "gistar_p2", i -> g.p()[i]);
    column(reference, "gistar_q_bh", i -> g.q()[i]);
    column(reference, "gi_z", i -> g.giZ()[i]);
    column(reference, "nbsum_star", i -> g.sum()[i]);
    column(reference, "permc_mean", i -> g.permutationMean()[i]);
    column(reference, "permc_var", i -> g.permutationVariance()[i]);
    column(reference, "lm_I", i -> moran.i()[i]);
    column(reference, "lm_E", i -> moran.mean()[i]);
    column(reference, "lm_Var", i -> moran.variance()[i]);
    column(reference, "lm_Z", i -> moran.z()[i]);
    column(reference, "lm_p2", i -> moran.p()[i]);
    column(reference, "lm_E_total", i -> moran.totalMean()[i]);
    column(reference, "lm_Var_total", i -> moran.totalVariance()[i]);
    List<NamedCsvRecord> rows = reference.rows("expected_local.csv");
    for (int i = 0; i < x.length; i++) {
      String expected = rows.get(i).getField("lm_quadrant").replace('-', '_');
      assertThat(moran.quadrant()[i].name())
          .as("%s: lm_quadrant of row %s", name, i + 1)
          .isEqualToIgnoringCase(expected);
    }
    JsonNode expected = reference.json("expected.json");
    hot(reference, expected, "gistar_hot_q05", g.q(), g, z -> z > 0);
    hot(reference, expected, "gistar_cold_q05", g.q(), g, z -> z < 0);
    hot(reference, expected, "gistar_hot_p05", g.p(), g, z -> z > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gistar-nc-sid74-queen", "gistar-columbus-crime", "gistar-hex-chicago-2019"})
  void globalStatisticsAgreeWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    JsonNode expected = reference.json("expected.json");
    double[] x = values(reference);
    Neighbours neighbours = neighbours(reference, x.length);
    assertThat(neighbours.edges()).isEqualTo(expected.get("edges_directed").asInt());
    GlobalMoran rows = GlobalMoran.of(neighbours, x, Weights.ROWS_SUM_TO_ONE);
    GlobalMoran binary = GlobalMoran.of(neighbours, x, Weights.BINARY);
    JsonNode w = expected.get("moran_W_randomisation");
    reference.agree("I", w.get("I").asDouble(), rows.i(), 1e-9);
    reference.agree("Var", w.get("Var").asDouble(), rows.randomisationVariance(), 1e-9);
    reference.agree("z", w.get("z").asDouble(), rows.z(), 1e-9);
    reference.agree("p", w.get("p_two_sided").asDouble(), rows.p(), 1e-8);
    JsonNode normal = expected.get("moran_W_normality");
    reference.agree("Var normal", normal.get("Var").asDouble(), rows.normalityVariance(), 1e-9);
    JsonNode b = expected.get("moran_B_randomisation");
    reference.agree("I binary", b.get("I").asDouble(), binary.i(), 1e-9);
    reference.agree("Var binary", b.get("Var").asDouble(), binary.randomisationVariance(), 1e-9);
    GlobalG g = GlobalG.of(neighbours, x);
    JsonNode global = expected.get("global_G");
    reference.agree("G", global.get("G").asDouble(), g.g(), 1e-9);
    reference.agree("G Var", global.get("Var").asDouble(), g.variance(), 1e-9);
    reference.agree("G z", global.get("z").get(0).get(0).asDouble(), g.z(), 1e-9);
    JsonNode drawn = expected.get("moran_W_permutation");
    GlobalMoran.Permuted permuted =
        GlobalMoran.permuted(neighbours, x, Weights.ROWS_SUM_TO_ONE, 9999, 1);
    reference.within("p greater", drawn.get("p_greater").asDouble(), permuted.p(), 0.01);
    reference.within("sim mean", rows.mean(), permuted.mean(), 5 * permuted.sd() / 100);
    reference.agree("sim sd", Math.sqrt(rows.randomisationVariance()), permuted.sd(), 0.04);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gistar-nc-sid74-queen", "gistar-columbus-crime", "gistar-hex-chicago-2019"})
  void permutationPAgreesWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    double[] x = values(reference);
    Neighbours neighbours = neighbours(reference, x.length);
    double[] expected = reference.numbers("expected_local.csv", "gistar_p2_sim_spdep");
    int drawn = reference.json("expected.json").get("moran_W_permutation").get("nsim").asInt();
    double[] got =
        ConditionalPermutation.simulated(
                neighbours, x, ConditionalPermutation.Null.PLACE_DRAWN, 9999, 7)
            .p();
    for (int i = 0; i < x.length; i++) {
      double noise = 4 * standardError(expected[i], drawn);
      reference.within("gistar_p2_sim of row " + (i + 1), expected[i], got[i], 0.02 + noise);
    }
  }

  @Test
  void exactPOfCountsIsWhatTheSimulationTendsTo() {
    ReferenceCase reference = ReferenceCase.named("gistar-hex-chicago-2019");
    double[] x = values(reference);
    Neighbours neighbours = neighbours(reference, x.length);
    int[] counts = Arrays.stream(x).mapToInt(value -> (int) value).toArray();
    double[] exact = ConditionalPermutation.exact(neighbours, counts).p();
    double[] simulated =
        ConditionalPermutation.simulated(
                neighbours, x, ConditionalPermutation.Null.PLACE_KEPT, 9999, 7)
            .p();
    for (int i = 0; i < x.length; i++) {
      reference.within(
          "exact p of row " + (i + 1), exact[i], simulated[i], 5 * standardError(exact[i], 9999));
    }
  }

  /** Of a two-sided p that is twice the share of one tail. */
  private static double standardError(double p, int drawn) {
    return 2 * Math.sqrt((p / 2 + 1.0 / drawn) * (1 - p / 2) / drawn);
  }

  static double[] values(ReferenceCase reference) {
    return reference.numbers("input_areas.csv", "value");
  }

  static Neighbours neighbours(ReferenceCase reference, int n) {
    return Neighbours.ofEdges(n, zeroBased(reference, "i"), zeroBased(reference, "j"));
  }

  private static int[] zeroBased(ReferenceCase reference, String column) {
    return Arrays.stream(reference.integers("input_neighbours.csv", column))
        .map(id -> id - 1)
        .toArray();
  }

  private static void column(ReferenceCase reference, String column, IntToDoubleFunction got) {
    List<NamedCsvRecord> rows = reference.rows("expected_local.csv");
    for (int i = 0; i < rows.size(); i++) {
      double expected = number(rows.get(i).getField(column));
      double tolerance = 1e-9 * Math.max(1e-3, Math.abs(expected));
      reference.within(column + " of row " + (i + 1), expected, got.applyAsDouble(i), tolerance);
    }
  }

  private static void hot(
      ReferenceCase reference,
      JsonNode expected,
      String key,
      double[] significance,
      LocalG g,
      DoublePredicate side) {
    List<Integer> got = new ArrayList<>();
    for (int i = 0; i < significance.length; i++) {
      if (significance[i] <= 0.05 && side.test(g.z()[i])) {
        got.add(i + 1);
      }
    }
    assertThat(got)
        .as("%s: %s", reference, key)
        .isEqualTo(ReferenceCase.integers(expected.get(key)));
  }
}
