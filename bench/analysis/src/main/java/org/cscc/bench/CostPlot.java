package org.cscc.bench;

import java.util.List;
import java.util.Locale;

/** One drawing of cost against n; both axes are logarithmic, so a straight line is a power of n. */
final class CostPlot {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 300;
  private static final int LEFT = 78;
  private static final int RIGHT = 30;
  private static final int TOP = 50;
  private static final int BOTTOM = 52;

  private final List<Point> points;
  private final int[] across;
  private final int[] up;

  /**
   * What was measured for one n, in milliseconds.
   *
   * @param n size of the input
   * @param mean mean of the iterations
   * @param least fastest iteration
   * @param most slowest iteration
   */
  record Point(int n, double mean, double least, double most) {}

  private CostPlot(List<Point> points) {
    this.points = points;
    across = powers(points.getFirst().n(), points.getLast().n());
    up =
        powers(
            points.stream().mapToDouble(Point::least).min().orElse(1),
            points.stream().mapToDouble(Point::most).max().orElse(1));
  }

  static String svg(String method, String what, List<Point> points) {
    return new CostPlot(points).drawn(method, what);
  }

  private String drawn(String method, String what) {
    Point first = points.getFirst();
    Point last = points.getLast();
    double power = Math.log(last.mean() / first.mean()) / Math.log((double) last.n() / first.n());
    StringBuilder said = new StringBuilder();
    for (Point p : points) {
      said.append(
          text(
              "%,d %s: %s ms (%s to %s). ",
              p.n(), what, ms(p.mean()), ms(p.least()), ms(p.most())));
    }
    StringBuilder out = new StringBuilder();
    out.append(
        text(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<title>%s: cost against n</title><desc>%s</desc>%n"
                + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>"
                + "<text x=\"%d\" y=\"22\" font-size=\"15\">%s</text>"
                + "<text x=\"%d\" y=\"40\" fill=\"#555\">from end to end like n to the %.2f</text>%n",
            WIDTH, HEIGHT, WIDTH, HEIGHT, method, said, WIDTH, HEIGHT, LEFT, method, LEFT, power));
    for (int p = across[0]; p <= across[1]; p++) {
      double at = x(Math.pow(10, p));
      line(out, at, TOP, at, HEIGHT - BOTTOM, "#ddd");
      label(out, at, HEIGHT - BOTTOM + 18, "middle", text("%,.0f", Math.pow(10, p)));
    }
    for (int p = up[0]; p <= up[1]; p++) {
      double at = y(Math.pow(10, p));
      line(out, LEFT, at, WIDTH - RIGHT, at, "#ddd");
      label(out, LEFT - 6, at + 4, "end", ms(Math.pow(10, p)) + " ms");
    }
    StringBuilder way = new StringBuilder();
    for (Point p : points) {
      way.append(text("%.1f,%.1f ", x(p.n()), y(p.mean())));
    }
    out.append(
        text(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"#0b6e99\" stroke-width=\"2\"/>%n",
            way.toString().strip()));
    for (Point p : points) {
      line(out, x(p.n()), y(p.least()), x(p.n()), y(p.most()), "#0b6e99");
      out.append(
          text(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#0b6e99\"/>", x(p.n()), y(p.mean())));
      boolean right = x(p.n()) > WIDTH - 110;
      label(
          out,
          x(p.n()) + (right ? -8 : 8),
          y(p.mean()) + (right ? -8 : 16),
          right ? "end" : "start",
          ms(p.mean()) + " ms");
    }
    label(out, (WIDTH + LEFT) / 2.0, HEIGHT - 10, "middle", what);
    return out.append("</svg>\n").toString();
  }

  private double x(double n) {
    return LEFT + (Math.log10(n) - across[0]) / (across[1] - across[0]) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double ms) {
    return HEIGHT - BOTTOM - (Math.log10(ms) - up[0]) / (up[1] - up[0]) * (HEIGHT - BOTTOM - TOP);
  }

  private static int[] powers(double low, double high) {
    int from = (int) Math.floor(Math.log10(low));
    return new int[] {from, Math.max(from + 1, (int) Math.ceil(Math.log10(high)))};
  }

  private static void line(
      StringBuilder out, double x1, double y1, double x2, double y2, String colour) {
    out.append(text("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\"/>", x1, y1, x2, y2, colour));
  }

  private static void label(StringBuilder out, double x, double y, String anchor, String words) {
    out.append(
        text("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
  }

  private static String ms(double value) {
    return value >= 100
        ? text("%,.0f", value)
        : text("%.3g", value).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
