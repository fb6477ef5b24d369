package org.cscc.drawing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A map: pale land with white gaps, outlined areas, and signs sized by count at points. One layer
 * at a time; the list beside it says the same, so links in the map are for the pointer only and
 * take no stop of the keyboard.
 *
 * @param focus ids of the regions the frame is set around; empty for all of them
 * @param note a warning drawn on the map itself, such as that the outlines are approximate
 * @param legend what the signs mean, one line each
 * @param shades grounds in a strength of the data colour, under everything but the land
 * @param named whether each region bears its name, or its id where the name has no room
 */
public record MapPicture(
    String id,
    Caption caption,
    List<Region> regions,
    List<Dot> dots,
    Set<String> focus,
    String note,
    List<Key> legend,
    List<Shade> shades,
    boolean named)
    implements Picture {
  private static final double LINE = 18;
  private static final double FOOT = 26;
  private static final double MILE = 1609.344;

  /** A line of the legend: a sign as large as for that count, and what it means. */
  public record Key(Dot.Sign sign, int count, String meaning) {}

  /**
   * A ground in a strength of the data colour that follows no outline.
   *
   * @param tone 1 to 4
   */
  public record Shade(int tone, List<List<Position>> rings) {}

  /** A map of regions without signs. */
  public static MapPicture of(String id, Caption caption, List<Region> regions) {
    return new MapPicture(
        id, caption, regions, List.of(), Set.of(), "", List.of(), List.of(), false);
  }

  /** The same map with signs and what they mean. */
  public MapPicture with(List<Dot> signs, List<Key> meanings) {
    return new MapPicture(id, caption, regions, signs, focus, note, meanings, shades, named);
  }

  /** The same map, framed around some of its regions. */
  public MapPicture around(Set<String> ids) {
    return new MapPicture(id, caption, regions, dots, ids, note, legend, shades, named);
  }

  /** The same map with a warning on it. */
  public MapPicture noted(String warning) {
    return new MapPicture(id, caption, regions, dots, focus, warning, legend, shades, named);
  }

  /** The same map with shaded grounds. */
  public MapPicture shaded(List<Shade> grounds) {
    return new MapPicture(id, caption, regions, dots, focus, note, legend, grounds, named);
  }

  /** The same map with the names of its regions. */
  public MapPicture withNames() {
    return new MapPicture(id, caption, regions, dots, focus, note, legend, shades, true);
  }

  @Override
  public boolean linked() {
    return regions.stream().anyMatch(region -> region.href() != null)
        || dots.stream().anyMatch(dot -> dot.href() != null);
  }

  @Override
  public String framedAround() {
    return String.join(" ", new TreeSet<>(focus));
  }

  @Override
  public double height() {
    return view().height() + FOOT + LINE * legend.size();
  }

  private MapView view() {
    List<Region> framed =
        focus.isEmpty()
            ? regions
            : regions.stream().filter(region -> focus.contains(region.id())).toList();
    return MapView.of(framed, dots, focus.isEmpty() ? 0 : 0.08);
  }

  @Override
  public String drawn() {
    MapView view = view();
    Svg svg = new Svg();
    svg.open("defs");
    svg.open(
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
        .empty("rect", "width", 2, "height", 5, "fill", Svg.QUIET, "class", "hatching")
        .close("pattern");
    svg.open("clipPath", "id", id + "-frame")
        .empty("rect", "width", WIDTH, "height", view.height())
        .close("clipPath")
        .close("defs");
    svg.open("g", "clip-path", "url(#" + id + "-frame)");
    regions.stream().filter(view::shows).forEach(region -> land(svg, region, view));
    shades.forEach(shade -> shade(svg, shade, view));
    regions.stream()
        .filter(region -> region.outlined() && view.shows(region))
        .forEach(region -> outline(svg, region, view));
    if (named) {
      regions.stream()
          .filter(region -> !region.label().isEmpty() && view.shows(region))
          .forEach(region -> RegionName.write(svg, region, view));
    }
    dots.stream()
        .filter(dot -> view.shows(dot.at()))
        .sorted(Comparator.comparingInt(Dot::count).reversed())
        .forEach(dot -> sign(svg, dot, view));
    svg.close("g");
    north(svg);
    foot(svg, view);
    return svg.toString();
  }

  private void land(Svg svg, Region region, MapView view) {
    String path = path(region, view);
    link(svg, region.href());
    svg.open(
            "path",
            "class",
            (region.edged() ? "area" : "area patch")
                + (region.tone() == 0 ? "" : " tone-" + region.tone()),
            "id",
            id + "-" + region.id(),
            "d",
            path,
            "fill",
            Svg.tone(region.tone()),
            "fill-rule",
            "evenodd",
            "stroke",
            region.edged() ? Svg.PAPER : "none",
            "stroke-width",
            1,
            "data-outlined",
            region.outlined() ? "yes" : "",
            "data-tone",
            region.tone() == 0 ? "" : region.tone(),
            "data-rings",
            region.carried() ? degrees(region.rings()) : "",
            "data-hatched",
            region.hatched() ? "yes" : "")
        .element("title", region.label())
        .close("path");
    if (region.hatched()) {
      svg.empty(
          "path",
          "d",
          path,
          "fill",
          "url(#" + id + "-hatch)",
          "fill-rule",
          "evenodd",
          "pointer-events",
          "none");
    }
    unlink(svg, region.href());
  }

  /** The outline as JSON, to about a metre. */
  private static String degrees(List<List<Position>> rings) {
    StringBuilder json = new StringBuilder("[");
    for (List<Position> ring : rings) {
      json.append(json.length() > 1 ? ",[" : "[");
      for (int i = 0; i < ring.size(); i++) {
        json.append(
            String.format(
                Locale.ROOT,
                "%s[%.5f,%.5f]",
                i == 0 ? "" : ",",
                ring.get(i).lon(),
                ring.get(i).lat()));
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  private static void shade(Svg svg, Shade shade, MapView view) {
    svg.empty(
        "path",
        "class",
        "shade tone-" + shade.tone(),
        "d",
        path(shade.rings(), view, 0),
        "fill",
        Svg.tone(shade.tone()),
        "pointer-events",
        "none");
  }

  private static void outline(Svg svg, Region region, MapView view) {
    svg.empty(
        "path",
        "class",
        "outlined",
        "d",
        path(region, view),
        "fill",
        "none",
        "stroke",
        Svg.INK,
        "stroke-width",
        1.3,
        "stroke-linejoin",
        "round",
        "pointer-events",
        "none");
  }

  /** A sign with its place and count, from which the zoomable map draws it again. */
  private static void sign(Svg svg, Dot dot, MapView view) {
    link(svg, dot.href());
    svg.open(
        "g",
        "data-at",
        dot.at().lon() + "," + dot.at().lat(),
        "data-count",
        dot.count(),
        "data-sign",
        dot.sign().name().toLowerCase(Locale.ROOT));
    Signs.draw(svg, dot.sign(), dot.count(), view.x(dot.at()), view.y(dot.at()), dot.label());
    svg.close("g");
    unlink(svg, dot.href());
  }

  private static void link(Svg svg, @Nullable String href) {
    if (href != null) {
      svg.open("a", "href", href, "tabindex", -1);
    }
  }

  private static void unlink(Svg svg, @Nullable String href) {
    if (href != null) {
      svg.close("a");
    }
  }

  private static void north(Svg svg) {
    svg.empty("path", "class", "north", "d", "M346 8l5 13-5-3-5 3z", "fill", Svg.INK);
    svg.aside(346, 33, 11, "middle", "N");
  }

  private void foot(Svg svg, MapView view) {
    double miles = 0.25;
    while (miles < 16 && view.units(miles * 2 * MILE) < WIDTH * 0.3) {
      miles *= 2;
    }
    double y = view.height() + 14;
    double end = 8 + view.units(miles * MILE);
    svg.empty(
        "path",
        "class",
        "axis",
        "d",
        "M8 " + Svg.number(y - 4) + "v4H" + Svg.number(end) + "v-4",
        "fill",
        "none",
        "stroke",
        Svg.INK,
        "stroke-width",
        1);
    svg.aside(end + 6, y + 2, 12, "start", (miles < 1 ? "" + miles : Svg.number(miles)) + " mi");
    if (!note.isEmpty()) {
      svg.label(WIDTH - 4.0, y + 2, 12, "end", note);
    }
    if (!legend.isEmpty()) {
      legend(svg, y);
    }
  }

  /** A group by itself, which the zoomable map keeps. */
  private void legend(Svg svg, double above) {
    double y = above;
    svg.open("g", "class", "legend", "data-from", y + 4);
    for (Key key : legend) {
      y += LINE;
      Signs.draw(svg, key.sign(), key.count(), 16, y + 1, key.meaning());
      svg.label(32, y + 5, 12, "start", key.meaning());
    }
    svg.close("g");
  }

  private static String path(Region region, MapView view) {
    // Corners nearer than half a unit to the one before can not be seen.
    return path(region.rings(), view, 0.5);
  }

  /** The rings as a path, without corners nearer than a distance to the one before. */
  private static String path(List<List<Position>> rings, MapView view, double nearest) {
    StringBuilder path = new StringBuilder();
    for (List<Position> ring : rings) {
      char command = 'M';
      double lastX = 0;
      double lastY = 0;
      for (Position point : ring.subList(0, Math.max(0, ring.size() - 1))) {
        double x = view.x(point);
        double y = view.y(point);
        if (command == 'M' || Math.abs(x - lastX) + Math.abs(y - lastY) >= nearest) {
          path.append(command).append(Svg.number(x)).append(' ').append(Svg.number(y));
          lastX = x;
          lastY = y;
          command = 'L';
        }
      }
      path.append('Z');
    }
    return path.toString();
  }
}
