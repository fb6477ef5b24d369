package org.cscc.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars from a zero baseline, one below the other; the label stands above its bar so that the
 * longest name of a place fits on a phone.
 */
public record BarChart(String id, Caption caption, List<Bar> bars) implements Picture {
  private static final double ROW = 36;
  private static final double LENGTH = 300;

  /**
   * One bar.
   *
   * @param said the number as it is to be read, such as {@code 7 · usual 3–8}
   * @param low lower end of its interval or usual range, or null
   * @param high upper end of it, or null
   * @param unstable whether it is hatched, being too small to rest on
   */
  public record Bar(
      String label,
      double value,
      String said,
      @Nullable Double low,
      @Nullable Double high,
      boolean unstable) {}

  @Override
  public double height() {
    return ROW * bars.size() + 4;
  }

  @Override
  public String drawn() {
    double top =
        Scale.above(
            bars.stream()
                .mapToDouble(bar -> Math.max(bar.value(), bar.high() == null ? 0 : bar.high()))
                .max()
                .orElse(0));
    Svg svg = new Svg();
    svg.open("defs")
        .open(
            "pattern",
            "id",
            id + "-hatch",
            "width",
            5,
            "height",
            5,
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)")
        .empty("rect", "width", 2, "height", 5, "fill", Svg.ACTION, "class", "bar")
        .close("pattern")
        .close("defs");
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), i * ROW, top);
    }
    return svg.toString();
  }

  private void bar(Svg svg, Bar bar, double y, double top) {
    svg.label(0, y + 13, 12, "start", bar.label());
    svg.label(WIDTH, y + 13, 12, "end", bar.said());
    if (bar.low() != null && bar.high() != null) {
      svg.empty(
          "rect",
          "class",
          "band",
          "x",
          LENGTH * bar.low() / top,
          "y",
          y + 17,
          "width",
          LENGTH * (bar.high() - bar.low()) / top,
          "height",
          14,
          "fill",
          Svg.BAND);
    }
    svg.empty(
        "rect",
        "class",
        bar.unstable() ? "unstable" : "bar",
        "x",
        0,
        "y",
        y + 20,
        "width",
        LENGTH * bar.value() / top,
        "height",
        8,
        "fill",
        bar.unstable() ? "url(#" + id + "-hatch)" : Svg.ACTION);
  }
}
