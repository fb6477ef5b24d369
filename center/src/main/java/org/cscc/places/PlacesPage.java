package org.cscc.places;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.drawing.Caption;
import org.cscc.drawing.MapPicture;
import org.cscc.drawing.Region;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Csv;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The areas of the city: the list, the map that says the same, and the priority list. */
@Controller
class PlacesPage {
  private final Areas areas;
  private final Boundaries boundaries;
  private final PriorityAreas priorities;
  private final Assets assets;
  private final List<BoundaryFollower> followers;
  private final Access access;
  private final Clock clock;
  private final MessageSource messages;

  PlacesPage(
      Areas areas,
      Boundaries boundaries,
      PriorityAreas priorities,
      Assets assets,
      List<BoundaryFollower> followers,
      Access access,
      Clock clock,
      MessageSource messages) {
    this.areas = areas;
    this.boundaries = boundaries;
    this.priorities = priorities;
    this.assets = assets;
    this.followers = followers;
    this.access = access;
    this.clock = clock;
    this.messages = messages;
  }

  /** A row of the list. */
  record Line(CommunityArea area, @Nullable Integer priority) {}

  @Requires(Capability.ENTER)
  @GetMapping("/places")
  String places(
      @RequestParam(defaultValue = "") String side,
      @RequestParam(defaultValue = "name") String sort,
      Locale locale,
      Model model) {
    Optional<PriorityList> priority =
        priorities.on(LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO));
    List<Integer> ranked = priority.map(PriorityList::areas).orElse(List.of());
    List<CommunityArea> all = areas.all();
    List<Line> lines = lines(ranked, side, sort);
    Set<String> focus =
        side.isEmpty()
            ? Set.of()
            : lines.stream()
                .map(line -> Integer.toString(line.area().number()))
                .collect(Collectors.toSet());
    model.addAttribute("lines", lines);
    model.addAttribute("total", all.size());
    model.addAttribute("side", side);
    model.addAttribute("sort", sort);
    model.addAttribute("sides", all.stream().map(CommunityArea::side).distinct().sorted().toList());
    model.addAttribute("priority", priority.orElse(null));
    model.addAttribute(
        "ranked", ranked.stream().map(areas::byNumber).flatMap(Optional::stream).toList());
    model.addAttribute("history", priorities.history());
    model.addAttribute("approximate", boundaries.approximate());
    model.addAttribute("source", boundaries.source());
    model.addAttribute("asOf", asOf());
    model.addAttribute(
        "followed",
        followers.stream().flatMap(f -> f.followed().stream()).findFirst().orElse(null));
    model.addAttribute("assets", assets.counts());
    model.addAttribute("mayEdit", access.decide(Capability.EDIT_REFERENCE).isPresent());
    MapPicture map = map(ranked, focus, locale);
    model.addAttribute("map", map.svg());
    model.addAttribute("mapTitle", map.caption().title());
    return "places/places";
  }

  /** The list of areas as the page shows it, for a spreadsheet. */
  @Requires(Capability.ENTER)
  @Audited(value = Deed.EXPORT, kind = "areas", record = "list")
  @GetMapping("/places/areas.csv")
  ResponseEntity<String> list(
      @RequestParam(defaultValue = "") String side,
      @RequestParam(defaultValue = "name") String sort,
      HttpServletRequest request) {
    List<Integer> ranked =
        priorities
            .on(LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO))
            .map(PriorityList::areas)
            .orElse(List.of());
    StringBuilder file = new StringBuilder("number,name,side,priority\r\n");
    List<Line> lines = lines(ranked, side, sort);
    request.setAttribute(AuditTrail.ROWS, lines.size());
    lines.forEach(
        line ->
            file.append(
                Csv.line(
                    line.area().number(),
                    line.area().name(),
                    line.area().side(),
                    line.priority())));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"areas.csv\"")
        .body(file.toString());
  }

  private List<Line> lines(List<Integer> ranked, String side, String sort) {
    return areas.all().stream()
        .filter(area -> side.isEmpty() || area.side().equals(side))
        .map(area -> new Line(area, rank(ranked, area.number())))
        .sorted(order(sort))
        .toList();
  }

  private static @Nullable Integer rank(List<Integer> ranked, int area) {
    int index = ranked.indexOf(area);
    return index < 0 ? null : index + 1;
  }

  private static Comparator<Line> order(String sort) {
    Comparator<Line> byName = Comparator.comparing(line -> Areas.key(line.area().name()));
    return switch (sort) {
      case "number" -> Comparator.comparingInt(line -> line.area().number());
      case "side" -> Comparator.comparing((Line line) -> line.area().side()).thenComparing(byName);
      case "priority" ->
          Comparator.comparingInt(
                  (Line line) -> line.priority() == null ? Integer.MAX_VALUE : line.priority())
              .thenComparing(byName);
      default -> byName;
    };
  }

  private @Nullable LocalDate asOf() {
    return boundaries.asOf().map(at -> LocalDate.ofInstant(at, ReviewWeek.CHICAGO)).orElse(null);
  }

  /** The map of all areas, or of one side with its areas in the data colour's palest step. */
  private MapPicture map(List<Integer> ranked, Set<String> focus, Locale locale) {
    long shown =
        ranked.stream()
            .filter(area -> focus.isEmpty() || focus.contains(Integer.toString(area)))
            .count();
    Caption caption =
        new Caption(say("places.map.title", locale, shown), say("places.map.desc", locale), "");
    List<Region> regions =
        boundaries.shapes().regions(areas::name).stream()
            .map(
                region ->
                    region
                        .linkedTo("/patterns/areas/" + region.id())
                        .toned(focus.contains(region.id()) ? 1 : 0)
                        .outlined(ranked.contains(Integer.valueOf(region.id()))))
            .toList();
    MapPicture map = MapPicture.of("areas-map", caption, regions).around(focus).withNames();
    return boundaries.approximate() ? map.noted(say("places.map.approximate", locale)) : map;
  }

  private String say(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
