package org.cscc.vault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.audit.Trail;
import org.cscc.audit.TrailLine;
import org.cscc.consent.Consents;
import org.cscc.consent.Disclosure;
import org.cscc.consent.Purpose;
import org.cscc.consent.Share;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people an organization looks after, for its advocates; for staff of the City only tokens. */
@Controller
class VaultPages {
  private static final int SHOWN = 200;
  static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.REFERRAL, Purpose.ASSISTANCE);
  private final Vault vault;
  private final Consents consents;
  private final Trail trail;
  private final Clock clock;

  VaultPages(Vault vault, Consents consents, Trail trail, Clock clock) {
    this.vault = vault;
    this.consents = consents;
    this.trail = trail;
    this.clock = clock;
  }

  @Requires(Capability.KEEP_SURVIVORS)
  @Audited(kind = "survivors", record = "list")
  @GetMapping("/vault")
  String own(Decision decision, Model model) {
    model.addAttribute("records", vault.own(decision, SHOWN));
    model.addAttribute("all", vault.owned(decision));
    model.addAttribute("mine", true);
    return "vault/list";
  }

  @Requires(Capability.SEE_SURVIVOR_TOKENS)
  @Audited(kind = "survivors", record = "tokens")
  @GetMapping("/vault/tokens")
  String tokens(Decision decision, Model model) {
    model.addAttribute("records", vault.tokens(decision, SHOWN));
    model.addAttribute("all", vault.counted(decision));
    model.addAttribute("mine", false);
    return "vault/list";
  }

  @Requires(Capability.KEEP_SURVIVORS)
  @GetMapping("/vault/new")
  String form(Model model) {
    return form(new EntryForm(Map.of()), model);
  }

  private static String form(EntryForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("purposes", PURPOSES);
    model.addAttribute("fields", Field.values());
    return "vault/form";
  }

  @Requires(Capability.KEEP_SURVIVORS)
  @PostMapping("/vault")
  String write(
      Decision decision,
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    EntryForm form = new EntryForm(sent);
    try {
      Entry entry = form.entry(clock);
      Disclosure proof = proof(decision, form.token(), entry.purpose());
      return "redirect:/vault/" + vault.write(decision, proof, entry);
    } catch (Refused refused) {
      request.setAttribute(AuditTrail.REFUSED, refused.rule());
      response.setStatus(
          switch (refused.kind()) {
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            default -> 422;
          });
      model.addAttribute("refused", refused);
      return form(form, model);
    }
  }

  /** Consent is asked for each time: one that was withdrawn in another tab ends it here. */
  private Disclosure proof(Decision decision, String token, Purpose purpose) {
    return consents.disclose(token, decision.organization(), purpose, EnumSet.of(Share.CONTACT));
  }

  @Requires(Capability.KEEP_SURVIVORS)
  @GetMapping("/vault/{id}")
  String one(Decision decision, @PathVariable UUID id, Model model) {
    Kept record = vault.one(decision, id);
    Disclosure proof = proof(decision, record.token(), record.purpose());
    model.addAttribute("record", record);
    model.addAttribute("fields", vault.open(decision, proof, id));
    model.addAttribute("looks", looks(record));
    return "vault/one";
  }

  /**
   * Who looked at what is kept of the person, for the person to be told: the own organization, and
   * whoever opened it on a cause. Which other organizations keep something is not told here.
   */
  private List<TrailLine> looks(Kept record) {
    return trail.ofRecord("survivor", record.token(), SHOWN).stream()
        .filter(
            line ->
                line.organization().equals(record.organization())
                    || line.purpose().equals(Causes.ON_CAUSE))
        .toList();
  }

  @Requires(Capability.KEEP_SURVIVORS)
  @PostMapping("/vault/{id}/close")
  String close(Decision decision, @PathVariable UUID id) {
    vault.close(decision, id);
    return "redirect:/vault";
  }
}
