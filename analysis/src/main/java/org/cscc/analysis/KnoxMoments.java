package org.cscc.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Exact mean and standard deviation of a cell of the Knox table when days are permuted over events
 * (Barton and David 1966). Computed in whole numbers, because the variance is the small difference
 * of two very large ones.
 *
 * @param mean expected number of pairs
 * @param sd standard deviation
 */
record KnoxMoments(double mean, double sd) {
  private static final MathContext DIGITS = new MathContext(40);

  /**
   * With {@code N1, N2} ordered pairs and {@code s2, t2} paths: {@code E = N1 N2 / (2 n(n-1))},
   * {@code Var = 1/4 [2 N1 N2/n_2 + 4 s2 t2/n_3 + (N1^2 - 2 N1 - 4 s2)(N2^2 - 2 N2 - 4 t2)/n_4] -
   * E^2}, with falling factorials {@code n_k}.
   */
  static KnoxMoments of(int n, long spacePairs, long spacePaths, long timePairs, long timePaths) {
    BigInteger space = BigInteger.valueOf(2 * spacePairs);
    BigInteger time = BigInteger.valueOf(2 * timePairs);
    BigInteger n2 = BigInteger.valueOf((long) n * (n - 1));
    BigInteger n3 = n2.multiply(BigInteger.valueOf(n - 2L));
    BigInteger n4 = n3.multiply(BigInteger.valueOf(n - 3L));
    BigDecimal mean = ratio(space.multiply(time), n2).divide(BigDecimal.TWO, DIGITS);
    BigDecimal same = ratio(space.multiply(time).multiply(BigInteger.TWO), n2);
    BigDecimal shared =
        ratio(BigInteger.valueOf(4).multiply(big(spacePaths)).multiply(big(timePaths)), n3);
    BigDecimal apart = ratio(apart(space, spacePaths).multiply(apart(time, timePaths)), n4);
    BigDecimal square = same.add(shared).add(apart).divide(BigDecimal.valueOf(4), DIGITS);
    double variance = square.subtract(mean.multiply(mean)).doubleValue();
    return new KnoxMoments(mean.doubleValue(), Math.sqrt(Math.max(0, variance)));
  }

  private static BigInteger apart(BigInteger ordered, long paths) {
    return ordered
        .multiply(ordered)
        .subtract(ordered.multiply(BigInteger.TWO))
        .subtract(BigInteger.valueOf(4).multiply(big(paths)));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private static BigDecimal ratio(BigInteger above, BigInteger below) {
    return new BigDecimal(above).divide(new BigDecimal(below), DIGITS);
  }
}
