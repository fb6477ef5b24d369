package org.cscc.analysis.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * Decimals as they were written (0.1 is a tenth, not the nearest double), all moved by the same
 * power of ten.
 *
 * @param values the decimals
 * @param places how far the point is moved to the right
 */
record Scaled(List<BigDecimal> values, int places) {
  /** Sums stay far from the largest whole number a double can tell from the next (2^53). */
  private static final BigDecimal MOST = new BigDecimal("1e15");

  /** Moves the point so far that whole numbers are left, or as far as sums allow. */
  static Scaled of(double[] values) {
    return of(Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList());
  }

  static Scaled of(List<BigDecimal> values) {
    BigDecimal sum = BigDecimal.ONE;
    int places = 0;
    for (BigDecimal value : values) {
      sum = sum.add(value.abs());
      places = Math.max(places, value.stripTrailingZeros().scale());
    }
    while (places > -300 && sum.scaleByPowerOfTen(places).compareTo(MOST) > 0) {
      places--;
    }
    return new Scaled(List.copyOf(values), places);
  }

  /** Whole numbers, rounded where they have more places than can be kept. */
  long[] rounded() {
    return values.stream()
        .mapToLong(
            value ->
                value
                    .scaleByPowerOfTen(places)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact())
        .toArray();
  }

  /** Whole numbers, or a refusal where rounding would bend a rule. */
  long[] exact(String what) {
    if (values.stream().anyMatch(value -> value.stripTrailingZeros().scale() > places)) {
      throw new InvalidInput(
          Reason.OUT_OF_RANGE, what + " has too many digits to be kept exactly: round it");
    }
    return rounded();
  }

  /** A sum of scaled numbers in the old unit. */
  double back(double scaled) {
    return BigDecimal.valueOf(scaled).scaleByPowerOfTen(-places).doubleValue();
  }

  /** The most that rounding can have taken from a sum, in the old unit; 0 when nothing was cut. */
  double lost() {
    boolean whole = values.stream().allMatch(v -> v.stripTrailingZeros().scale() <= places);
    return whole ? 0 : values.size() * 0.5 * Math.pow(10, -places);
  }
}
