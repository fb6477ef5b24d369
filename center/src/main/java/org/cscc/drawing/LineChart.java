package org.cscc.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Small multiples of one measure: a line over the grey band of its usual range, all panels on one
 * scale that begins at zero.
 *
 * @param panels one line each, drawn below each other
 */
public record LineChart(String id, Caption caption, List<Panel> panels) implements Picture {
  private static final double PANEL = 104;
  private static final double PLOT = 64;
  private static final double LEFT = 30;
  private static final double RIGHT = 326;

  /** One line with its name. */
  public record Panel(String label, List<Sample> samples) {}

  /**
   * One period.
   *
   * @param label the period as people read it
   * @param value what was counted; null where nothing is known, which leaves a gap
   * @param usualLow lower end of the usual range, or null
   * @param usualHigh upper end of the usual range, or null
   */
  public record Sample(
      String label, @Nullable Double value, @Nullable Double usualLow, @Nullable Double usualHigh) {
    /** A count without a usual range. */
    public static Sample of(String label, double value) {
      return new Sample(label, value, null, null);
    }
  }

  @Override
  public double height() {
    return PANEL * panels.size();
  }

  @Override
  public String drawn() {
    Svg svg = new Svg();
    double top = Scale.above(highest());
    for (int i = 0; i < panels.size(); i++) {
      svg.open("g", "transform", "translate(0 " + Svg.number(i * PANEL) + ")");
      panel(svg, panels.get(i), top);
      svg.close("g");
    }
    return svg.toString();
  }

  private double highest() {
    return panels.stream()
        .flatMap(panel -> panel.samples().stream())
        .mapToDouble(
            sample ->
                Math.max(
                    sample.value() == null ? 0 : sample.value(),
                    sample.usualHigh() == null ? 0 : sample.usualHigh()))
        .max()
        .orElse(0);
  }

  private static void panel(Svg svg, Panel panel, double top) {
    List<Sample> samples = panel.samples();
    svg.label(LEFT, 12, 12, "start", panel.label());
    band(svg, samples, top);
    for (double level : new double[] {0, top}) {
      svg.empty(
          "path",
          "class",
          level == 0 ? "axis" : "grid",
          "d",
          "M" + Svg.number(LEFT) + " " + Svg.number(y(level, top)) + "H" + Svg.number(RIGHT),
          "stroke",
          level == 0 ? Svg.QUIET : Svg.BAND,
          "stroke-width",
          level == 0 ? 1 : 0.5);
      svg.aside(LEFT - 4, y(level, top) + 4, 11, "end", Svg.number(level));
    }
    line(svg, samples, top);
    if (!samples.isEmpty()) {
      double below = PANEL - 8;
      svg.aside(LEFT, below, 11, "start", samples.getFirst().label());
      if (samples.size() > 1) {
        svg.aside(RIGHT, below, 11, "end", samples.getLast().label());
      }
    }
  }

  private static void band(Svg svg, List<Sample> samples, double top) {
    List<String> there = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Double low = samples.get(i).usualLow();
      Double high = samples.get(i).usualHigh();
      if (low != null && high != null) {
        double x = x(i, samples.size());
        there.add(at(x, y(high, top)));
        back.addFirst(at(x, y(low, top)));
      }
    }
    if (there.size() > 1) {
      there.addAll(back);
      svg.empty(
          "path", "class", "band", "d", "M" + String.join("L", there) + "Z", "fill", Svg.BAND);
    }
  }

  private static void line(Svg svg, List<Sample> samples, double top) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    int last = -1;
    for (int i = 0; i < samples.size(); i++) {
      Double value = samples.get(i).value();
      if (value != null) {
        path.append(pen ? 'L' : 'M').append(at(x(i, samples.size()), y(value, top)));
        last = i;
      }
      pen = value != null;
    }
    if (last < 0) {
      return;
    }
    svg.empty(
        "path",
        "class",
        "series",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        Svg.ACTION,
        "stroke-width",
        2,
        "stroke-linejoin",
        "round");
    Double value = samples.get(last).value();
    if (value != null) {
      double x = x(last, samples.size());
      svg.empty("circle", "class", "bar", "cx", x, "cy", y(value, top), "r", 3, "fill", Svg.ACTION);
      svg.label(x + 6, y(value, top) + 4, 12, "start", Svg.number(value));
    }
  }

  private static double x(int index, int count) {
    return count < 2 ? LEFT : LEFT + (RIGHT - LEFT) * index / (count - 1);
  }

  private static double y(double value, double top) {
    return 20 + PLOT * (1 - value / top);
  }

  private static String at(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }
}
