package org.cscc.notices;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the center told a person, how the person wants to be told, and what could not be. */
@Controller
class NoticePages {
  private static final int SHOWN = 100;
  private final Outbox outbox;
  private final Preferences preferences;
  private final Carriers carriers;
  private final AuditTrail trail;
  private final Access access;
  private final Clock clock;

  NoticePages(
      Outbox outbox,
      Preferences preferences,
      Carriers carriers,
      AuditTrail trail,
      Access access,
      Clock clock) {
    this.outbox = outbox;
    this.preferences = preferences;
    this.carriers = carriers;
    this.trail = trail;
    this.access = access;
    this.clock = clock;
  }

  @Requires(Capability.ENTER)
  @GetMapping("/notices")
  String mine(Decision decision, Model model) {
    List<Told> told = outbox.newest(decision.account(), SHOWN);
    model.addAttribute("told", told);
    model.addAttribute("unseen", told.stream().filter(one -> one.seenAt() == null).count());
    model.addAttribute("mailNamed", carriers.named(Channel.MAIL));
    model.addAttribute("textNamed", carriers.named(Channel.TEXT));
    return "notices/mine";
  }

  @Requires(Capability.ENTER)
  @PostMapping("/notices/seen")
  String seen(Decision decision) {
    outbox.seen(decision.account(), clock.instant());
    return "redirect:/notices";
  }

  @Requires(Capability.ENTER)
  @GetMapping("/notices/settings")
  String settings(Decision decision, Model model) {
    model.addAttribute(
        "wish",
        preferences
            .of(List.of(decision.account()))
            .getOrDefault(decision.account(), Preference.NONE));
    model.addAttribute("channels", Channel.values());
    model.addAttribute("mailNamed", carriers.named(Channel.MAIL));
    model.addAttribute("textNamed", carriers.named(Channel.TEXT));
    return "notices/settings";
  }

  @Requires(Capability.ENTER)
  @PostMapping("/notices/settings")
  @Transactional
  public String save(
      Decision decision,
      @RequestParam(defaultValue = "PAGE") Channel channel,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "en") String letters,
      @RequestParam(required = false) @Nullable LocalTime quietFrom,
      @RequestParam(required = false) @Nullable LocalTime quietUntil,
      RedirectAttributes after) {
    String where = address.strip();
    boolean fits =
        switch (channel) {
          case PAGE -> true;
          case MAIL -> where.matches("[^\\s@]{1,64}@[^\\s@]{1,120}\\.[^\\s@]{2,24}");
          case TEXT -> where.matches("\\+?[0-9 ()-]{7,24}");
        };
    if (!fits || (quietFrom == null) != (quietUntil == null)) {
      throw new Refused(Refused.Kind.INVALID, "R-NOTICES-01", "notices.refused.settings");
    }
    preferences.save(
        decision.account(),
        new Preference(channel, where, letters.equals("es") ? "es" : "en", quietFrom, quietUntil));
    trail.note(
        AuditNote.change(Deed.CHANGE, "notice-settings", decision.account(), null, channel.name()));
    after.addFlashAttribute("saved", true);
    return "redirect:/notices/settings";
  }

  @Requires(Capability.READ_NOTICES)
  @Audited(kind = "notices", record = "backlog")
  @GetMapping("/notices/backlog")
  String backlog(Model model) {
    model.addAttribute("counts", outbox.counts());
    model.addAttribute("failed", outbox.in("FAILED", SHOWN));
    model.addAttribute("unsent", outbox.in("NO_SERVER", SHOWN));
    model.addAttribute("maySettle", access.decide(Capability.SETTLE_NOTICES).isPresent());
    return "notices/backlog";
  }

  @Requires(Capability.SETTLE_NOTICES)
  @PostMapping("/notices/backlog/{id}/settle")
  @Transactional
  public String settle(Decision decision, @PathVariable UUID id, RedirectAttributes after) {
    if (!outbox.settle(id, decision.account(), clock.instant())) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-NOTICES-02", "notices.refused.settled");
    }
    trail.note(AuditNote.change(Deed.CHANGE, "notice", id.toString(), "FAILED", "SETTLED"));
    after.addFlashAttribute("settled", true);
    return "redirect:/notices/backlog";
  }
}
