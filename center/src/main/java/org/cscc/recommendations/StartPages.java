package org.cscc.recommendations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.cscc.places.Areas;
import org.cscc.places.Blocks;
import org.cscc.places.CommunityArea;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Starting a review: of an incident, with the others on its block, or of a block. */
@Controller
@Requires(Capability.START_INCIDENT_REVIEWS)
class StartPages {
  private static final int DAYS = 365;

  private final ReviewDesk desk;
  private final Incidents incidents;
  private final Teams teams;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  StartPages(
      ReviewDesk desk, Incidents incidents, Teams teams, Areas areas, Access access, Clock clock) {
    this.desk = desk;
    this.incidents = incidents;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping("/recommendations/reviews/new")
  String form(
      Decision decision,
      @RequestParam(required = false) @Nullable UUID incident,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable String block,
      Model model) {
    List<Team> own = teams.reachedBy(decision);
    Decision reading = access.require(Capability.READ_INCIDENTS);
    IncidentFacts first = incident == null ? null : one(reading, incident);
    Integer where = first == null ? area : first.area();
    String on = first == null ? block : first.block();
    List<IncidentFacts> found = first != null ? List.of(first) : List.of();
    if (where != null && Blocks.normalise(on).known()) {
      found = onBlock(reading, where, on, first);
    }
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("first", first);
    model.addAttribute("area", where);
    model.addAttribute("block", on);
    model.addAttribute(
        "found",
        found.stream()
            .map(facts -> Reviewed.of(facts, Objects.requireNonNullElse(facts.area(), 0)))
            .toList());
    model.addAttribute("days", DAYS);
    model.addAttribute(
        "teams",
        own.stream().filter(team -> where == null || team.areaNumbers().contains(where)).toList());
    model.addAttribute(
        "areas",
        own.stream()
            .flatMap(team -> team.areaNumbers().stream())
            .distinct()
            .flatMap(number -> areas.byNumber(number).stream())
            .sorted(Comparator.comparing(CommunityArea::name))
            .toList());
    model.addAttribute("names", areas);
    return "recommendations/new";
  }

  @PostMapping("/recommendations/reviews/new")
  String start(
      Decision decision,
      @RequestParam(required = false) @Nullable UUID key,
      @RequestParam(required = false) @Nullable String team,
      @RequestParam(required = false) @Nullable List<UUID> incident) {
    Set<UUID> ids = incident == null ? Set.of() : new LinkedHashSet<>(incident);
    return "redirect:/recommendations/reviews/"
        + desk.start(decision, key, team == null ? "" : team, ids);
  }

  private IncidentFacts one(Decision reading, UUID id) {
    return incidents
        .byId(reading, id)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND, ReviewDesk.START, "recommendations.refused.incidents"));
  }

  /**
   * The incidents of a year on a block, the newest first; the one that was asked for among them.
   */
  private List<IncidentFacts> onBlock(
      Decision reading, int area, @Nullable String block, @Nullable IncidentFacts first) {
    LocalDate today = WallClock.dayOf(clock.instant());
    String canonical = Blocks.normalise(block).canonical();
    List<IncidentFacts> found =
        incidents.serious(reading, today.minusDays(DAYS), today, Set.of(area)).stream()
            .filter(one -> Blocks.normalise(one.block()).canonical().equals(canonical))
            .sorted(Comparator.comparing(IncidentFacts::occurredAt).reversed())
            .toList();
    return first == null || found.stream().anyMatch(one -> one.id().equals(first.id()))
        ? found
        : Stream.concat(Stream.of(first), found.stream()).toList();
  }
}
