package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks are served first, for other rooms. That a block is served is public; why it is on
 * the list is not told here.
 */
public interface PriorityBlocks {
  /**
   * Whether a block is on the list in force on a day. Read by the center itself: not within a
   * transaction of a request.
   *
   * @param block as {@link org.cscc.places.Blocks} writes it
   */
  boolean listed(String block, int area, LocalDate day);

  /**
   * Every list that was in force on a day of a span, in one statement and read as {@link #listed}
   * is: what happened is told by the list of its own day, not by the one of today (R-HOT-06).
   */
  Lists between(LocalDate from, LocalDate to);

  /**
   * Makes a list in force from a day, for the city of a demo.
   *
   * @param from first day of a quarter
   */
  void listForDemo(List<ListedPlace> places, LocalDate from);

  /** A block in an area. */
  record ListedPlace(String block, int area) {}

  /**
   * The lists of a span.
   *
   * @param byFirstDay each with the day from which it held until the next
   */
  record Lists(NavigableMap<LocalDate, Set<ListedPlace>> byFirstDay) {
    /**
     * Whether a block was on the list of a day.
     *
     * @param block null for a place without one, which is on no list
     */
    public boolean listed(@Nullable String block, @Nullable Integer area, LocalDate day) {
      Map.Entry<LocalDate, Set<ListedPlace>> list = byFirstDay.floorEntry(day);
      return block != null
          && area != null
          && list != null
          && list.getValue().contains(new ListedPlace(block, area));
    }
  }
}
