package org.cscc.services;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.cscc.services.ServiceTask.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a service on a block. */
@Controller
@Requires(Capability.REQUEST_SERVICES)
class AskPages {
  private final TaskDesk desk;
  private final ServiceTypes types;
  private final Areas areas;
  private final Access access;

  AskPages(TaskDesk desk, ServiceTypes types, Areas areas, Access access) {
    this.desk = desk;
    this.types = types;
    this.areas = areas;
    this.access = access;
  }

  /** The form. */
  record Form(
      @Nullable UUID key,
      @Nullable String type,
      @Nullable Integer area,
      @Nullable String block,
      @Nullable Source source,
      @Nullable String note,
      @Nullable String number,
      @Nullable String item) {
    Wish wish() {
      return new Wish(
          type == null ? "" : type,
          area == null ? 0 : area,
          block == null ? "" : block,
          source == null ? Source.TEAM : source,
          note == null ? "" : note.strip(),
          number,
          item);
    }
  }

  @GetMapping("/services/new")
  String form(
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable String block,
      Model model) {
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("types", types.all());
    model.addAttribute("sources", List.of(Source.values()));
    model.addAttribute(
        "areas", areas.all().stream().sorted(Comparator.comparing(CommunityArea::name)).toList());
    model.addAttribute("item", item);
    model.addAttribute("area", area);
    model.addAttribute("block", block);
    return "services/new";
  }

  @PostMapping("/services/new")
  String ask(Decision decision, Form form, RedirectAttributes after) {
    ServiceTask made = desk.ask(decision, form.key(), form.wish());
    after.addFlashAttribute("made", made.code());
    // A resident reads what the public reads; the code is what to ask with.
    return access.decide(Capability.READ_SERVICES).isPresent()
        ? "redirect:/services/tasks/" + made.code()
        : "redirect:/services/new";
  }
}
