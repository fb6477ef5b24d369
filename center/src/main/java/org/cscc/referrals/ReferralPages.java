package org.cscc.referrals;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Audited;
import org.cscc.ledger.MoveWord;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for the reader, one referral with its history, and the buttons that move it. */
@Controller
@Requires(Capability.READ_REFERRALS)
class ReferralPages {
  private final ReferralDesk desk;
  private final ReferralReads reads;
  private final ReferralStore store;
  private final ReferralTimes times;
  private final Organizations organizations;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  ReferralPages(
      ReferralDesk desk,
      ReferralReads reads,
      ReferralStore store,
      ReferralTimes times,
      Organizations organizations,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.reads = reads;
    this.store = store;
    this.times = times;
    this.organizations = organizations;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /** What the form of a move sent. */
  record Form(
      @Nullable UUID key,
      @Nullable Integer version,
      @Nullable DeclineCode why,
      @Nullable OutcomeCode outcome) {
    ReferralMove move(ReferralMoveKind kind) {
      return new ReferralMove(
          kind,
          kind == ReferralMoveKind.DECLINE ? why : null,
          kind == ReferralMoveKind.CLOSE ? outcome : null);
    }

    int seen() {
      return version == null ? 0 : version;
    }
  }

  @Audited(kind = "referrals", record = "list")
  @GetMapping("/referrals")
  String list(Decision decision, Model model) {
    model.addAttribute("lists", reads.lists(decision));
    model.addAttribute("all", decision.everywhere());
    model.addAttribute("works", decision.reachesOrganization(decision.organization()));
    model.addAttribute("mayOffer", access.decide(Capability.OFFER_REFERRALS).isPresent());
    model.addAttribute("times", times);
    model.addAttribute("now", clock.instant());
    model.addAttribute("organizations", names());
    model.addAttribute("names", areas);
    return "referrals/list";
  }

  @Audited(kind = "referral", record = "{token}")
  @GetMapping("/referrals/{token}")
  String one(Decision decision, @PathVariable String token, Model model) {
    fill(model, decision, reads.byToken(decision, token).orElseThrow(ReferralRules::unknown));
    return "referrals/referral";
  }

  @PostMapping("/referrals/{token}/{move}")
  String move(
      Decision decision,
      @PathVariable String token,
      @PathVariable String move,
      Form form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    ReferralMoveKind kind = kind(move);
    ReferralMoved moved = desk.move(decision, form.key(), token, form.seen(), form.move(kind));
    return switch (moved) {
      case ReferralMoved.Done done -> {
        after.addFlashAttribute("done", kind.name());
        yield "redirect:/referrals/" + done.now().token();
      }
      case ReferralMoved.Already already -> "redirect:/referrals/" + already.now().token();
      case ReferralMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        fill(model, decision, stale.present());
        yield "referrals/referral";
      }
    };
  }

  private void fill(Model model, Decision decision, Referral referral) {
    Worker worker = desk.worker(decision);
    Set<ReferralMoveKind> open = EnumSet.noneOf(ReferralMoveKind.class);
    for (ReferralMoveKind kind : ReferralMoveKind.values()) {
      if (ReferralRules.refusal(kind, referral, worker).isEmpty()) {
        open.add(kind);
      }
    }
    model.addAttribute("referral", referral);
    model.addAttribute("steps", store.steps(referral.id()));
    model.addAttribute("words", open.stream().map(ReferralMoveKind::word).toList());
    model.addAttribute(
        "again",
        ReferralRules.again(referral, worker).isEmpty()
            && access.decide(Capability.OFFER_REFERRALS).isPresent());
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("declines", DeclineCode.values());
    model.addAttribute("outcomes", OutcomeCode.values());
    model.addAttribute("mayReadIncident", access.decide(Capability.READ_INCIDENTS).isPresent());
    model.addAttribute("now", clock.instant());
    model.addAttribute("organizations", names());
    model.addAttribute("names", areas);
  }

  private Map<String, String> names() {
    return organizations.all().stream()
        .collect(Collectors.toMap(Organization::code, Organization::name));
  }

  private static ReferralMoveKind kind(String word) {
    return MoveWord.find(ReferralMoveKind.class, word).orElseThrow(ReferralRules::unknown);
  }
}
