package org.cscc.access.emergency;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.signin.StepUp;
import org.cscc.kernel.Audited;
import org.cscc.kernel.FreeText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody breaks the glass, and where it is looked at afterwards. */
@Controller
class EmergencyPages {
  private static final List<Integer> HOURS = List.of(1, 2, 4);
  private static final int SHORTEST = 15;
  private static final int LONGEST = 400;

  private final Emergencies emergencies;
  private final Access access;
  private final StepUp stepUp;
  private final FreeText freeText;

  EmergencyPages(Emergencies emergencies, Access access, StepUp stepUp, FreeText freeText) {
    this.emergencies = emergencies;
    this.access = access;
    this.stepUp = stepUp;
    this.freeText = freeText;
  }

  @Requires(Capability.BREAK_GLASS)
  @GetMapping("/access/emergency")
  String page(Model model) {
    return page("", false, model);
  }

  private String page(String reason, boolean wrong, Model model) {
    model.addAttribute(
        "running", emergencies.running(access.signedIn().orElseThrow()).orElse(null));
    model.addAttribute("hours", HOURS);
    model.addAttribute("reason", reason);
    model.addAttribute("wrong", wrong);
    model.addAttribute("shortest", SHORTEST);
    return "access/emergency";
  }

  @Requires(Capability.BREAK_GLASS)
  @PostMapping("/access/emergency")
  String begin(
      Decision decision,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "1") int hours,
      HttpServletResponse response,
      Model model) {
    if (!stepUp.fresh()) {
      return "redirect:/access/confirm?then=/access/emergency";
    }
    if (reason.strip().length() < SHORTEST || reason.length() > LONGEST || !HOURS.contains(hours)) {
      response.setStatus(422);
      return page(reason, true, model);
    }
    emergencies.begin(
        decision,
        access.signedIn().orElseThrow(),
        Duration.ofHours(hours),
        freeText.fit("reason", reason));
    return "redirect:/";
  }

  @Requires(Capability.BREAK_GLASS)
  @PostMapping("/access/emergency/end")
  String end() {
    emergencies.end(access.signedIn().orElseThrow());
    return "redirect:/";
  }

  @Requires(Capability.READ_EMERGENCIES)
  @Audited(kind = "emergencies")
  @GetMapping("/access/emergencies")
  String list(Decision decision, Model model) {
    model.addAttribute("emergencies", emergencies.all(decision));
    model.addAttribute("today", emergencies.today());
    model.addAttribute("mayLook", access.decide(Capability.REVIEW_EMERGENCIES).isPresent());
    model.addAttribute("me", decision.account());
    model.addAttribute("shown", Emergencies.SHOWN);
    return "access/emergencies";
  }

  @Requires(Capability.REVIEW_EMERGENCIES)
  @PostMapping("/access/emergencies/{id}")
  String look(
      Decision decision,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean inOrder,
      @RequestParam(defaultValue = "") String finding) {
    String cut = finding.length() > LONGEST ? finding.substring(0, LONGEST) : finding;
    emergencies.look(decision, id, inOrder, freeText.fit("finding", cut));
    return "redirect:/access/emergencies?looked";
  }
}
