package org.cscc.places;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.FreeText;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Deciding on a new priority list. */
@Controller
@Requires(Capability.EDIT_REFERENCE)
class PriorityPage {
  private final PriorityAreas priorities;
  private final Areas areas;
  private final FreeText freeText;

  PriorityPage(PriorityAreas priorities, Areas areas, FreeText freeText) {
    this.priorities = priorities;
    this.areas = areas;
    this.freeText = freeText;
  }

  @GetMapping("/places/priority")
  String form(Model model) {
    Optional<PriorityList> newest = newest();
    return page(model, PriorityForm.from(newest, areas), Map.of());
  }

  @Audited(value = Deed.CHANGE, kind = "priority-list", record = "newest")
  @PostMapping("/places/priority")
  String decide(
      @ModelAttribute PriorityForm form,
      Decision decision,
      HttpServletResponse response,
      Model model) {
    Map<String, String> wrong = form.wrong(areas, newest());
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(model, form, wrong);
    }
    freeText.fit("basis", form.list(areas).basis());
    Optional<PriorityList> faster = priorities.decide(decision, form.list(areas), form.newest());
    if (faster.isPresent()) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("faster", faster.get());
      model.addAttribute("fasterAreas", faster.get().areas().stream().map(areas::name).toList());
      PriorityForm again =
          new PriorityForm(
              form.basis(),
              form.basisFrom(),
              form.basisTo(),
              form.effectiveFrom(),
              form.areas(),
              faster.get().id());
      return page(model, again, Map.of());
    }
    return "redirect:/places?decided#priority";
  }

  private Optional<PriorityList> newest() {
    return priorities.history().stream().findFirst();
  }

  private String page(Model model, PriorityForm form, Map<String, String> wrong) {
    model.addAttribute("form", form);
    model.addAttribute("wrong", wrong);
    model.addAttribute("unknown", String.join(", ", form.unknown(areas)));
    return "places/priority";
  }
}
