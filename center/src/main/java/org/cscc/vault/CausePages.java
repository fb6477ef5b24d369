package org.cscc.vault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.FreshProof;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the privacy officer says why a record has to be opened, and reads it. */
@Controller
@Requires(Capability.OPEN_ON_CAUSE)
class CausePages {
  private static final int SHOWN = 50;

  private final Causes causes;
  private final FreshProof proof;
  private final FreeText freeText;

  CausePages(Causes causes, FreshProof proof, FreeText freeText) {
    this.causes = causes;
    this.proof = proof;
    this.freeText = freeText;
  }

  @Audited(kind = "survivors", record = "causes")
  @GetMapping("/vault/cause")
  String page(Decision decision, Model model) {
    model.addAttribute("causes", causes.own(decision, SHOWN));
    model.addAttribute("shortest", Causes.SHORTEST);
    model.addAttribute("longest", Causes.LONGEST);
    return "vault/cause";
  }

  @PostMapping("/vault/cause")
  String give(
      Decision decision,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!proof.fresh()) {
      return "redirect:/access/confirm?then=/vault/cause";
    }
    String person = token.strip().toUpperCase(Locale.ROOT);
    try {
      return "redirect:/vault/cause/"
          + causes.give(decision, person, freeText.fit("reason", reason));
    } catch (Refused refused) {
      request.setAttribute(AuditTrail.REFUSED, refused.rule());
      response.setStatus(refused.kind() == Refused.Kind.NOT_FOUND ? 404 : 422);
      model.addAttribute("refused", refused);
      model.addAttribute("token", person);
      model.addAttribute("reason", reason);
      return page(decision, model);
    }
  }

  @GetMapping("/vault/cause/{id}")
  String opened(Decision decision, @PathVariable UUID id, Model model) {
    Cause cause = causes.running(decision, id);
    model.addAttribute("cause", cause);
    model.addAttribute("opened", causes.open(decision, cause));
    return "vault/opened";
  }
}
