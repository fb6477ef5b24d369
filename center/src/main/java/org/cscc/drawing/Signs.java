package org.cscc.drawing;

/** Signs on a map: the surface grows with the count, the shape tells the kind without colour. */
final class Signs {
  private Signs() {}

  static void draw(Svg svg, Dot.Sign sign, int count, double x, double y, String label) {
    double radius = Math.min(14, 3.4 * Math.sqrt(Math.max(1, count)));
    switch (sign) {
      case ROUND ->
          svg.open(
              "circle",
              "class",
              "dot",
              "cx",
              x,
              "cy",
              y,
              "r",
              radius,
              "fill",
              Svg.ACTION,
              "fill-opacity",
              "0.75",
              "stroke",
              Svg.PAPER,
              "stroke-width",
              1);
      case DIAMOND -> {
        double half = radius * 1.25;
        svg.open(
            "path",
            "class",
            "dot fatal",
            "d",
            "M"
                + at(x, y - half)
                + "L"
                + at(x + half, y)
                + "L"
                + at(x, y + half)
                + "L"
                + at(x - half, y)
                + "Z",
            "fill",
            Svg.INK,
            "stroke",
            Svg.PAPER,
            "stroke-width",
            1);
      }
      case SQUARE ->
          svg.open(
              "rect", "class", "place", "x", x - 2.5, "y", y - 2.5, "width", 5, "height", 5, "fill",
              Svg.QUIET);
    }
    svg.element("title", label)
        .close(
            switch (sign) {
              case ROUND -> "circle";
              case DIAMOND -> "path";
              case SQUARE -> "rect";
            });
  }

  private static String at(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }
}
