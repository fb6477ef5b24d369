package org.cscc.crisis;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
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
import org.springframework.http.HttpStatus;
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
  private final Clock clock;

  OpeningPages(CrisisDesk desk, Incidents incidents, Areas areas, Access access, Clock clock) {
    this.desk = desk;
    this.incidents = incidents;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The form.
   *
   * @param at on Chicago's wall clock
   * @param another whether it is another event than those that were shown
   */
  record Form(
      @Nullable UUID key,
      @Nullable UUID incident,
      @Nullable Integer area,
      @Nullable String block,
      @Nullable LocalDateTime at,
      @Nullable String why,
      @Nullable Boolean another) {
    CrisisOpening.Call call() {
      Instant occurredAt = at == null ? null : WallClock.at(at.toLocalDate(), at.toLocalTime());
      return new CrisisOpening.Call(
          null,
          area == null ? 0 : area,
          block == null ? "" : block,
          occurredAt,
          why == null ? "" : why,
          another != null && another);
    }
  }

  @GetMapping("/crisis/new")
  String form(
      Decision decision, @RequestParam(required = false) @Nullable UUID incident, Model model) {
    fill(model, decision, incident);
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("typed", null);
    model.addAttribute("alike", List.of());
    return "crisis/new";
  }

  private void fill(Model model, Decision decision, @Nullable UUID incident) {
    IncidentFacts facts =
        incident == null
            ? null
            : access
                .decide(Capability.READ_INCIDENTS)
                .flatMap(reading -> incidents.byId(reading, incident))
                .orElseThrow(CrisisMoves::unknown);
    model.addAttribute("incident", facts);
    model.addAttribute(
        "areas",
        areas.all().stream()
            .filter(area -> decision.reachesArea(area.number()))
            .sorted(Comparator.comparing(CommunityArea::name))
            .toList());
    model.addAttribute("names", areas);
  }

  @PostMapping("/crisis/new")
  String open(Decision decision, Form form, HttpServletResponse response, Model model) {
    return switch (desk.open(decision, form.key(), form.incident(), form.call())) {
      case Opened.Made made -> "redirect:/crisis/" + made.activation().code();
      case Opened.Alike alike -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        fill(model, decision, form.incident());
        model.addAttribute("key", form.key() == null ? UUID.randomUUID() : form.key());
        model.addAttribute("typed", form);
        model.addAttribute("alike", alike.open());
        model.addAttribute("now", clock.instant());
        yield "crisis/new";
      }
    };
  }
}
