package org.cscc.drawing;

import org.jspecify.annotations.Nullable;

/**
 * A sign on a map; its surface grows with the count.
 *
 * @param label what it stands for, in words
 * @param href the page it leads to, or null
 */
public record Dot(Position at, int count, Sign sign, String label, @Nullable String href) {
  /** Shapes that are told apart without colour. */
  public enum Sign {
    /** A disc. */
    ROUND,
    /** A solid diamond. */
    DIAMOND,
    /** A small solid square, for a school, a park or a station. */
    SQUARE
  }
}
