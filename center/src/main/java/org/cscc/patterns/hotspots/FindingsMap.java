package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cscc.drawing.Caption;
import org.cscc.drawing.Dot;
import org.cscc.drawing.MapPicture;
import org.cscc.drawing.Position;
import org.cscc.drawing.Region;
import org.cscc.patterns.NearRepeatRule;
import org.cscc.patterns.OpenWindow;
import org.cscc.patterns.Plane;
import org.cscc.places.Areas;
import org.cscc.places.Boundaries;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the findings, one layer at a time, each with as-of, lag, n and method (R-HOT-02). */
@Component
class FindingsMap {
  private static final int SIDES = 24;

  private final Boundaries boundaries;
  private final Areas areas;
  private final MessageSource messages;
  private final NearRepeatRule rule;

  FindingsMap(Boundaries boundaries, Areas areas, MessageSource messages, NearRepeatRule rule) {
    this.rule = rule;
    this.boundaries = boundaries;
    this.areas = areas;
    this.messages = messages;
  }

  /** The map of hot spots: hatched while nobody has judged them, darker with a plan. */
  String spots(Reading reading, List<HotSpot> spots, Locale language) {
    List<Region> drawn = spots.stream().map(spot -> region(spot, language)).toList();
    return picture(reading, "spots", drawn, List.of(), spots.size(), language);
  }

  /** The map around one hot spot, with the incidents of its ground. */
  String spot(Reading reading, HotSpot spot, List<Dot> incidents, Locale language) {
    return framed(
            picture(
                "spot",
                caption(reading, "spot", spot.number(), language),
                List.of(region(spot, language)),
                incidents),
            Set.of("spot-" + spot.number()))
        .figure();
  }

  /** The map of the density, darker where incidents lie closer. */
  String density(Reading reading, Density density, Locale language) {
    List<Region> drawn = new ArrayList<>();
    int tone = 1;
    for (Density.Level level : density.levels()) {
      drawn.add(
          Region.plain(
                  "level-" + tone,
                  say(
                      language,
                      "patterns.hotspots.density.label",
                      level.times(),
                      density.cityMean(),
                      level.times() * density.cityMean(),
                      level.incidents(),
                      density.incidents(),
                      level.km2()),
                  level.rings())
              .toned(1 + tone++)
              .withoutEdge());
    }
    return picture(reading, "density", drawn, List.of(), density.incidents(), language);
  }

  /** The map of alerts: circles, darker when they are rare enough to be told. */
  String alerts(Reading reading, Locale language) {
    List<Region> drawn = new ArrayList<>();
    for (Alert alert : reading.alerts()) {
      drawn.add(
          Region.plain(
                  "alert-" + drawn.size(),
                  say(
                      language,
                      "patterns.hotspots.alert.label",
                      alert.incidents(),
                      alert.expected(),
                      alert.inCircle(),
                      alert.inDays(),
                      alert.inAll(),
                      alert.recurrenceDays()),
                  List.of(circle(alert)))
              .toned(alert.raised() ? 4 : 1)
              .outlined(alert.raised()));
    }
    long raised = reading.alerts().stream().filter(Alert::raised).count();
    return picture(reading, "alerts", drawn, List.of(), raised, language);
  }

  /** The map of open near-repeat windows, a sign where each was opened. */
  String windows(Reading reading, List<OpenWindow> windows, Locale language) {
    List<Dot> dots = new ArrayList<>();
    for (OpenWindow window : windows) {
      Double lon = window.lon();
      Double lat = window.lat();
      if (lon != null && lat != null) {
        dots.add(
            new Dot(
                new Position(lon, lat),
                1 + window.repeats().size(),
                window.killed() > 0 ? Dot.Sign.DIAMOND : Dot.Sign.ROUND,
                say(
                    language,
                    "patterns.hotspots.window.label",
                    Objects.requireNonNullElse(window.block(), ""),
                    day(window.openedOn(), language),
                    rule.metres(),
                    day(window.lastDay(), language),
                    window.repeats().size()),
                "/incidents/" + window.incident()));
      }
    }
    return picture(reading, "windows", List.of(), dots, windows.size(), language);
  }

  /**
   * The map of trends: an area with more than usual darker, one that moved over four weeks paler.
   */
  String trends(Reading reading, Locale language) {
    List<Region> drawn = new ArrayList<>();
    Map<String, AreaTrend> judged = new HashMap<>();
    reading.trends().forEach(trend -> judged.put(Integer.toString(trend.area()), trend));
    for (Region region : boundaries.shapes().regions(areas::name)) {
      AreaTrend trend = judged.get(region.id());
      boolean flagged = trend != null && trend.verdict() == AreaTrend.Verdict.FLAGGED;
      if (trend != null && (flagged || trend.moved())) {
        drawn.add(
            Region.plain("trend-" + trend.area(), label(trend, language), region.rings())
                .linkedTo("/patterns/areas/" + trend.area())
                .toned(flagged ? 4 : 2)
                .outlined(flagged));
      }
    }
    long flagged = drawn.stream().filter(Region::outlined).count();
    return picture(reading, "trends", drawn, List.of(), flagged, language);
  }

