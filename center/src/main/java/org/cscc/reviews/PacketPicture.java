package org.cscc.reviews;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cscc.drawing.Caption;
import org.cscc.drawing.Dot;
import org.cscc.drawing.MapPicture;
import org.cscc.drawing.Position;
import org.cscc.drawing.Region;
import org.cscc.patterns.RecentDensity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the map of a packet from what is stored in it, in the reader's language. */
@Component
class PacketPicture {
  private static final String FRAME = "frame";

  private final MessageSource messages;

  PacketPicture(MessageSource messages) {
    this.messages = messages;
  }

  MapPicture of(PacketContent content, Locale locale) {
    WeekMap map = content.facts().map();
    List<Region> regions = new ArrayList<>();
    regions.add(frame(map));
    for (WeekMap.Shape shape : map.shapes()) {
      regions.add(
          Region.plain(Integer.toString(shape.area()), shape.name(), shape.rings())
              .outlined(shape.ours()));
    }
    String note = map.approximate() ? say("reviews.map.approximate", locale) : "";
    return MapPicture.of("packet-map", caption(content, locale), regions)
        .around(Set.of(FRAME))
        .noted(note)
        .withNames()
        .shaded(shades(map))
        .with(dots(content, locale), legend(locale));
  }

  /** Sets the frame and is not seen: a line without a surface, under everything else. */
  private static Region frame(WeekMap map) {
    return Region.plain(
        FRAME, "", List.of(List.of(map.southWest(), map.northEast(), map.southWest())));
  }

  private Caption caption(PacketContent content, Locale locale) {
    int placed =
        (int) content.facts().ofTheWeek().stream().filter(card -> card.lon() != null).count();
    return new Caption(
        say("reviews.map.title", locale, placed, content.head().teamName()),
        say("reviews.map.description", locale),
        say("reviews.map.note", locale, placed, content.facts().map().unplaced())
            + shading(content.facts().map().density(), locale));
  }

  private String shading(@Nullable RecentDensity density, Locale locale) {
    if (density == null) {
      return "";
    }
    String key = density.drawn() ? "reviews.map.density" : "reviews.map.density-few";
    return " " + say(key, locale, density.days(), density.n(), RecentDensity.REACH, density.peak());
  }

  /** One ground for each tone, of rectangles that join the cells of a row. */
  private static List<MapPicture.Shade> shades(WeekMap map) {
    RecentDensity density = map.density();
    if (density == null) {
      return List.of();
    }
    List<MapPicture.Shade> shades = new ArrayList<>();
    for (char tone = '1'; tone <= '3'; tone++) {
      shades.add(new MapPicture.Shade(tone - '0' + 1, cells(density, tone)));
    }
    return shades;
  }

  private static List<List<Position>> cells(RecentDensity density, char tone) {
    List<List<Position>> cells = new ArrayList<>();
    for (int row = 0; row < density.rows().size(); row++) {
      String tones = density.rows().get(row);
      int from = tones.indexOf(tone);
      while (from >= 0) {
        int to = from;
        while (to < tones.length() && tones.charAt(to) == tone) {
          to++;
        }
        cells.add(rectangle(density, row, from, to));
        from = tones.indexOf(tone, to);
      }
    }
    return cells;
  }

  private static List<Position> rectangle(RecentDensity density, int row, int from, int to) {
    double south = density.south() + row * density.stepLat();
    double north = south + density.stepLat();
    double west = density.west() + from * density.stepLon();
    double east = density.west() + to * density.stepLon();
    Position start = new Position(west, south);
    return List.of(
        start,
        new Position(east, south),
        new Position(east, north),
        new Position(west, north),
        start);
  }

  private List<Dot> dots(PacketContent content, Locale locale) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern(say("reviews.format.day", locale), locale);
    List<Dot> dots = new ArrayList<>();
    for (IncidentCard card : content.facts().ofTheWeek()) {
      Double lon = card.lon();
      Double lat = card.lat();
      if (lon != null && lat != null) {
        String label =
            say(
                "reviews.map.dot",
                locale,
                card.block() == null ? "" : card.block(),
                day.format(card.day()),
                card.harmed(),
                card.killed());
        Dot.Sign sign = card.killed() > 0 ? Dot.Sign.DIAMOND : Dot.Sign.ROUND;
        dots.add(new Dot(new Position(lon, lat), card.harmed(), sign, label, null));
      }
    }
    return dots;
  }

  private List<MapPicture.Key> legend(Locale locale) {
    return List.of(
        new MapPicture.Key(Dot.Sign.DIAMOND, 1, say("reviews.map.killed", locale)),
        new MapPicture.Key(Dot.Sign.ROUND, 1, say("reviews.map.injured", locale)));
  }

  private String say(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
