package org.cscc.drawing;

/**
 * A picture {@value #WIDTH} units wide, so that its text keeps its size on the narrowest phone. The
 * caption is put around the picture by the page, where it can be read aloud, copied and translated;
 * inside the picture it is the title and description for those who do not see it.
 */
public sealed interface Picture permits MapPicture, LineChart, BarChart, HeatTable {
  /** Width of every picture, in its own units. */
  int WIDTH = 360;

  /** Across a sheet the picture is nearly twice as wide as on a phone; its words are not. */
  double ON_PAPER = 0.62;

  /** Stable id, unique on the page; letters, digits and hyphens. */
  String id();

  /** What is said around it. */
  Caption caption();

  /** Height in the picture's own units. */
  double height();

  /** Everything inside the root element. */
  String drawn();

  /** Whether parts of the picture lead to pages. */
  default boolean linked() {
    return false;
  }

  /** Ids of the parts that the picture is framed around, for the zoomable map; empty for all. */
  default String framedAround() {
    return "";
  }

  /** The picture for a page: an {@code svg} element. */
  default String svg() {
    return root(false);
  }

  /** The picture as a file of its own, for paper; links and scripts have no place there. */
  default String standalone() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Svg.smallerText(root(true), ON_PAPER);
  }

  /** The picture with its caption: a {@code figure} element. */
  default String figure() {
    Svg svg = new Svg().open("figure", "class", "picture").raw(svg());
    svg.open("figcaption").element("p", caption().title(), "class", "picture-title");
    if (!caption().footnote().isBlank()) {
      svg.element("p", caption().footnote(), "class", "picture-note");
    }
    return svg.close("figcaption").close("figure").toString();
  }

  private String root(boolean alone) {
    // A whole number: some readers of a standalone picture take no other.
    String size = Svg.number(Math.ceil(height()));
    Svg svg = new Svg();
    if (alone) {
      svg.open(
          "svg",
          "xmlns",
          "http://www.w3.org/2000/svg",
          "width",
          WIDTH,
          "height",
          size,
          "viewBox",
          "0 0 " + WIDTH + " " + size,
          "font-family",
          "sans-serif");
    } else {
      svg.open(
          "svg",
          "class",
          "picture",
          "id",
          id(),
          "viewBox",
          "0 0 " + WIDTH + " " + size,
          "role",
          linked() ? "group" : "img",
          "aria-labelledby",
          id() + "-title " + id() + "-desc",
          "data-focus",
          framedAround());
    }
    svg.element("title", caption().title(), "id", id() + "-title");
    svg.element("desc", caption().description(), "id", id() + "-desc");
    return svg.raw(drawn()).close("svg").toString();
  }
}