  private String label(AreaTrend trend, Locale language) {
    return say(
        language,
        "patterns.hotspots.trend.label",
        areas.name(trend.area()),
        trend.week(),
        trend.expected(),
        trend.saidQ(),
        trend.before(),
        trend.fourWeeks(),
        trend.z());
  }

  private String picture(
      Reading reading, String layer, List<Region> drawn, List<Dot> dots, long n, Locale language) {
    Set<String> focus = new HashSet<>();
    if (reading.area() != null) {
      focus.add(reading.area().toString());
    } else if (reading.choices().size() < reading.names().size()) {
      reading.choices().keySet().forEach(area -> focus.add(area.toString()));
    }
    return framed(picture(layer, caption(reading, layer, n, language), drawn, dots), focus)
        .figure();
  }

  private MapPicture picture(String layer, Caption caption, List<Region> drawn, List<Dot> dots) {
    List<Region> regions = new ArrayList<>(boundaries.shapes().regions(areas::name));
    drawn.forEach(region -> regions.add(region.carriedAlong()));
    return MapPicture.of("findings-" + layer, caption, regions).with(dots, List.of());
  }

  private static MapPicture framed(MapPicture picture, Set<String> focus) {
    return focus.isEmpty() ? picture : picture.around(focus);
  }

  private Caption caption(Reading reading, String layer, long n, Locale language) {
    Findings findings = reading.findings();
    if (findings == null) {
      return new Caption(say(language, "patterns.hotspots.none-yet"), "", "");
    }
    return new Caption(
        say(language, "patterns.hotspots.map." + layer, n, reading.days()),
        say(language, "patterns.hotspots.map.description." + layer),
        say(
            language,
            "patterns.hotspots.map.note",
            findings.incidents(),
            findings.unplaced(),
            day(findings.firstDay(), language),
            day(findings.lastDay(), language),
            reading.lagDays(),
            say(language, "patterns.hotspots.map.method." + layer, settings(findings))));
  }

  /** In the order in which the lines of method name them; a computation keeps its own. */
  private Object[] settings(Findings findings) {
    Map<String, Object> kept = findings.settings();
    Map<String, Object> usual = Settings.USUAL.named();
    List<Object> named = new ArrayList<>();
    for (String name :
        List.of(
            "hexagonMetres",
            "q",
            "bandwidthMetres",
            "densityCellMetres",
            "blockMetres",
            "windowDays",
            "scanMetres",
            "scanDays",
            "leastIncidents")) {
      Object value = kept.get(name);
      named.add(Objects.requireNonNullElse(value, usual.get(name)));
    }
    named.add(rule.metres());
    named.add(rule.days());
    return named.toArray();
  }

  private Region region(HotSpot spot, Locale language) {
    List<Hexagon> ground = new ArrayList<>(spot.middle().around());
    ground.add(spot.middle());
    int tone =
        switch (spot.state()) {
          case CANDIDATE, COOLING -> 1;
          case CONFIRMED -> 3;
          case ACTIVE -> 4;
          case RETIRED, REJECTED -> 0;
        };
    return Region.plain(
            "spot-" + spot.number(),
            say(
                language,
                "patterns.hotspots.label",
                spot.number(),
                areas.name(spot.area()),
                say(language, spot.state().key()),
                spot.incidents()),
            new HexGrid(spot.width()).outline(ground))
        .linkedTo("/patterns/hotspots/" + spot.number())
        .toned(tone)
        .hatched(spot.state() == HotSpotState.CANDIDATE)
        .outlined(spot.state() != HotSpotState.COOLING);
  }

  private static List<Position> circle(Alert alert) {
    double metres = Math.max(150, alert.metres());
    double x = Plane.CHICAGO.x(alert.lon());
    double y = Plane.CHICAGO.y(alert.lat());
    List<Position> ring = new ArrayList<>();
    for (int side = 0; side <= SIDES; side++) {
      double turn = 2 * Math.PI * side / SIDES;
      ring.add(
          new Position(
              Plane.CHICAGO.lon(x + metres * Math.cos(turn)),
              Plane.CHICAGO.latitude(y + metres * Math.sin(turn))));
    }
    return ring;
  }

  private String day(LocalDate day, Locale language) {
    return DateTimeFormatter.ofPattern(say(language, "site.format.date-year"), language)
        .format(day);
  }

  private String say(Locale language, String key, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
