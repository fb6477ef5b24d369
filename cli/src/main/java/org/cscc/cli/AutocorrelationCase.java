package org.cscc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.cscc.analysis.Normal;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.autocorrelation.GlobalG;
import org.cscc.analysis.autocorrelation.GlobalMoran;
import org.cscc.analysis.autocorrelation.LocalG;
import org.cscc.analysis.autocorrelation.LocalMoran;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.autocorrelation.Weights;

/** Gi*, Gi, local and global Moran and global G of a case. */
final class AutocorrelationCase {
  private static final int PERMUTATIONS = 9999;

  private AutocorrelationCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns areas = folder.input("areas");
    double[] x = areas.numbers("value");
    Neighbours near = neighbours(folder, x.length);
    LocalG g = LocalG.of(near, x);
    CaseAnswer answer =
        new CaseAnswer()
            .value("n", x.length)
            .value("edges_directed", near.edges())
            .value("islands", near.islands());
    GlobalMoran w = GlobalMoran.of(near, x, Weights.ROWS_SUM_TO_ONE);
    GlobalMoran b = GlobalMoran.of(near, x, Weights.BINARY);
    answer.value("moran_W_randomisation", moran(w, w.randomisationVariance()));
    answer.value("moran_W_normality", moran(w, w.normalityVariance()));
    answer.value("moran_B_randomisation", moran(b, b.randomisationVariance()));
    GlobalMoran.Permuted drawn =
        GlobalMoran.permuted(near, x, Weights.ROWS_SUM_TO_ONE, PERMUTATIONS, 1);
    answer.value(
        "moran_W_permutation",
        CaseAnswer.object(
            "nsim",
            PERMUTATIONS,
            "p_greater",
            drawn.p(),
            "sim_mean",
            drawn.mean(),
            "sim_sd",
            drawn.sd()));
    GlobalG global = GlobalG.of(near, x);
    answer.value(
        "global_G",
        CaseAnswer.object(
            "G",
            global.g(),
            "E",
            global.mean(),
            "Var",
            global.variance(),
            "z",
            List.of(List.of(global.z()))));
    answer.value("gistar_hot_q05", places(x.length, i -> g.q()[i] <= 0.05 && g.z()[i] > 0));
    answer.value("gistar_cold_q05", places(x.length, i -> g.q()[i] <= 0.05 && g.z()[i] < 0));
    answer.value("gistar_hot_p05", places(x.length, i -> g.p()[i] <= 0.05 && g.z()[i] > 0));
    return answer.table("local", local(areas, x, near, g));
  }

  private static ResultTable local(Columns areas, double[] x, Neighbours near, LocalG g) {
    LocalMoran m = LocalMoran.of(near, x);
    ConditionalPermutation drawn =
        ConditionalPermutation.simulated(
            near, x, ConditionalPermutation.Null.PLACE_DRAWN, PERMUTATIONS, 1);
    return new ResultTable(x.length)
        .with("id", areas.texts("id"))
        .with("k", i -> near.count(i))
        .with("gistar_z", g.z())
        .with("gistar_p2", g.p())
        .with("gistar_q_bh", g.q())
        .with("gi_z", g.giZ())
        .with("nbsum_star", g.sum())
        .with("permc_mean", g.permutationMean())
        .with("permc_var", g.permutationVariance())
        .with("permc_z", g.giZ())
        .with("permc_p2_normal", i -> Normal.twoSided(g.giZ()[i]))
        .with("lm_I", m.i())
        .with("lm_E", m.mean())
        .with("lm_Var", m.variance())
        .with("lm_Z", m.z())
        .with("lm_p2", m.p())
        .with("lm_E_total", m.totalMean())
        .with("lm_Var_total", m.totalVariance())
        .with("lm_Z_total", i -> (m.i()[i] - m.totalMean()[i]) / Math.sqrt(m.totalVariance()[i]))
        .with("lm_quadrant", i -> quadrant(m.quadrant()[i]))
        .with("gistar_p2_sim_spdep", drawn.p());
  }

  static Neighbours neighbours(CaseFolder folder, int n) {
    Columns edges = folder.input("neighbours");
    return Neighbours.ofEdges(n, fromZero(edges.integers("i")), fromZero(edges.integers("j")));
  }

  private static Map<String, Object> moran(GlobalMoran moran, double variance) {
    double z = (moran.i() - moran.mean()) / Math.sqrt(variance);
    return CaseAnswer.object(
        "I",
        moran.i(),
        "E",
        moran.mean(),
        "Var",
        variance,
        "z",
        z,
        "p_two_sided",
        Normal.twoSided(z));
  }

  private static List<Integer> places(int n, IntPredicate chosen) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (chosen.test(i)) {
        places.add(i + 1);
      }
    }
    return places;
  }

  private static String quadrant(LocalMoran.Quadrant quadrant) {
    return switch (quadrant) {
      case HIGH_HIGH -> "High-High";
      case HIGH_LOW -> "High-Low";
      case LOW_HIGH -> "Low-High";
      case LOW_LOW -> "Low-Low";
    };
  }

  private static int[] fromZero(int[] ids) {
    return java.util.Arrays.stream(ids).map(id -> id - 1).toArray();
  }
}
