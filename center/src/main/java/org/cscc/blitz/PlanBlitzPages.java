package org.cscc.blitz;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organizations;
import org.cscc.kernel.WallClock;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning a blitz. */
@Controller
@Requires(Capability.PLAN_BLITZES)
class PlanBlitzPages {
  /** A few days ahead, so that departments can answer and somebody can walk before. */
  private static final int DAYS_AHEAD = 14;

  private final BlitzDesk desk;
  private final BlitzTimes times;
  private final ServiceBundles services;
  private final Organizations organizations;
  private final Areas areas;
  private final Clock clock;

  PlanBlitzPages(
      BlitzDesk desk,
      BlitzTimes times,
      ServiceBundles services,
      Organizations organizations,
      Areas areas,
      Clock clock) {
    this.desk = desk;
    this.times = times;
    this.services = services;
    this.organizations = organizations;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * The form.
   *
   * @param blocks a block a line
   */
  record Form(
      @Nullable UUID key,
      @Nullable Integer area,
      @Nullable ReasonCode reason,
      @Nullable String note,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable String blocks,
      @Nullable List<String> type,
      @Nullable List<String> department) {
    BlitzWish wish() {
      return new BlitzWish(
          area == null ? 0 : area,
          reason,
          note == null ? "" : note.strip(),
          first,
          last,
          blocks == null ? List.of() : blocks.lines().toList(),
          type == null ? List.of() : type,
          department == null ? List.of() : department);
    }
  }

  @GetMapping("/blitz/new")
  String form(
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable String block,
      Model model) {
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("area", area);
    model.addAttribute("block", block);
    model.addAttribute(
        "areas", areas.all().stream().sorted(Comparator.comparing(CommunityArea::name)).toList());
    model.addAttribute("reasons", ReasonCode.values());
    model.addAttribute("kinds", services.kinds());
    model.addAttribute("organizations", organizations.all());
    LocalDate first = WallClock.dayOf(clock.instant()).plusDays(DAYS_AHEAD);
    model.addAttribute("first", first);
    model.addAttribute("last", first.plusDays(2));
    model.addAttribute("longest", times.longest());
    model.addAttribute("blocks", times.blocks());
    return "blitz/new";
  }

  @PostMapping("/blitz/new")
  String plan(Decision decision, Form form, RedirectAttributes after) {
    Blitz made = desk.plan(decision, form.key(), form.wish());
    after.addFlashAttribute("done", "PLAN");
    return "redirect:/blitz/" + made.code();
  }
}
