package org.cscc.weekend;

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
import org.cscc.directory.Organizations;
import org.cscc.kernel.WallClock;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gatherings: one with its history, and the forms that add, change and cancel. */
@Controller
@Requires(Capability.READ_WEEKEND)
class GatheringPages {
  private final GatheringDesk desk;
  private final GatheringStore store;
  private final Organizations organizations;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  GatheringPages(
      GatheringDesk desk,
      GatheringStore store,
      Organizations organizations,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.store = store;
    this.organizations = organizations;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /** The form; what was typed comes back when somebody was faster. */
  record Form(
      @Nullable UUID key,
      @Nullable Integer version,
      @Nullable GatheringKind kind,
      @Nullable Integer area,
      @Nullable String place,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      @Nullable String organization,
      @Nullable String note) {
    static Form of(Gathering gathering) {
      return new Form(
          null,
          gathering.version(),
          gathering.kind(),
          gathering.area(),
          gathering.place(),
          gathering.fieldFrom(),
          gathering.fieldUntil(),
          gathering.organization(),
          gathering.note());
    }

    GatheringWish wish() {
      GatheringKind what = kind;
      LocalDateTime first = from;
      LocalDateTime last = until;
      if (what == null || first == null || last == null) {
        throw GatheringDesk.wrong("weekend.refused.span");
      }
      return new GatheringWish(
          what,
          area,
          text(place),
          instant(first),
          instant(last),
          text(organization).isEmpty() ? null : text(organization),
          text(note));
    }

    int seen() {
      return version == null ? 0 : version;
    }

    private static Instant instant(LocalDateTime at) {
      return WallClock.at(at.toLocalDate(), at.toLocalTime());
    }

    private static String text(@Nullable String written) {
      return written == null ? "" : written.strip();
    }
  }

  @Requires(Capability.ADD_GATHERINGS)
  @GetMapping("/weekend/gatherings/new")
  String form(
      Decision decision, @RequestParam(required = false) @Nullable Integer area, Model model) {
    LocalDateTime noon = Weekend.at(clock.instant()).begins().toLocalDateTime();
    fields(
        model,
        decision,
        new Form(null, null, null, area, null, noon.plusHours(6), noon.plusHours(8), null, null));
    return "weekend/new";
  }

  @Requires(Capability.ADD_GATHERINGS)
  @PostMapping("/weekend/gatherings/new")
  String add(Decision decision, Form form, RedirectAttributes after) {
    Gathering made = desk.add(decision, form.key(), form.wish());
    after.addFlashAttribute("done", "ADD");
    return "redirect:/weekend/gatherings/" + made.id();
  }

  @GetMapping("/weekend/gatherings/{id}")
  String one(Decision decision, @PathVariable UUID id, Model model) {
    Gathering gathering = store.byId(id).orElseThrow(GatheringDesk::unknown);
    fill(model, gathering, Form.of(gathering));
    return "weekend/gathering";
  }

  @Requires(Capability.CHANGE_GATHERINGS)
  @PostMapping("/weekend/gatherings/{id}")
  String change(
      Decision decision,
      @PathVariable UUID id,
      Form form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    return answer(
        desk.change(decision, form.key(), id, form.seen(), form.wish()),
        "CHANGE",
        form,
        after,
        response,
        model);
  }

  @Requires(Capability.CHANGE_GATHERINGS)
  @PostMapping("/weekend/gatherings/{id}/cancel")
  String cancel(
      Decision decision,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID key,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("typedReason", reason);
    return answer(
        desk.cancel(decision, key, id, version, reason), "CANCEL", null, after, response, model);
  }

  private String answer(
      GatheringMoved moved,
      String what,
      @Nullable Form typed,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    return switch (moved) {
      case GatheringMoved.Done done -> {
        after.addFlashAttribute("done", what);
        yield "redirect:/weekend/gatherings/" + done.now().id();
      }
      case GatheringMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        Gathering present = stale.present();
        model.addAttribute("stale", true);
        fill(model, present, typed == null ? Form.of(present) : typed);
        yield "weekend/gathering";
      }
    };
  }

  private void fill(Model model, Gathering gathering, Form form) {
    Decision changing = access.decide(Capability.CHANGE_GATHERINGS).orElse(null);
    boolean may =
        changing != null && !gathering.cancelled() && desk.reaches(changing, gathering.area());
    model.addAttribute("gathering", gathering);
    model.addAttribute("steps", store.steps(gathering.id()));
    model.addAttribute("mayChange", may);
    fields(model, changing, form);
  }

  private void fields(Model model, @Nullable Decision decision, Form form) {
    model.addAttribute("form", form);
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("kinds", GatheringKind.values());
    model.addAttribute("wholeCity", decision != null && desk.reaches(decision, null));
    model.addAttribute("areas", decision == null ? List.of() : reached(decision));
    model.addAttribute("organizations", organizations.all());
    model.addAttribute("names", areas);
  }

  private List<CommunityArea> reached(Decision decision) {
    return areas.all().stream()
        .filter(one -> decision.reachesArea(one.number()))
        .sorted(Comparator.comparing(CommunityArea::name))
        .toList();
  }
}
