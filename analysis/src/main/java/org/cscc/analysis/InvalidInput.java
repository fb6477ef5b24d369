package org.cscc.analysis;

/**
 * Input that no method of this library can answer honestly. The {@link #reason()} is for programs,
 * the message for people: it names the argument, the position and the value.
 */
public final class InvalidInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The kinds of input that are refused. */
  public enum Reason {
    /** A value is NaN or infinite. */
    NOT_FINITE,
    /** A count, weight or population is below zero. */
    NEGATIVE,
    /** Nothing was given. */
    EMPTY,
    /** Fewer observations than the method needs. */
    TOO_FEW,
    /** Two arrays that describe the same things differ in length. */
    LENGTH_MISMATCH,
    /** An id points at nothing. */
    UNKNOWN_ID,
    /** An id appears twice. */
    DUPLICATE_ID,
    /** A parameter is outside its range. */
    OUT_OF_RANGE,
    /** All values are equal, so the method has nothing to compare. */
    NO_VARIATION,
    /** Values that must ascend do not. */
    NOT_SORTED,
    /** No answer can satisfy all conditions. */
    INFEASIBLE
  }

  private final Reason reason;

  /** Refuses with a reason and a sentence. */
  public InvalidInput(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why the input was refused. */
  public Reason reason() {
    return reason;
  }
}
