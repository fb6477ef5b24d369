package org.cscc.patterns;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The map of a week or of four, with the list that says the same. */
@Controller
@Requires(Capability.READ_PATTERNS)
class MapPage {
  private final Histories histories;
  private final Grounds grounds;
  private final ReviewWeeks weeks;
  private final WeekMap map;

  MapPage(Histories histories, Grounds grounds, ReviewWeeks weeks, WeekMap map) {
    this.histories = histories;
    this.grounds = grounds;
    this.weeks = weeks;
    this.map = map;
  }

  @GetMapping("/patterns/map")
  String map(
      Decision decision,
      @RequestParam(required = false) @Nullable LocalDate week,
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(required = false) @Nullable Integer area,
      Locale language,
      Model model) {
    MapRequest request = request(week, days, area);
    model.addAttribute("view", view(decision, request, language));
    model.addAttribute("names", grounds.names());
    return "patterns/map";
  }

  @Audited(value = Deed.EXPORT, kind = "map", record = "list")
  @GetMapping("/patterns/map.csv")
  ResponseEntity<String> list(
      Decision decision,
      @RequestParam(required = false) @Nullable LocalDate week,
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(required = false) @Nullable Integer area,
      Locale language) {
    MapRequest request = request(week, days, area);
    MapView view = view(decision, request, language);
    TableFile file =
        new TableFile("block", "area", "newest", "incidents", "killed", "injured", "as_of");
    for (MapSpot spot : view.spots()) {
      file.row(
          spot.block(),
          spot.area() < 0 ? null : spot.area(),
          spot.days().getFirst(),
          spot.incidents().size(),
          spot.killed(),
          spot.injured(),
          view.basis().asOf());
    }
    return file.download("map-" + request.week().firstDay());
  }

  private MapRequest request(@Nullable LocalDate week, int days, @Nullable Integer area) {
    return new MapRequest(weeks.holding(week), days > 7 ? 28 : 7, area);
  }

  private MapView view(Decision decision, MapRequest request, Locale language) {
    Histories.Kept now = histories.now();
    Extent reach = grounds.reach(decision);
    Integer area = request.area();
    Extent shown = area == null ? reach : grounds.area(decision, area);
    List<MapSpot> spots =
        MapSpot.of(
            now.history().between(request.first(), request.last()).stream()
                .filter(shown.holds())
                .toList());
    Set<Integer> focus = new HashSet<>(shown.areas());
    ReviewWeek next = request.week().next();
    return new MapView(
        request,
        next.firstDay().isAfter(weeks.today()) ? null : next.firstDay(),
        spots,
        spots.stream().mapToInt(MapSpot::killed).sum(),
        spots.stream().mapToInt(MapSpot::injured).sum(),
        map.of(request, spots, focus, now.basis(), language).figure(),
        grounds.choices(reach),
        now.basis());
  }
}
