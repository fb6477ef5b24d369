package org.cscc.reviews;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Numbers that are told with what they rest on, and not told when that is too little. */
final class Figures {
  private final int smallest;

  /** Tells no number that rests on fewer than this. */
  Figures(int smallest) {
    this.smallest = smallest;
  }

  /**
   * A number.
   *
   * @param n how many it rests on; null when they are too few to be told
   * @param value null when they are too few, or none
   * @param low lower end of the interval of a share, in percent; null for what is none
   * @param high upper end of the same
   * @param hits how many of n, where the count itself is told; null where it is not
   */
  record Cell(
      @Nullable Integer n,
      @Nullable Integer value,
      @Nullable Integer low,
      @Nullable Integer high,
      @Nullable Integer hits) {
    Cell(@Nullable Integer n, @Nullable Integer value) {
      this(n, value, null, null, null);
    }
  }

  /** A measure on priority blocks and on others. */
  record Pair(String measure, Cell priority, Cell other) {}

  /** A part of a whole, with the count of the part. */
  record Share(String key, Cell cell) {}

  /** How many in a hundred. */
  <T> Cell share(List<T> rows, Predicate<T> counts) {
    if (few(rows)) {
      return none(rows);
    }
    org.cscc.kernel.Share share = of(rows, counts);
    return new Cell(rows.size(), share.percent(), share.low(), share.high(), null);
  }

  /**
   * So many of so many, and how many in a hundred where that is enough: for what whoever reads it
   * can count one by one.
   */
  <T> Cell counted(List<T> rows, Predicate<T> counts) {
    org.cscc.kernel.Share share = of(rows, counts);
    return new Cell(rows.size(), share.percent(), share.low(), share.high(), share.of());
  }

  private <T> org.cscc.kernel.Share of(List<T> rows, Predicate<T> counts) {
    return org.cscc.kernel.Share.of(
        (int) rows.stream().filter(counts).count(), rows.size(), smallest);
  }

  /** The middle one, by the nearest rank: a value that there is. */
  <T> Cell median(List<T> rows, ToIntFunction<T> value) {
    if (few(rows)) {
      return none(rows);
    }
    List<Integer> values = new ArrayList<>(rows.stream().mapToInt(value).boxed().toList());
    Collections.sort(values);
    return new Cell(rows.size(), values.get(Math.ceilDiv(values.size(), 2) - 1));
  }

  /** A count, which stands for itself. */
  Cell count(int counted) {
    return counted > 0 && counted < smallest ? new Cell(null, null) : new Cell(counted, counted);
  }

  private boolean few(List<?> rows) {
    return rows.size() < smallest;
  }

  private static Cell none(List<?> rows) {
    return new Cell(rows.isEmpty() ? 0 : null, null);
  }
}
