package org.cscc.analysis.effect;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Replicas;
import org.cscc.analysis.Require;

/**
 * Difference in differences with area and period effects, {@code y_it = a_i + m_t + b D_it + e_it}.
 * The standard error is robust to dependence within an area (Liang and Zeger 1986), in the three
 * flavours that programs print. Starts at different times bias this estimate when effects change
 * over time: use {@link #stacked} then.
 */
public final class DifferenceInDifferences {
  private DifferenceInDifferences() {}

  /**
   * A linear estimate.
   *
   * @param estimate change in the outcome, in its unit per period
   * @param seClusters standard error with factor {@code G/(G - 1)}
   * @param seHc1 also with {@code (N - 1)/(N - K)}, every effect counted (Stata)
   * @param seNested the same without counting the area effects (fixest, reghdfe)
   * @param t estimate over {@code seHc1}
   * @param p two-sided p of t with {@code G - 1} degrees of freedom
   * @param clusters number of areas {@code G}
   * @param rows number of rows {@code N}
   * @param parameters number of coefficients {@code K}
   * @param provenance method and settings
   */
  public record Linear(
      double estimate,
      double seClusters,
      double seHc1,
      double seNested,
      double t,
      double p,
      int clusters,
      int rows,
      int parameters,
      Provenance provenance) {}

  /**
   * Two-way fixed effects, balanced panel or not.
   *
   * @throws InvalidInput when the treatment does not vary beyond areas and periods
   */
  public static Linear twoWay(Panel panel) {
    FixedEffects effects = panel.effects();
    int k = panel.areasUsed() + panel.periodsUsed();
    return fit(
        effects,
        panel.treatment(),
        panel.outcome(),
        panel.area(),
        k,
        panel.periodsUsed() + 1,
        "Difference in differences, two-way fixed effects");
  }

  /**
   * Four means: treated and control areas, before and after. All treated areas must start together.
   *
   * @throws InvalidInput when they do not, or when a group is empty
   */
  public static Linear twoByTwo(Panel panel) {
    boolean[] ever = panel.everTreated();
    int start = commonStart(panel, ever);
    int[] group = new int[panel.rows()];
    int[] after = new int[panel.rows()];
    for (int i = 0; i < group.length; i++) {
      group[i] = ever[panel.area()[i]] ? 1 : 0;
      after[i] = panel.period()[i] >= start ? 1 : 0;
    }
    FixedEffects effects = new FixedEffects(group, after, 2, 2);
    return fit(
        effects,
        panel.treatment(),
        panel.outcome(),
        panel.area(),
        4,
        4,
        "Difference in differences, two by two");
  }

  /**
   * Starts at different times (stacked design: Cengiz, Dube, Lindner and Zipperer 2019, Q. J. Econ.
   * 134:1405): each start has its own data set of the areas that start then and the areas that are
   * not treated within the window; effects are per data set; rows of one area are one cluster.
   *
   * @param before periods before each start
   * @param after periods from each start on
   * @throws InvalidInput when no start has its whole window and a control area
   */
  public static Linear stacked(Panel panel, int before, int after) {
    Require.between("before", before, 1, 10_000);
    Require.between("after", after, 1, 10_000);
    Stack stack = Stack.of(panel, before, after);
    return fit(
        stack.effects(),
        stack.treatment(),
        stack.outcome(),
        stack.area(),
        stack.parameters(),
        stack.effects().times() + 1,
        "Difference in differences, stacked starts");
  }

