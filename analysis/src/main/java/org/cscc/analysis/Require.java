package org.cscc.analysis;

import org.cscc.analysis.InvalidInput.Reason;

/** The checks at every door of the library: each refuses with a named reason. */
public final class Require {
  private Require() {}

  /** Every value finite. */
  public static void finite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new InvalidInput(Reason.NOT_FINITE, at(what, i, values[i]) + " is not a number");
      }
    }
  }

  /** Every value finite and at least zero. */
  public static void nonNegative(String what, double[] values) {
    finite(what, values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw new InvalidInput(Reason.NEGATIVE, at(what, i, values[i]) + " is negative");
      }
    }
  }

  /** Every count at least zero. */
  public static void nonNegative(String what, int[] values) {
    for (int i = 0; i < values.length; i++) {
      nonNegative(what + "[" + i + "]", values[i]);
    }
  }

  /** A count of at least zero. */
  public static void nonNegative(String what, long value) {
    if (value < 0) {
      throw new InvalidInput(Reason.NEGATIVE, what + " is negative: " + value);
    }
  }

  /** A finite value above zero. */
  public static void positive(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidInput(Reason.NOT_FINITE, what + " is not a number: " + value);
    }
    if (value <= 0) {
      throw new InvalidInput(Reason.OUT_OF_RANGE, what + " must be above zero: " + value);
    }
  }

  /** A value strictly between zero and one. */
  public static void share(String what, double value) {
    if (!(value > 0 && value < 1)) {
      throw new InvalidInput(Reason.OUT_OF_RANGE, what + " must lie between 0 and 1: " + value);
    }
  }

  /** A whole number within both ends. */
  public static void between(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InvalidInput(
          Reason.OUT_OF_RANGE, what + " must lie in " + least + ".." + most + ": " + value);
    }
  }

  /** A number that points at one of {@code count} things, counted from 0. */
  public static void known(String what, int index, int count) {
    if (index < 0 || index >= count) {
      throw new InvalidInput(
          Reason.UNKNOWN_ID, what + " " + index + " does not exist: there are " + count);
    }
  }

  /** Arrays that describe the same things are equally long. */
  public static void sameLength(String what, int expected, int actual) {
    if (expected != actual) {
      throw new InvalidInput(
          Reason.LENGTH_MISMATCH, what + " has " + actual + " values, expected " + expected);
    }
  }

  /** At least this many observations. */
  public static void atLeast(String what, int least, int actual) {
    if (actual == 0) {
      throw new InvalidInput(Reason.EMPTY, "no " + what + " given");
    }
    if (actual < least) {
      throw new InvalidInput(
          Reason.TOO_FEW, "needs at least " + least + " " + what + ", got " + actual);
    }
  }

  /** Values in ascending order, equal neighbours allowed. */
  public static void sorted(String what, int[] values) {
    for (int i = 1; i < values.length; i++) {
      if (values[i] < values[i - 1]) {
        throw new InvalidInput(Reason.NOT_SORTED, at(what, i, values[i]) + " is out of order");
      }
    }
  }

  private static String at(String what, int index, double value) {
    return what + "[" + index + "] = " + value;
  }
}
