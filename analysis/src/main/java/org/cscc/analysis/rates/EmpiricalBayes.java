package org.cscc.analysis.rates;

import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;
import org.cscc.analysis.autocorrelation.Neighbours;

/**
 * Empirical Bayes rates (Marshall 1991, Appl. Stat. 40:283), method of moments: {@code m = sum O /
 * sum P}, {@code s2 = sum P_i (r_i - m)^2 / sum P}, {@code a = max(0, s2 - m / mean(P))}, shrunk
 * {@code m + a/(a + m/P_i) (r_i - m)}: the smaller the population, the nearer to the mean.
 *
 * @param raw {@code O_i / P_i}
 * @param shrunk the shrunk rates
 * @param prior what each place was drawn towards
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record EmpiricalBayes(double[] raw, double[] shrunk, Prior[] prior, Provenance provenance) {

  /**
   * The common distribution of the rates of a group of places.
   *
   * @param mean {@code m}
   * @param variance {@code a}, the variance of the true rates; 0 when chance explains all
   * @param spread {@code s2}, the weighted variance of the raw rates
   */
  public record Prior(double mean, double variance, double spread) {}

  /**
   * Towards the mean of all places.
   *
   * @throws InvalidInput for no places, a negative count, a population that is not positive or no
   *     events at all
   */
  public static EmpiricalBayes global(double[] events, double[] population) {
    check(events, population);
    int[] all = new int[events.length];
    java.util.Arrays.setAll(all, i -> i);
    Prior prior = prior(events, population, all);
    double[] shrunk = new double[events.length];
    Prior[] priors = new Prior[events.length];
    for (int i = 0; i < shrunk.length; i++) {
      priors[i] = prior;
      shrunk[i] = shrunk(prior, events[i], population[i]);
    }
    return result("Empirical Bayes, global (Marshall 1991)", events, population, shrunk, priors);
  }

  /**
   * Towards the mean of the place and its neighbours. The spread of a group is taken with each
   * member about its own local mean, {@code s2_i = sum_j P_j (r_j - m_j)^2 / sum_j P_j}, as the
   * reference program does; about {@code m_i} alone it would be another, often zero, estimate.
   */
  public static EmpiricalBayes local(double[] events, double[] population, Neighbours neighbours) {
    check(events, population);
    Require.sameLength("neighbours", events.length, neighbours.n());
    int n = events.length;
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = prior(events, population, around(neighbours, i)).mean();
    }
    double[] shrunk = new double[n];
    Prior[] priors = new Prior[n];
    for (int i = 0; i < n; i++) {
      priors[i] = local(events, population, around(neighbours, i), mean, mean[i]);
      shrunk[i] = shrunk(priors[i], events[i], population[i]);
    }
    return result("Empirical Bayes, local (Marshall 1991)", events, population, shrunk, priors);
  }

  private static int[] around(Neighbours neighbours, int i) {
    int[] near = neighbours.of(i);
    int[] group = java.util.Arrays.copyOf(near, near.length + 1);
    group[near.length] = i;
    return group;
  }

  private static Prior local(
      double[] events, double[] population, int[] group, double[] means, double mean) {
    double people = 0;
    double spread = 0;
    for (int j : group) {
      double off = events[j] / population[j] - means[j];
      people += population[j];
      spread += population[j] * off * off;
    }
    spread /= people;
    return new Prior(mean, Math.max(0, spread - mean * group.length / people), spread);
  }

  /**
   * Towards the mean of all places, for shares of a population that can each happen once (binomial,
   * Martuzzi and Elliott 1996).
   */
  public static EmpiricalBayes binomial(double[] events, double[] population) {
    check(events, population);
    int[] all = new int[events.length];
    java.util.Arrays.setAll(all, i -> i);
    Prior prior = prior(events, population, all);
    double mean = java.util.Arrays.stream(population).average().orElseThrow();
    double within = prior.mean() * (1 - prior.mean());
    double[] shrunk = new double[events.length];
    Prior[] priors = new Prior[events.length];
    for (int i = 0; i < shrunk.length; i++) {
      double p = population[i];
      double lasting = prior.spread() - within / mean;
      double chance = (within - prior.spread()) / p;
      // No more spread than chance makes: every place is the mean.
      double share = lasting > 0 ? lasting / (lasting + chance) : 0;
      priors[i] = prior;
      shrunk[i] = share * events[i] / p + (1 - share) * prior.mean();
    }
    return result(
        "Empirical Bayes, binomial (Martuzzi and Elliott 1996)",
        events,
        population,
        shrunk,
        priors);
  }

  static void check(double[] events, double[] population) {
    Require.atLeast("places", 1, events.length);
    Require.sameLength("population", events.length, population.length);
    Require.nonNegative("events", events);
    for (int i = 0; i < population.length; i++) {
      Require.positive("population[" + i + "]", population[i]);
    }
  }

  static Prior prior(double[] events, double[] population, int[] group) {
    double sum = 0;
    double people = 0;
    for (int i : group) {
      sum += events[i];
      people += population[i];
    }
    double mean = sum / people;
    double spread = 0;
    for (int i : group) {
      double off = events[i] / population[i] - mean;
      spread += population[i] * off * off;
    }
    spread /= people;
    return new Prior(mean, Math.max(0, spread - mean * group.length / people), spread);
  }

  private static double shrunk(Prior prior, double events, double population) {
    if (prior.variance() == 0) {
      return prior.mean();
    }
    double weight = prior.variance() / (prior.variance() + prior.mean() / population);
    return prior.mean() + weight * (events / population - prior.mean());
  }

  private static EmpiricalBayes result(
      String method, double[] events, double[] population, double[] shrunk, Prior[] priors) {
    double[] raw = new double[events.length];
    double all = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = events[i] / population[i];
      all += events[i];
    }
    if (all == 0) {
      throw new InvalidInput(Reason.NO_VARIATION, "no events at any place");
    }
    Provenance provenance =
        Provenance.of(method, events.length, Caution.PLACES_NOT_PEOPLE).with("events", all);
    return new EmpiricalBayes(raw, shrunk, priors, provenance);
  }
}