  /**
   * Whether treated and control areas ran apart before the start: the difference of their linear
   * trends over the untreated periods. A p that is not small is no proof that they ran together.
   *
   * @throws InvalidInput with fewer than three periods before the first start
   */
  public static Linear preTrend(Panel panel) {
    boolean[] ever = panel.everTreated();
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < panel.rows(); i++) {
      first = panel.treatment()[i] > 0 ? Math.min(first, panel.period()[i]) : first;
    }
    int start = first;
    Require.between(
        "periods before the start", start == Integer.MAX_VALUE ? 0 : start, 3, Integer.MAX_VALUE);
    int[] rows =
        java.util.stream.IntStream.range(0, panel.rows())
            .filter(i -> panel.period()[i] < start)
            .toArray();
    Panel early =
        new Panel(
            Arrays.stream(rows).map(i -> panel.area()[i]).toArray(),
            Arrays.stream(rows).map(i -> panel.period()[i]).toArray(),
            Arrays.stream(rows)
                .mapToDouble(i -> ever[panel.area()[i]] ? panel.period()[i] : 0)
                .toArray(),
            Arrays.stream(rows).mapToDouble(i -> panel.outcome()[i]).toArray());
    return fit(
        early.effects(),
        early.treatment(),
        early.outcome(),
        early.area(),
        early.areasUsed() + early.periodsUsed(),
        early.periodsUsed() + 1,
        "Pre-trend check, difference of linear trends");
  }

  /**
   * Randomisation inference: treatment is dealt at random over the areas, as many as were treated,
   * and the difference in mean changes is taken again; {@code (1 + #{|b*| >= |b|})/(R + 1)}. Holds
   * with few treated areas, where robust errors do not.
   *
   * @throws InvalidInput when treated areas start at different times
   */
  public static double randomisationP(Panel panel, int replicas, long seed) {
    boolean[] all = panel.everTreated();
    double[] changes = changes(panel, commonStart(panel, all));
    int[] used = Arrays.stream(panel.area()).distinct().sorted().toArray();
    boolean[] ever = new boolean[used.length];
    double[] change = new double[used.length];
    int treated = 0;
    for (int a = 0; a < used.length; a++) {
      ever[a] = all[used[a]];
      change[a] = changes[used[a]];
      treated += ever[a] ? 1 : 0;
      if (Double.isNaN(change[a])) {
        throw new InvalidInput(
            Reason.TOO_FEW, "area " + used[a] + " has no rows before or no rows after the start");
      }
    }
    if (treated == used.length) {
      throw new InvalidInput(Reason.NO_VARIATION, "every area is treated: nothing to compare with");
    }
    double observed = Math.abs(difference(change, ever));
    long[] extreme =
        Replicas.run(
            replicas,
            seed,
            () -> new long[1],
            (index, random, count) -> {
              boolean[] dealt = ever.clone();
              for (int i = dealt.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                boolean keep = dealt[i];
                dealt[i] = dealt[j];
                dealt[j] = keep;
              }
              count[0] += Math.abs(difference(change, dealt)) >= observed * (1 - 1e-12) ? 1 : 0;
            },
            Replicas::add);
    return (1.0 + extreme[0]) / (replicas + 1.0);
  }

  static Linear fit(
      FixedEffects effects,
      double[] treatment,
      double[] outcome,
      int[] cluster,
      int parameters,
      int parametersNested,
      String method) {
    int n = outcome.length;
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    double[] d = effects.without(treatment, ones);
    double[] y = effects.without(outcome, ones);
    double dd = 0;
    double dy = 0;
    for (int i = 0; i < n; i++) {
      dd += d[i] * d[i];
      dy += d[i] * y[i];
    }
    if (dd < 1e-9) {
      throw new InvalidInput(
          Reason.NO_VARIATION, "treatment does not vary beyond what areas and periods explain");
    }
    double b = dy / dd;
    double[] score = new double[n];
    Arrays.setAll(score, i -> d[i] * (y[i] - b * d[i]));
    if (n <= Math.max(parameters, parametersNested)) {
      throw new InvalidInput(
          Reason.TOO_FEW, n + " rows can not tell " + parameters + " parameters and an error");
    }
    int g = (int) Arrays.stream(cluster).distinct().count();
    double se = Math.sqrt(meat(score, cluster) * g / (g - 1.0)) / dd;
    refuseWithoutError(se, b, outcome);
    double hc1 = se * Math.sqrt((n - 1.0) / (n - parameters));
    double t = b / hc1;
    return new Linear(
        b,
        se,
        hc1,
        se * Math.sqrt((n - 1.0) / (n - parametersNested)),
        t,
        2 * TDistribution.of(g - 1.0).cumulativeProbability(-Math.abs(t)),
        g,
        n,
        parameters,
        Provenance.of(method, n, Caution.NOT_A_CAUSE).with("clusters", g));
  }

  /**
   * One treated and one control area, or a fit without a rest: the error that the areas tell is
   * then zero but for rounding, and every effect would look certain.
   */
  private static void refuseWithoutError(double se, double b, double[] outcome) {
    double size = Math.abs(b);
    for (double y : outcome) {
      size = Math.max(size, Math.abs(y));
    }
    if (!(se > 1e-10 * size)) {
      throw new InvalidInput(
          Reason.NO_VARIATION, "the areas leave no rest by which an error could be told");
    }
  }

  /** Sum over clusters of the squared sum of scores. */
  static double meat(double[] score, int[] cluster) {
    double[] sums = new double[Arrays.stream(cluster).max().orElse(-1) + 1];
    for (int i = 0; i < score.length; i++) {
      sums[cluster[i]] += score[i];
    }
    return Arrays.stream(sums).map(sum -> sum * sum).sum();
  }

  private static int commonStart(Panel panel, boolean[] ever) {
    int[] start = Stack.starts(panel);
    int common = -1;
    for (int area = 0; area < ever.length; area++) {
      if (ever[area]) {
        if (common >= 0 && start[area] != common) {
          throw new InvalidInput(
              Reason.OUT_OF_RANGE, "treated areas start at different times: use stacked starts");
        }
        common = start[area];
      }
    }
    Require.between("first treated period", common, 1, Integer.MAX_VALUE);
    return common;
  }

  private static double[] changes(Panel panel, int start) {
    double[][] sums = new double[4][panel.areas()];
    for (int i = 0; i < panel.rows(); i++) {
      int side = panel.period()[i] >= start ? 2 : 0;
      sums[side][panel.area()[i]] += panel.outcome()[i];
      sums[side + 1][panel.area()[i]]++;
    }
    double[] change = new double[panel.areas()];
    Arrays.setAll(change, a -> sums[2][a] / sums[3][a] - sums[0][a] / sums[1][a]);
    return change;
  }

  private static double difference(double[] change, boolean[] treated) {
    double[] sum = new double[2];
    int[] n = new int[2];
    for (int a = 0; a < change.length; a++) {
      int side = treated[a] ? 1 : 0;
      sum[side] += change[a];
      n[side]++;
    }
    return sum[1] / n[1] - sum[0] / n[0];
  }
}
