package org.cscc.places;

/**
 * A place no finer than a hundred-block.
 *
 * @param canonical {@code 045XX S WENTWORTH AVE}, or two streets as {@code A / B} in the order of
 *     the alphabet; empty when unknown
 */
public record Block(String canonical, Form form) {
  static final Block UNKNOWN = new Block("", Form.UNKNOWN);

  /** What kind of place it is. */
  public enum Form {
    /** One side of a street between two hundreds. */
    HUNDRED_BLOCK,
    /** Where two streets meet. */
    INTERSECTION,
    /** Nothing that names a block. */
    UNKNOWN
  }

  /** Whether the block is known. */
  public boolean known() {
    return form != Form.UNKNOWN;
  }
}
