package org.cscc.consent;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.KnownSeats;
import org.cscc.access.Requires;
import org.cscc.audit.Trail;
import org.cscc.audit.TrailLine;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The consents of an organization: writing one down, printing it, withdrawing it. */
@Controller
@Requires(Capability.RECORD_CONSENT)
class ConsentPages {
  private static final int SHOWN = 100;
  private final Consents consents;
  private final KnownSeats seats;
  private final Trail trail;
  private final MessageSource messages;

  ConsentPages(Consents consents, KnownSeats seats, Trail trail, MessageSource messages) {
    this.trail = trail;
    this.consents = consents;
    this.seats = seats;
    this.messages = messages;
  }

  @Audited(kind = "consents", record = "list")
  @GetMapping("/consent")
  String list(Decision decision, Model model) {
    model.addAttribute("consents", consents.newest(decision, SHOWN));
    model.addAttribute("now", consents.now());
    return "consent/list";
  }

  @GetMapping("/consent/new")
  String form(Model model) {
    model.addAttribute("shares", Share.values());
    model.addAttribute("purposes", Purpose.values());
    model.addAttribute("methods", Method.values());
    model.addAttribute("organizations", new TreeSet<>(seats.organizations()));
    model.addAttribute("mostDays", consents.mostDays());
    return "consent/form";
  }

  @PostMapping("/consent")
  String record(
      Decision decision,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") Set<Share> shares,
      @RequestParam(defaultValue = "") Set<String> recipients,
      @RequestParam Purpose purpose,
      @RequestParam Method method,
      @RequestParam String sheetLanguage,
      @RequestParam int days) {
    Consents.Wish wish =
        new Consents.Wish(
            token.strip().toUpperCase(Locale.ROOT),
            shares,
            recipients,
            purpose,
            method,
            sheetLanguage.equals("es") ? "es" : "en",
            days);
    return "redirect:/consent/" + consents.record(decision, wish).id();
  }

  @Audited(kind = "consent", record = "{id}")
  @GetMapping("/consent/{id}")
  String one(Decision decision, @PathVariable UUID id, Model model) {
    Consent consent = consents.one(decision, id);
    model.addAttribute("consent", consent);
    model.addAttribute("now", consents.now());
    model.addAttribute("told", told(consent));
    return "consent/one";
  }

  /** What was told as this consent allows, for the person to know; nothing of other consents. */
  private List<TrailLine> told(Consent consent) {
    return trail.ofRecord("consent", consent.token(), SHOWN).stream()
        .filter(
            line ->
                line.deed() == Deed.DISCLOSE
                    && line.purpose().equals(consent.purpose().name())
                    && consent.recipients().contains(recipient(line)))
        .toList();
  }

  private static String recipient(TrailLine line) {
    return line.after() == null ? "" : line.after().split(" ", -1)[0];
  }

  /** The sheet for the person, in the person's language whatever the reader's is. */
  @Audited(value = Deed.PRINT, kind = "consent", record = "{id}")
  @GetMapping("/consent/{id}/sheet")
  String sheet(Decision decision, @PathVariable UUID id, Model model) {
    model.addAttribute("sheet", Sheet.of(consents.one(decision, id), messages));
    return "consent/sheet";
  }

  @PostMapping("/consent/{id}/withdraw")
  String withdraw(Decision decision, @PathVariable UUID id) {
    consents.withdraw(decision, id);
    return "redirect:/consent/" + id + "?withdrawn";
  }
}
