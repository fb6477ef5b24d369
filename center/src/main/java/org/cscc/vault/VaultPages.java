package org.cscc.vault;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.consent.Consents;
import org.cscc.consent.Disclosure;
import org.cscc.consent.Purpose;
import org.cscc.consent.Share;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
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
  private static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.REFERRAL, Purpose.ASSISTANCE);
  private final Vault vault;
  private final Consents consents;
  private final Clock clock;

  VaultPages(Vault vault, Consents consents, Clock clock) {
    this.vault = vault;
    this.consents = consents;
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
    model.addAttribute("purposes", PURPOSES);
    model.addAttribute("fields", Field.values());
    return "vault/form";
  }

  @Requires(Capability.KEEP_SURVIVORS)
  @PostMapping("/vault")
  String write(
      Decision decision,
      @RequestParam String token,
      @RequestParam Purpose purpose,
      @RequestParam int area,
      @RequestParam int days,
      @RequestParam(required = false) @Nullable BigDecimal dollars,
      @RequestParam Map<String, String> sent) {
    if (days < 1 || days > 365) {
      throw new Refused(Refused.Kind.INVALID, "R-VAULT-02", "vault.refused.days", 365);
    }
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      fields.put(field, sent.getOrDefault(field.name(), ""));
    }
    Disclosure proof = proof(decision, token.strip().toUpperCase(Locale.ROOT), purpose);
    Entry entry =
        new Entry(
            purpose,
            area,
            dollars == null ? null : cents(dollars),
            clock.instant().plus(Duration.ofDays(days)),
            fields);
    return "redirect:/vault/" + vault.write(decision, proof, entry);
  }

  private static long cents(BigDecimal dollars) {
    try {
      return dollars.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new Refused(Refused.Kind.INVALID, "R-VAULT-02", "vault.refused.entry", 500);
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
    return "vault/one";
  }

  @Requires(Capability.KEEP_SURVIVORS)
  @PostMapping("/vault/{id}/close")
  String close(Decision decision, @PathVariable UUID id) {
    vault.close(decision, id);
    return "redirect:/vault";
  }
}
