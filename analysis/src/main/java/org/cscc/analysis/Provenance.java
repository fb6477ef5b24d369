package org.cscc.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a number comes from: which method, in which version, on how many observations, with which
 * parameters, and what it must not be used for. Every result of this library carries one.
 *
 * @param method name with the paper it follows, such as {@code Knox (Barton & David 1966)}
 * @param version changes whenever the same input could give another answer
 * @param n number of observations that went in
 * @param parameters settings in the order they were named, as text
 * @param caution what the number must not be used for
 */
public record Provenance(
    String method, String version, long n, Map<String, String> parameters, Caution caution) {

  /** The version of every method in this library. */
  public static final String VERSION = "1";

  /** Keeps its own unmodifiable copy of the parameters. */
  public Provenance {
    Require.nonNegative("n", n);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** A provenance without parameters. */
  public static Provenance of(String method, long n, Caution caution) {
    return new Provenance(method, VERSION, n, Map.of(), caution);
  }

  /** The same with one more parameter; whole numbers are written without a decimal point. */
  public Provenance with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, text(value));
    return new Provenance(method, version, n, more, caution);
  }

  private static String text(Object value) {
    if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
      return Long.toString(d.longValue());
    }
    return String.valueOf(value);
  }
}
