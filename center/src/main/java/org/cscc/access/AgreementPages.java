package org.cscc.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.cscc.kernel.Audited;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sharing agreements: who sees what, for what, until when. */
@Controller
class AgreementPages {
  private final Agreements agreements;
  private final Access access;
  private final KnownSeats seats;

  AgreementPages(Agreements agreements, Access access, KnownSeats seats) {
    this.agreements = agreements;
    this.access = access;
    this.seats = seats;
  }

  @Audited(kind = "agreements", record = "list")
  @GetMapping("/access/agreements")
  @Requires(Capability.READ_AGREEMENTS)
  String list(Decision decision, Model model) {
    model.addAttribute("agreements", agreements.all(decision));
    model.addAttribute("today", agreements.today());
    model.addAttribute("mayEdit", access.decide(Capability.EDIT_AGREEMENTS).isPresent());
    model.addAttribute("mayApprove", access.decide(Capability.APPROVE_AGREEMENTS).isPresent());
    model.addAttribute("me", decision.account());
    return "access/agreements";
  }

  @GetMapping("/access/agreements/new")
  @Requires(Capability.EDIT_AGREEMENTS)
  String form(Model model) {
    return form(AgreementForm.EMPTY, Map.of(), model);
  }

  @PostMapping("/access/agreements/new")
  @Requires(Capability.EDIT_AGREEMENTS)
  String draft(
      Decision decision,
      @ModelAttribute AgreementForm form,
      HttpServletResponse response,
      Model model) {
    Map<String, String> wrong = form.wrong(seats);
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, wrong, model);
    }
    agreements.draft(decision, form.terms());
    return "redirect:/access/agreements?drafted";
  }

  @PostMapping("/access/agreements/{id}/review")
  @Requires(Capability.EDIT_AGREEMENTS)
  String review(Decision decision, @PathVariable UUID id) {
    agreements.review(decision, id);
    return "redirect:/access/agreements?moved";
  }

  @PostMapping("/access/agreements/{id}/sign")
  @Requires(Capability.EDIT_AGREEMENTS)
  String sign(Decision decision, @PathVariable UUID id, @RequestParam LocalDate signedOn) {
    agreements.sign(decision, id, signedOn);
    return "redirect:/access/agreements?moved";
  }

  @PostMapping("/access/agreements/{id}/renew")
  @Requires(Capability.EDIT_AGREEMENTS)
  String renew(Decision decision, @PathVariable UUID id) {
    agreements.renew(decision, id);
    return "redirect:/access/agreements?drafted";
  }

  @PostMapping("/access/agreements/{id}/destroyed")
  @Requires(Capability.EDIT_AGREEMENTS)
  String destroyed(
      Decision decision,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String certificate) {
    agreements.destroyed(decision, id, certificate);
    return "redirect:/access/agreements?moved";
  }

  @PostMapping("/access/agreements/{id}/approve")
  @Requires(Capability.APPROVE_AGREEMENTS)
  String approve(Decision decision, @PathVariable UUID id) {
    agreements.approve(decision, id);
    return "redirect:/access/agreements?approved";
  }

  @PostMapping("/access/agreements/{id}/end")
  @Requires(Capability.EDIT_AGREEMENTS)
  String end(
      Decision decision, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    agreements.end(decision, id, reason);
    return "redirect:/access/agreements?ended";
  }

  private String form(AgreementForm form, Map<String, String> wrong, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("wrong", wrong);
    model.addAttribute("organizations", seats.organizations().stream().sorted().toList());
    model.addAttribute("datasets", Dataset.values());
    model.addAttribute("purposes", Purpose.values());
    return "access/agreement";
  }
}
