package org.cscc.analysis;

import java.util.Arrays;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * M-10: how concentrated events are over places. Gini is {@code (2 sum i y_i - c - 1) / c} over
 * shares {@code y_i} in ascending order of {@code c} places; with fewer events {@code n} than
 * places the generalised Gini of Bernasco and Steenbeek (2017, J. Quant. Criminol. 33:455), {@code
 * (2 sum i y_i - c - 1)/n - c/n + 1}, takes away what would be concentrated by scarcity alone.
 *
 * @param places number of places, those without events included
 * @param events number of events
 * @param gini plain Gini, 0 to 1
 * @param generalisedGini Gini beyond scarcity; equals the plain one when events are as many as
 *     places
 * @param placesFor25 fewest places that hold at least 25 % of events
 * @param placesFor50 fewest places that hold at least 50 % of events
 * @param provenance method and settings
 */
public record Concentration(
    int places,
    long events,
    double gini,
    double generalisedGini,
    int placesFor25,
    int placesFor50,
    Provenance provenance) {

  /**
   * Measures the concentration of counts over places.
   *
   * @param counts events at every place, zeros included
   * @throws InvalidInput when there is no place, no event, or a negative count
   */
  public static Concentration of(int[] counts) {
    Require.atLeast("places", 1, counts.length);
    Require.nonNegative("counts", counts);
    int[] ascending = counts.clone();
    Arrays.sort(ascending);
    int c = ascending.length;
    long n = 0;
    double weighted = 0;
    for (int i = 0; i < c; i++) {
      n += ascending[i];
      weighted += (i + 1.0) * ascending[i];
    }
    if (n == 0) {
      throw new InvalidInput(Reason.EMPTY, "no events at any place");
    }
    double excess = 2 * weighted / n - c - 1;
    double general = n >= c ? excess / c : excess / n - (double) c / n + 1;
    return new Concentration(
        c,
        n,
        excess / c,
        general,
        fewest(ascending, n, 0.25),
        fewest(ascending, n, 0.50),
        Provenance.of("Concentration (Bernasco and Steenbeek 2017)", n, Caution.PLACES_NOT_PEOPLE));
  }

  /** Share of places that hold a quarter of the events. */
  public double shareFor25() {
    return (double) placesFor25 / places;
  }

  /** Share of places that hold half of the events. */
  public double shareFor50() {
    return (double) placesFor50 / places;
  }

  private static int fewest(int[] ascending, long total, double share) {
    double wanted = share * total;
    long held = 0;
    int places = 0;
    for (int i = ascending.length - 1; held < wanted; i--) {
      held += ascending[i];
      places++;
    }
    return places;
  }
}
