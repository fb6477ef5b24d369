package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;

/**
 * What incidents of the last weeks have in common, area by area (M-9).
 *
 * @param weekEnd last day of the weeks
 * @param weeks how many weeks
 */
public record AreaThemes(LocalDate weekEnd, int weeks, List<Line> lines) {
  /**
   * A theme of an area: three incidents or more, in two weeks or more.
   *
   * @param codes what they share; {@code patterns.themes.code.} and the code is its words
   * @param incidents incidents that share it
   * @param of incidents of the area in these weeks
   */
  public record Line(int area, List<String> codes, int incidents, int of) {
    /** Keeps its own copy. */
    public Line {
      codes = List.copyOf(codes);
    }
  }

  /** Keeps its own copy. */
  public AreaThemes {
    lines = List.copyOf(lines);
  }
}
