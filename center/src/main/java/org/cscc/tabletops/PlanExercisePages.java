package org.cscc.tabletops;

import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning an exercise. */
@Controller
@Requires(Capability.PLAN_TABLETOPS)
class PlanExercisePages {
  private final ExerciseDesk desk;
  private final PlanFormModel forms;

  PlanExercisePages(ExerciseDesk desk, PlanFormModel forms) {
    this.desk = desk;
    this.forms = forms;
  }

  @GetMapping("/tabletops/new")
  String form(Decision decision, Model model) {
    forms.fill(model, decision, PlanForm.empty());
    return "tabletops/plan";
  }

  @PostMapping("/tabletops/new")
  String plan(Decision decision, PlanForm form, RedirectAttributes after) {
    Exercise made = desk.plan(decision, form.key(), form.wish());
    after.addFlashAttribute("done", "PLAN");
    return "redirect:/tabletops/" + made.code();
  }
}
