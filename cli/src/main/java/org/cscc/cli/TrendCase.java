package org.cscc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.cscc.analysis.trend.Cusum;
import org.cscc.analysis.trend.Ears;
import org.cscc.analysis.trend.Farrington;
import org.cscc.analysis.trend.FarringtonFlexible;
import org.cscc.analysis.trend.TwoThirds.Uncertainty;

/** EARS, CUSUM and Farrington, classic and flexible, over the watched weeks of a case. */
final class TrendCase {
  private TrendCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns series = folder.input("series");
    int[] counts = series.integers("count");
    double[] range = CaseFolder.numbers(folder.setting("range"));
    int from = (int) range[0] - 1;
    int weeks = (int) range[1] - from;
    int[] watched = Arrays.copyOfRange(counts, from, from + weeks);
    double mean = Arrays.stream(counts, 0, from).average().orElse(Double.NaN);
    Ears c1 = Ears.c1(counts, 0.001, 0);
    Ears c2 = Ears.c2(counts, 0.001, 0);
    Ears c3 = Ears.c3(counts, 0.025, 0);
    Cusum rossi = Cusum.of(watched, mean, 1.04, 2.26, Cusum.Transform.ROSSI);
    Cusum standard = Cusum.of(watched, mean, 1.04, 2.26, Cusum.Transform.STANDARD);
    List<FarringtonFlexible> flexible = flexible(folder, counts, from, weeks, false);
    List<FarringtonFlexible> delta = flexible(folder, counts, from, weeks, true);
    List<Farrington> classic = classic(folder, counts, from, weeks, false);
    List<Farrington> original = classic(folder, counts, from, weeks, true);
    return new CaseAnswer()
        .value(
            "alarms",
            CaseAnswer.object(
                "farringtonFlexible_nb", list(from, weeks, i -> flexible.get(i).alarm()),
                "farringtonFlexible_delta", list(from, weeks, i -> delta.get(i).alarm()),
                "farrington_original_settings", list(from, weeks, i -> original.get(i).alarm()),
                "farrington_classic", list(from, weeks, i -> classic.get(i).alarm()),
                "C1", list(from, weeks, i -> c1.alarm()[from + i]),
                "C2", list(from, weeks, i -> c2.alarm()[from + i]),
                "C3", list(from, weeks, i -> c3.alarm()[from + i]),
                "cusum_rossi", list(from, weeks, i -> rossi.alarm()[i])))
        .value("cusum_in_control_mean", mean)
        .table(
            "weeks",
            new ResultTable(weeks)
                .with("index", i -> from + i + 1)
                .with("count", watched)
                .with("ff_nb_upper", i -> known(flexible.get(i), flexible.get(i).upper()))
                .with("ff_nb_alarm", i -> flexible.get(i).alarm() ? 1 : 0)
                .with("ff_nb_expected", i -> known(flexible.get(i), flexible.get(i).expected()))
                .with("ff_nb_trend", i -> flexible.get(i).trend() ? 1 : 0)
                .with("ff_nb_p", i -> flexible.get(i).p())
                .with("ff_delta_upper", i -> known(delta.get(i), delta.get(i).upper()))
                .with("ff_delta_alarm", i -> delta.get(i).alarm() ? 1 : 0)
                .with("ff_delta_expected", i -> known(delta.get(i), delta.get(i).expected()))
                .with(
                    "far_orig_upper",
                    i -> original.get(i).enough() ? original.get(i).upper() : Double.NaN)
                .with("far_orig_alarm", i -> original.get(i).alarm() ? 1 : 0)
                .with("farrington_upper", i -> classic.get(i).enough() ? classic.get(i).upper() : 0)
                .with("farrington_alarm", i -> classic.get(i).alarm() ? 1 : 0)
                .with("c1_upper", i -> c1.upper()[from + i])
                .with("c1_alarm", i -> c1.alarm()[from + i] ? 1 : 0)
                .with("c2_upper", i -> c2.upper()[from + i])
                .with("c2_alarm", i -> c2.alarm()[from + i] ? 1 : 0)
                .with("c3_upper", i -> c3.upper()[from + i])
                .with("c3_alarm", i -> c3.alarm()[from + i] ? 1 : 0)
                .with("cusum_rossi", rossi.sum())
                .with("cusum_rossi_alarm", i -> rossi.alarm()[i] ? 1 : 0)
                .with("cusum_std", standard.sum())
                .with("cusum_std_alarm", i -> standard.alarm()[i] ? 1 : 0));
  }

  private static List<FarringtonFlexible> flexible(
      CaseFolder folder, int[] counts, int from, int weeks, boolean twoThirds) {
    FarringtonFlexible.Settings settings =
        new FarringtonFlexible.Settings(
            folder.parameter("b").asInt(5),
            folder.parameter("w").asInt(3),
            folder.parameter("noPeriods_flexible").asInt(10),
            folder.parameter("pastWeeksNotIncluded_flexible").asInt(26),
            folder.parameter("weightsThreshold").asDouble(2.58),
            folder.parameter("alpha").asDouble(0.01),
            folder.parameter("frequency").asInt(52));
    List<FarringtonFlexible> judged = new ArrayList<>();
    for (int i = 0; i < weeks; i++) {
      judged.add(
          twoThirds
              ? FarringtonFlexible.ofTwoThirds(counts, from + i, settings, Uncertainty.SURVEILLANCE)
              : FarringtonFlexible.of(counts, from + i, settings));
    }
    return judged;
  }

  private static List<Farrington> classic(
      CaseFolder folder, int[] counts, int from, int weeks, boolean original) {
    Farrington.Settings settings =
        new Farrington.Settings(
            folder.parameter("b").asInt(5),
            folder.parameter("w").asInt(3),
            folder.parameter("alpha").asDouble(0.01),
            original ? Farrington.Level.ONE_SIDED : Farrington.Level.TWO_SIDED,
            original ? Uncertainty.SURVEILLANCE : Uncertainty.PAPER,
            folder.parameter("frequency").asInt(52));
    List<Farrington> judged = new ArrayList<>();
    for (int i = 0; i < weeks; i++) {
      judged.add(Farrington.of(counts, from + i, settings));
    }
    return judged;
  }

  /** The reference shows no bound in a week with too few events for an alarm. */
  private static double known(FarringtonFlexible week, double value) {
    return week.enough() ? value : Double.NaN;
  }

  private static List<Integer> list(int from, int weeks, IntPredicate alarm) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < weeks; i++) {
      if (alarm.test(i)) {
        list.add(from + i + 1);
      }
    }
    return list;
  }
}
