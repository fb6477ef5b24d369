package org.cscc.patterns;

import static org.cscc.kernel.ReviewWeek.CHICAGO;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.drawing.Caption;
import org.cscc.drawing.Dot;
import org.cscc.drawing.MapPicture;
import org.cscc.drawing.Position;
import org.cscc.drawing.Region;
import org.cscc.places.Areas;
import org.cscc.places.Boundaries;
import org.cscc.places.PriorityAreas;
import org.cscc.places.PriorityList;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the map of a week at block mid-points; it states as-of, lag, n and method (R-HOT-02). */
@Component
class WeekMap {
  private final Boundaries boundaries;
  private final PriorityAreas priorities;
  private final Areas areas;
  private final MessageSource messages;

  WeekMap(Boundaries boundaries, PriorityAreas priorities, Areas areas, MessageSource messages) {
    this.boundaries = boundaries;
    this.priorities = priorities;
    this.areas = areas;
    this.messages = messages;
  }

  /**
   * The map.
   *
   * @param focus areas that the frame is set around; empty for the city
   */
  MapPicture of(
      MapRequest request, List<MapSpot> spots, Set<Integer> focus, Basis basis, Locale language) {
    Set<Integer> outlined =
        new HashSet<>(
            priorities.on(request.week().lastDay()).map(PriorityList::areas).orElse(List.of()));
    List<Region> land =
        boundaries.shapes().regions(areas::name).stream()
            .map(region -> region.outlined(outlined.contains(Integer.parseInt(region.id()))))
            .toList();
    MapPicture picture =
        MapPicture.of("week-map", caption(spots, basis, language), land)
            .with(dots(request, spots, language), legend(language))
            .around(focus.stream().map(String::valueOf).collect(Collectors.toSet()))
            .withNames();
    return boundaries.approximate()
        ? picture.noted(say(language, "patterns.map.approximate"))
        : picture;
  }

  private List<Dot> dots(MapRequest request, List<MapSpot> spots, Locale language) {
    return spots.stream()
        .filter(MapSpot::placed)
        .map(spot -> dot(request, spot, language))
        .toList();
  }

  private Dot dot(MapRequest request, MapSpot spot, Locale language) {
    Happening newest = spot.incidents().getFirst();
    int people = spot.killed() + spot.injured();
    String label = say(language, "patterns.map.label", spot.block(), spot.killed(), spot.injured());
    String page =
        spot.block().isEmpty()
            ? "/incidents/" + newest.id()
            : "/patterns/blocks/" + spot.slug() + "?week=" + request.week().firstDay();
    return new Dot(
        new Position(newest.lon(), newest.lat()),
        people,
        spot.killed() > 0 ? Dot.Sign.DIAMOND : Dot.Sign.ROUND,
        label,
        page);
  }

  private List<MapPicture.Key> legend(Locale language) {
    return List.of(
        new MapPicture.Key(Dot.Sign.DIAMOND, 1, say(language, "patterns.map.killed")),
        new MapPicture.Key(Dot.Sign.ROUND, 1, say(language, "patterns.map.injured")));
  }

  private Caption caption(List<MapSpot> spots, Basis basis, Locale language) {
    int people = spots.stream().mapToInt(spot -> spot.killed() + spot.injured()).sum();
    long incidents = spots.stream().mapToLong(spot -> spot.incidents().size()).sum();
    long unplaced =
        spots.stream().flatMap(s -> s.incidents().stream()).filter(h -> !h.placed()).count();
    return new Caption(
        say(language, "patterns.map.finding", people, spots.size()),
        say(language, "patterns.map.description"),
        say(
            language,
            "patterns.map.note",
            people,
            incidents,
            unplaced,
            basis.asOf() == null ? "–" : day(LocalDate.ofInstant(basis.asOf(), CHICAGO), language),
            basis.newestDay() == null ? "–" : day(basis.newestDay(), language)));
  }

  private String day(LocalDate day, Locale language) {
    return DateTimeFormatter.ofPattern(say(language, "site.format.date"), language).format(day);
  }

  private String say(Locale language, String key, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
