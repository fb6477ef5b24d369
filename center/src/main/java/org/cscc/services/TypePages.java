package org.cscc.services;

import java.time.Clock;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organizations;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be asked for, who does it, and within how many business days. */
@Controller
class TypePages {
  private static final int MOST_DAYS = 365;

  private final ServiceTypes types;
  private final Organizations organizations;
  private final AuditTrail trail;
  private final Access access;
  private final Clock clock;

  TypePages(
      ServiceTypes types,
      Organizations organizations,
      AuditTrail trail,
      Access access,
      Clock clock) {
    this.types = types;
    this.organizations = organizations;
    this.trail = trail;
    this.access = access;
    this.clock = clock;
  }

  @Requires(Capability.ENTER)
  @GetMapping("/services/types")
  String list(Model model) {
    model.addAttribute("types", types.all());
    model.addAttribute("organizations", organizations.all());
    model.addAttribute("edits", access.decide(Capability.EDIT_REFERENCE).isPresent());
    return "services/types";
  }

  /** Confirms or changes a type; what was asked for before keeps its day. */
  @Requires(Capability.EDIT_REFERENCE)
  @PostMapping("/services/types/{code}")
  @Transactional
  public String save(
      Decision decision,
      @PathVariable String code,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "0") int days,
      @RequestParam(defaultValue = "0") int priorityDays,
      RedirectAttributes after) {
    ServiceType before = types.byCode(code).orElseThrow(TaskMoves::unknown);
    boolean known = organizations.all().stream().anyMatch(one -> one.code().equals(department));
    if (!known || days < 1 || days > MOST_DAYS || priorityDays < 1 || priorityDays > days) {
      throw new Refused(Refused.Kind.INVALID, TaskDesk.FORM, "services.refused.type-form");
    }
    ServiceType wish =
        new ServiceType(
            code,
            department,
            days,
            priorityDays,
            before.physical(),
            before.seasonal(),
            false,
            version);
    if (!types.save(wish, decision.account(), TaskStore.utc(clock.instant()))) {
      throw new Refused(Refused.Kind.CONFLICT, TaskRules.STATE, "services.refused.type-faster");
    }
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "service-type",
            code,
            before.department() + " " + before.targetDays() + " " + before.priorityDays(),
            department + " " + days + " " + priorityDays));
    after.addFlashAttribute("saved", code);
    return "redirect:/services/types";
  }
}
