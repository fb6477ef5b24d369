package org.cscc.analysis.doors;

import java.util.List;
import java.util.stream.Stream;
import org.cscc.analysis.effect.DifferenceInDifferences;
import org.cscc.analysis.effect.Displacement;
import org.cscc.analysis.effect.MatchedControls;
import org.cscc.analysis.effect.Panel;
import org.cscc.analysis.effect.PoissonDifference;
import org.cscc.analysis.effect.PredictorControl;
import org.cscc.analysis.effect.RateRatio;
import org.cscc.analysis.effect.SyntheticControl;

/** Effects of interventions. */
final class EffectDoors {
  private static final int[] AREA = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
  private static final int[] PERIOD = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4};
  private static final double[] START = {0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  private static final double[] OUTCOME = {5, 6, 5, 2, 3, 7, 8, 6, 7, 8, 4, 5, 6, 4, 6};

  private EffectDoors() {}

  static List<Door> all() {
    return Stream.of(differences(), controls(), displacement()).flatMap(List::stream).toList();
  }

  private static List<Door> differences() {
    Call panel = Call.create(Panel.class, AREA, PERIOD, START, OUTCOME);
    double[] none = new double[15];
    double[] everybody = {0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1};
    int[] gap = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4};
    List<Door> doors = new java.util.ArrayList<>();
    doors.add(
        Door.of(panel.ids(0, 1))
            .and("a row twice", 1, new int[] {0, 0, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4}));
    for (String name : List.of("twoWay", "twoByTwo", "preTrend")) {
      doors.add(
          panelled(Call.of(DifferenceInDifferences.class, name, panel), none, everybody, gap));
    }
    doors.add(
        panelled(
                Call.of(DifferenceInDifferences.class, "stacked", panel, 2, 2),
                none,
                everybody,
                gap)
            .and("a window longer than the panel", 1, 9));
    doors.add(
        panelled(
                Call.of(DifferenceInDifferences.class, "randomisationP", panel, 19, 7L),
                none,
                everybody,
                gap)
            .and("no replica", 1, 0));
    doors.add(panelled(Call.of(PoissonDifference.class, "of", panel), none, everybody, gap));
    return doors;
  }

  private static Door panelled(Call call, double[] none, double[] everybody, int[] gap) {
    Call panel = (Call) call.arguments().getFirst();
    double[] level = {5, 5, 5, 5, 5, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4};
    int[] late = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 3, 4, 5, 6, 7};
    return Door.of(call)
        .and("outcomes that never change", 0, panel.with(3, level))
        .and("one treated and one control area", 0, twoAreas(panel))
        .and("nobody treated", 0, panel.with(2, none))
        .and("everybody treated", 0, panel.with(2, everybody))
        .and("area numbers with a gap", 0, panel.with(0, gap))
        .and("an area without rows before", 0, panel.with(1, late));
  }

  private static Call twoAreas(Call panel) {
    return panel
        .with(0, java.util.Arrays.copyOf(AREA, 10))
        .with(1, java.util.Arrays.copyOf(PERIOD, 10))
        .with(2, java.util.Arrays.copyOf(START, 10))
        .with(3, java.util.Arrays.copyOf(OUTCOME, 10));
  }

  private static List<Door> controls() {
    double[] treated = {5, 6, 7, 3, 2, 2};
    double[][] donors = {{5, 5, 7, 7, 6, 7}, {6, 7, 7, 6, 7, 8}, {3, 4, 5, 4, 5, 5}};
    double[] own = {1, 20};
    double[][] others = {{1.5, 18}, {0.7, 25}, {1.2, 15}};
    Call data = Call.create(PredictorControl.Data.class, treated, donors, own, others, 0, 3);
    double[][] covariates = {{1, 20}, {2, 25}, {1.5, 18}, {0.5, 24}, {2.5, 21}};
    boolean[] which = {true, true, false, false, false};
    return List.of(
        Door.of(Call.of(SyntheticControl.class, "of", treated, donors, 0, 3).ids(3))
            .and(
                "a donor that is the treated area",
                1,
                new double[][] {treated, donors[1], donors[2]})
            .and("donors of another length", 1, new double[][] {{1, 2}, donors[1], donors[2]}),
        Door.of(data.ids(5)),
        Door.of(Call.of(PredictorControl.class, "of", data, new double[] {0.5, 0.5})),
        Door.of(Call.of(PredictorControl.class, "searched", data)),
        Door.of(Call.of(MatchedControls.class, "of", covariates, which, 1, 0.5))
            .and("nobody treated", 1, new boolean[5])
            .and("ragged covariates", 0, new double[][] {{1, 2}, {1}, {2, 3}, {1, 1}, {0, 0}}));
  }

  private static List<Door> displacement() {
    Call counts = Call.create(Displacement.Counts.class, 12.0, 8.0, 1.5);
    Call plain = Call.of(Displacement.Counts.class, "of", 12.0, 8.0);
    Call none = Call.of(Displacement.Counts.class, "of", 0.0, 0.0);
    return List.of(
        Door.of(counts),
        Door.of(plain),
        Door.of(Call.of(Displacement.class, "of", plain, counts, plain, counts, 1.0, 1.0, 0.05))
            .and("control with no events", 0, none)
            .and("treated with no events", 1, none),
        Door.of(Call.of(RateRatio.class, "of", 20L, 12L, 30L, 28L)).and("a count of 4", 1, 4L));
  }
}
