package org.cscc.actions;

import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.FirstLevel;
import org.cscc.kernel.Audited;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What rose because nobody claimed it done in time, for those who can move it. */
@Controller
class EscalationPages {
  private final Escalations escalations;
  private final Actions actions;
  private final FirstLevel firstLevel;

  EscalationPages(Escalations escalations, Actions actions, FirstLevel firstLevel) {
    this.escalations = escalations;
    this.actions = actions;
    this.firstLevel = firstLevel;
  }

  @Requires(Capability.READ_ESCALATIONS)
  @Audited(kind = "escalations", record = "open")
  @GetMapping("/actions/escalations")
  String list(Decision decision, Model model) {
    List<Escalations.Line> raised = escalations.open(decision, actions.role());
    model.addAttribute("raised", raised);
    model.addAttribute(
        "first",
        firstLevel.of(raised.stream().map(Escalations.Line::organization).distinct().toList()));
    model.addAttribute("counts", escalations.counts(decision, actions.role()));
    model.addAttribute("carried", escalations.carried(decision, actions.role()));
    model.addAttribute("answers", escalations.answers(actions.role()));
    model.addAttribute(
        "only", escalations.answersForOwn(actions.role()) ? decision.organization() : null);
    return "actions/escalations";
  }

  @Requires(Capability.ANSWER_ESCALATIONS)
  @PostMapping("/actions/escalations/{code}/{level}/answer")
  String answer(
      Decision decision,
      @PathVariable String code,
      @PathVariable int level,
      @RequestParam(defaultValue = "") String answer,
      RedirectAttributes after) {
    escalations.answer(decision, actions.role(), code, level, answer);
    after.addFlashAttribute("answered", code);
    return "redirect:/actions/escalations";
  }
}
