package org.cscc.drawing;

import java.util.List;

/**
 * Hours of the day down, days of the week across, in five steps of one colour, none included. The
 * page shows it as a table with {@link #step} as a class of the cell; on paper it is a picture. The
 * number stands in each cell, so that it reads in grey and without colour.
 *
 * @param columns names of the days, as many as each row has counts
 * @param rows names of the hours, as many as there are rows of counts
 * @param counts whole numbers, by row and then by column
 */
public record HeatTable(
    String id, Caption caption, List<String> columns, List<String> rows, List<List<Integer>> counts)
    implements Picture {
  private static final int STEPS = 4;
  private static final double LEFT = 44;
  private static final double CELL = 16;

  /** Checks that names and counts agree. */
  public HeatTable {
    int wide = columns.size();
    if (counts.size() != rows.size() || counts.stream().anyMatch(row -> row.size() != wide)) {
      throw new IllegalArgumentException("A heat table needs one count for each row and column");
    }
  }

  /** The greatest count. */
  public int highest() {
    return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Step of a cell: 0 for none, then 1 to 4 in equal parts of the greatest count. */
  public int step(int row, int column) {
    int count = counts.get(row).get(column);
    int most = highest();
    if (count <= 0) {
      return 0;
    }
    return most <= STEPS ? count : Math.ceilDiv(count * STEPS, most);
  }

  @Override
  public double height() {
    return CELL * (rows.size() + 1) + 6;
  }

  @Override
  public String drawn() {
    Svg svg = new Svg();
    double wide = (WIDTH - LEFT) / Math.max(1, columns.size());
    for (int column = 0; column < columns.size(); column++) {
      svg.aside(LEFT + wide * (column + 0.5), 12, 11, "middle", columns.get(column));
    }
    for (int row = 0; row < rows.size(); row++) {
      double y = CELL * (row + 1) + 2;
      svg.aside(LEFT - 6, y + 12, 11, "end", rows.get(row));
      for (int column = 0; column < columns.size(); column++) {
        cell(svg, LEFT + wide * column, y, wide, step(row, column), counts.get(row).get(column));
      }
    }
    return svg.toString();
  }

  private static void cell(Svg svg, double x, double y, double wide, int step, int count) {
    svg.empty(
        "rect",
        "class",
        "cell tone-" + step,
        "x",
        x,
        "y",
        y,
        "width",
        wide - 1,
        "height",
        CELL - 1,
        "fill",
        Svg.tone(step));
    if (count > 0) {
      svg.element(
          "text",
          Integer.toString(count),
          "class",
          step >= 3 ? "on-strong" : "ink",
          "x",
          x + wide / 2,
          "y",
          y + 11.5,
          "font-size",
          11,
          "text-anchor",
          "middle",
          "fill",
          Svg.INK);
    }
  }
}
