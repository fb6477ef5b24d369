package org.cscc.crisis;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.WallClock;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening an activation by hand: of an incident that the feed knows, or before it does. */
@Controller
@Requires(Capability.OPEN_CRISES)
class OpeningPages {
  private final CrisisDesk desk;
  private final Incidents incidents;
  private final Areas areas;
  private final Access access;

  OpeningPages(CrisisDesk desk, Incidents incidents, Areas areas, Access access) {
    this.desk = desk;
    this.incidents = incidents;
    this.areas = areas;
    this.access = access;
  }

  /**
   * The form.
   *
   * @param at on Chicago's wall clock
   */
  record Form(
      @Nullable UUID key,
      @Nullable UUID incident,
      @Nullable Integer area,
      @Nullable String block,
      @Nullable LocalDateTime at,
      @Nullable String why) {
    CrisisOpening.Call call() {
      Instant occurredAt = at == null ? null : WallClock.at(at.toLocalDate(), at.toLocalTime());
      return new CrisisOpening.Call(
          null,
          area == null ? 0 : area,
          block == null ? "" : block,
          occurredAt,
          why == null ? "" : why);
    }
  }

  @GetMapping("/crisis/new")
  String form(
      Decision decision, @RequestParam(required = false) @Nullable UUID incident, Model model) {
    IncidentFacts facts =
        incident == null
            ? null
            : access
                .decide(Capability.READ_INCIDENTS)
                .flatMap(reading -> incidents.byId(reading, incident))
                .orElseThrow(CrisisMoves::unknown);
    model.addAttribute("incident", facts);
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute(
        "areas",
        areas.all().stream()
            .filter(area -> decision.reachesArea(area.number()))
            .sorted(Comparator.comparing(CommunityArea::name))
            .toList());
    model.addAttribute("names", areas);
    return "crisis/new";
  }

  @PostMapping("/crisis/new")
  String open(Decision decision, Form form) {
    return "redirect:/crisis/"
        + desk.open(decision, form.key(), form.incident(), form.call()).code();
  }
}
