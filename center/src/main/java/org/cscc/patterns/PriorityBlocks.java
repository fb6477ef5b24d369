package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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

  /** Every block of the list in force on a day, read as {@link #listed} is. */
  Set<ListedPlace> inForce(LocalDate day);

  /**
   * Makes a list in force from a day, for the city of a demo.
   *
   * @param from first day of a quarter
   */
  void listForDemo(List<ListedPlace> places, LocalDate from);

  /** A block in an area. */
  record ListedPlace(String block, int area) {}
}
