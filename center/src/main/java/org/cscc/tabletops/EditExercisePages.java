package org.cscc.tabletops;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing the plan of an exercise that was not held. */
@Controller
@Requires(Capability.LEAD_TABLETOPS)
class EditExercisePages {
  private final ExerciseDesk desk;
  private final ExerciseReads reads;
  private final ExerciseStore store;
  private final PlanFormModel forms;
  private final Access access;
  private final Clock clock;

  EditExercisePages(
      ExerciseDesk desk,
      ExerciseReads reads,
      ExerciseStore store,
      PlanFormModel forms,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.reads = reads;
    this.store = store;
    this.forms = forms;
    this.access = access;
    this.clock = clock;
  }

  @Audited(kind = "tabletop", record = "{code}")
  @GetMapping("/tabletops/{code}/edit")
  String form(Decision decision, @PathVariable String code, Model model) {
    Decision reading = access.require(Capability.READ_TABLETOPS);
    Exercise exercise = reads.byCode(reading, code).orElseThrow(ExerciseRules::unknown);
    Refused.raise(
        ExerciseRules.refusal(
            ExerciseMoveKind.EDIT, exercise, desk.mover(reading), clock.instant()));
    fill(model, decision, exercise, PlanForm.of(exercise, store.scenesOf(exercise.id())));
    return "tabletops/plan";
  }

  @PostMapping("/tabletops/{code}/edit")
  String edit(
      Decision decision,
      @PathVariable String code,
      PlanForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    Decision reading = access.require(Capability.READ_TABLETOPS);
    ExerciseMoved moved = desk.edit(reading, form.key(), code, form.seen(), form.wish());
    return switch (moved) {
      case ExerciseMoved.Done done -> {
        after.addFlashAttribute("done", "EDIT");
        yield "redirect:/tabletops/" + done.now().code();
      }
      case ExerciseMoved.Already already -> "redirect:/tabletops/" + already.now().code();
      case ExerciseMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        fill(model, decision, stale.present(), form);
        yield "tabletops/plan";
      }
    };
  }

  private void fill(Model model, Decision decision, Exercise exercise, PlanForm form) {
    model.addAttribute("exercise", exercise);
    forms.fill(model, decision, form);
  }
}
