package org.cscc.analysis.effect;

import java.util.Arrays;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Synthetic control on predictors (Abadie, Diamond and Hainmueller 2010, J. Am. Stat. Assoc.
 * 105:493): the shares {@code w} minimise {@code sum_k v_k ((X1_k - sum_j w_j X0_kj) / s_k)^2},
 * {@code s_k} the standard deviation of predictor {@code k} over all areas. The importance {@code
 * v} is given, or searched so that the outcome before the start is met best. Different {@code v}
 * can serve equally well: publish the one that was used. {@link SyntheticControl} needs none.
 *
 * @param weights share of each donor
 * @param importance {@code v}, adding up to one
 * @param preMspe mean squared error of the outcome over the fitted periods
 * @param predictorLoss the minimum above
 * @param gaps treated minus synthetic outcome, every period
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record PredictorControl(
    double[] weights,
    double[] importance,
    double preMspe,
    double predictorLoss,
    double[] gaps,
    Provenance provenance) {

  /**
   * What is known of all areas.
   *
   * @param treated outcome of the treated area by period
   * @param donors outcome by donor and period
   * @param treatedPredictors value of each predictor in the treated area
   * @param donorPredictors value by donor and predictor
   * @param fitFrom first period of the outcome that is to be met
   * @param start first period under treatment
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Data(
      double[] treated,
      double[][] donors,
      double[] treatedPredictors,
      double[][] donorPredictors,
      int fitFrom,
      int start) {
    /** Refuses no donors, unequal lengths and values that are no numbers. */
    public Data {
      Require.atLeast("donors", 2, donors.length);
      Require.atLeast("predictors", 1, treatedPredictors.length);
      Require.sameLength("donorPredictors", donors.length, donorPredictors.length);
      Require.nonNegative("fitFrom", fitFrom);
      Require.between("start", start, fitFrom + 1L, treated.length - 1L);
      Require.finite("treated", treated);
      Require.finite("treatedPredictors", treatedPredictors);
      for (int j = 0; j < donors.length; j++) {
        Require.sameLength("donor", treated.length, donors[j].length);
        Require.sameLength("predictors", treatedPredictors.length, donorPredictors[j].length);
        Require.finite("donor", donors[j]);
        Require.finite("donorPredictors", donorPredictors[j]);
      }
    }
  }

  /**
   * With a given importance of the predictors.
   *
   * @throws InvalidInput for a negative importance, none at all, or a predictor that is the same
   *     everywhere
   */
  public static PredictorControl of(Data data, double[] importance) {
    Require.sameLength("importance", data.treatedPredictors().length, importance.length);
    Require.nonNegative("importance", importance);
    double sum = Arrays.stream(importance).sum();
    Require.positive("sum of the importance", sum);
    double[] v = Arrays.stream(importance).map(value -> value / sum).toArray();
    return fit(data, v, spreads(data), "given");
  }

  /**
   * With an importance that is searched: from equal importance on, each predictor's is raised and
   * lowered in turn by smaller and smaller factors as long as the outcome before the start is met
   * better. The best that is found need not be the best of all.
   */
  public static PredictorControl searched(Data data) {
    double[] spreads = spreads(data);
    double[] v = new double[data.treatedPredictors().length];
    Arrays.fill(v, 1.0 / v.length);
    PredictorControl best = fit(data, v, spreads, "searched");
    for (double factor = 16; factor > 1.1; factor = Math.sqrt(factor)) {
      for (int k = 0; k < v.length; k++) {
        for (double by : new double[] {factor, 1 / factor}) {
          double[] tried = best.importance().clone();
          tried[k] *= by;
          double sum = Arrays.stream(tried).sum();
          Arrays.setAll(tried, i -> tried[i] / sum);
          PredictorControl other = fit(data, tried, spreads, "searched");
          best = other.preMspe() < best.preMspe() ? other : best;
        }
      }
    }
    return best;
  }

  private static PredictorControl fit(Data data, double[] v, double[] spread, String how) {
    int predictors = v.length;
    double[] target = new double[predictors];
    double[][] near = new double[data.donors().length][predictors];
    for (int k = 0; k < predictors; k++) {
      double scale = Math.sqrt(v[k]) / spread[k];
      target[k] = data.treatedPredictors()[k] * scale;
      for (int j = 0; j < near.length; j++) {
        near[j][k] = data.donorPredictors()[j][k] * scale;
      }
    }
    double[] weights = SyntheticControl.weights(target, near, 0, predictors);
    double[] gaps = SyntheticControl.gaps(data.treated(), data.donors(), weights);
    double[] off = SyntheticControl.gaps(target, near, weights);
    return new PredictorControl(
        weights,
        v,
        SyntheticControl.mean(gaps, data.fitFrom(), data.start()),
        Arrays.stream(off).map(d -> d * d).sum(),
        gaps,
        Provenance.of(
                "Synthetic control on predictors (Abadie, Diamond and Hainmueller 2010)",
                near.length,
                Caution.NOT_A_CAUSE)
            .with("predictors", predictors)
            .with("importance", how)
            .with("fit_from", data.fitFrom())
            .with("start", data.start()));
  }

  private static double[] spreads(Data data) {
    double[] spread = new double[data.treatedPredictors().length];
    int n = data.donors().length + 1;
    for (int k = 0; k < spread.length; k++) {
      double mean = data.treatedPredictors()[k];
      for (double[] donor : data.donorPredictors()) {
        mean += donor[k];
      }
      mean /= n;
      double sum = Math.pow(data.treatedPredictors()[k] - mean, 2);
      for (double[] donor : data.donorPredictors()) {
        sum += (donor[k] - mean) * (donor[k] - mean);
      }
      spread[k] = Math.sqrt(sum / (n - 1));
      if (spread[k] == 0) {
        throw new InvalidInput(Reason.NO_VARIATION, "predictor " + k + " is the same everywhere");
      }
    }
    return spread;
  }
}
