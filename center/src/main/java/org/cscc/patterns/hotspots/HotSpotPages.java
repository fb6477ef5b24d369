package org.cscc.patterns.hotspots;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.patterns.NearRepeatRule;
import org.cscc.patterns.OpenWindow;
import org.cscc.patterns.Patterns;
import org.cscc.patterns.TableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hot spots and the other findings of the newest computation: the list, and the map of it. */
@Controller
@Requires(Capability.READ_PATTERNS)
class HotSpotPages {
  private static final int CLOSED_SHOWN = 30;

  private final Readings readings;
  private final HotSpotStore store;
  private final FindingsMap map;
  private final Patterns patterns;
  private final Access access;
  private final Settings settings;
  private final NearRepeatRule rule;

  HotSpotPages(
      Readings readings,
      HotSpotStore store,
      FindingsMap map,
      Patterns patterns,
      Access access,
      Settings settings,
      NearRepeatRule rule) {
    this.rule = rule;
    this.readings = readings;
    this.store = store;
    this.map = map;
    this.patterns = patterns;
    this.access = access;
    this.settings = settings;
  }

  @GetMapping("/patterns/hotspots")
  String hotSpots(
      Decision decision,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(defaultValue = "") String layer,
      Locale language,
      Model model) {
    model.addAttribute("view", view(decision, area, Layer.of(layer), language));
    return "patterns/hotspots";
  }

  @Audited(value = Deed.EXPORT, kind = "hot-spots", record = "list")
  @GetMapping("/patterns/hotspots.csv")
  ResponseEntity<String> file(
      Decision decision, @RequestParam(required = false) @Nullable Integer area) {
    Reading reading = readings.of(decision, area);
    TableFile file =
        new TableFile(
            "number",
            "area",
            "state",
            "lon",
            "lat",
            "found_on",
            "plan_due",
            "incidents",
            "still_found",
            "as_of");
    for (HotSpot spot : within(reading)) {
      file.row(
          spot.number(),
          spot.area(),
          spot.state(),
          spot.at().lon(),
          spot.at().lat(),
          spot.foundOn(),
          spot.planDue(),
          spot.incidents(),
          spot.significant(),
          reading.findings() == null ? null : reading.findings().asOf());
    }
    return file.download("hotspots");
  }

  @GetMapping("/patterns/trends")
  String trends(
      Decision decision, @RequestParam(required = false) @Nullable Integer area, Model model) {
    model.addAttribute("reading", readings.of(decision, area));
    return "patterns/trends";
  }

  @GetMapping("/patterns/themes")
  String themes(
      Decision decision, @RequestParam(required = false) @Nullable Integer area, Model model) {
    Reading reading = readings.of(decision, area);
    model.addAttribute("reading", reading);
    model.addAttribute("themes", reading.themes(seesWhatPeopleSaid()));
    model.addAttribute("weeks", settings.themeWeeks());
    model.addAttribute("metres", settings.themeMetres());
    return "patterns/themes";
  }

  /**
   * What may leave the teams: themes of five incidents or more (M-9), without what outreach,
   * residents and partners said.
   */
  @Audited(value = Deed.EXPORT, kind = "themes", record = "list")
  @GetMapping("/patterns/themes.csv")
  ResponseEntity<String> themesFile(
      Decision decision, @RequestParam(required = false) @Nullable Integer area) {
    Reading reading = readings.of(decision, area);
    TableFile file = new TableFile("area", "theme", "incidents", "of", "weeks", "as_of");
    for (Theme theme : reading.themes(false)) {
      if (theme.outside()) {
        file.row(
            theme.area(),
            String.join(" ", theme.codes()),
            theme.incidents(),
            theme.of(),
            theme.weeks(),
            reading.findings() == null ? null : reading.findings().asOf());
      }
    }
    return file.download("themes");
  }

  private boolean seesWhatPeopleSaid() {
    return access.decide(Capability.READ_LINKS).isPresent();
  }

  @GetMapping("/patterns/hotspots/mark")
  String mark(Decision decision, Model model) {
    model.addAttribute("reading", readings.of(decision, null));
    return "patterns/mark";
  }

  private HotSpotsView view(
      Decision decision, @Nullable Integer area, Layer layer, Locale language) {
    Reading reading = readings.of(decision, area);
    List<HotSpot> spots = within(reading);
    List<OpenWindow> windows =
        patterns.openWindows(decision, reading.today()).stream()
            .filter(window -> window.area() != null && reading.shows(window.area()))
            .toList();
    List<HotSpot> open = spots.stream().filter(spot -> spot.state().watched()).toList();
    return new HotSpotsView(
        reading,
        layer,
        in(spots, HotSpotState.CANDIDATE),
        in(spots, HotSpotState.CONFIRMED),
        in(spots, HotSpotState.ACTIVE),
        in(spots, HotSpotState.COOLING),
        spots.stream().filter(spot -> !spot.state().watched()).limit(CLOSED_SHOWN).toList(),
        windows,
        rule,
        reading.repeats(rule),
        picture(reading, layer, open, windows, language),
        access.decide(Capability.JUDGE_HOT_SPOTS).isPresent(),
        access.decide(Capability.READ_LINKS).isPresent());
  }

  private String picture(
      Reading reading, Layer layer, List<HotSpot> open, List<OpenWindow> windows, Locale language) {
    Findings findings = reading.findings();
    if (findings == null) {
      return "";
    }
    return switch (layer) {
      case SPOTS -> map.spots(reading, open, language);
      case DENSITY -> map.density(reading, findings.density(), language);
      case ALERTS -> map.alerts(reading, language);
      case WINDOWS -> map.windows(reading, windows, language);
      case TRENDS -> map.trends(reading, language);
    };
  }

  private List<HotSpot> within(Reading reading) {
    return store.all().stream().filter(spot -> reading.shows(spot.area())).toList();
  }

  /** Those in a state; what is due first comes first, then the one with most incidents. */
  private static List<HotSpot> in(List<HotSpot> spots, HotSpotState state) {
    return spots.stream()
        .filter(spot -> spot.state() == state)
        .sorted(
            Comparator.comparing(HotSpot::planDue, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Comparator.comparingInt(HotSpot::incidents).reversed())
                .thenComparingInt(HotSpot::number))
        .toList();
  }
}
