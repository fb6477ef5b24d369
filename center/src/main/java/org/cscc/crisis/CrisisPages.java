package org.cscc.crisis;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.SpokenCode;
import org.cscc.ledger.MoveWord;
import org.cscc.places.Areas;
import org.cscc.referrals.ReferralCounts;
import org.cscc.referrals.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is open and who has to answer; one activation with its clocks, and what can be done. */
@Controller
@Requires(Capability.READ_CRISES)
class CrisisPages {
  private static final int MOST_OPEN = 200;
  private static final int ENDED_SHOWN = 20;
  private static final int MOST_IN_A_FILE = 20_000;
  private static final int PLAN_LINES = 3;

  private final CrisisDesk desk;
  private final CrisisReads reads;
  private final CrisisStore store;
  private final CrisisClock clocks;
  private final Incidents incidents;
  private final OnCallList onCall;
  private final Referrals referrals;
  private final Organizations organizations;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  CrisisPages(
      CrisisDesk desk,
      CrisisReads reads,
      CrisisStore store,
      CrisisClock clocks,
      Incidents incidents,
      OnCallList onCall,
      Referrals referrals,
      Organizations organizations,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.reads = reads;
    this.store = store;
    this.clocks = clocks;
    this.incidents = incidents;
    this.onCall = onCall;
    this.referrals = referrals;
    this.organizations = organizations;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  @Audited(kind = "activations", record = "list")
  @GetMapping("/crisis")
  String list(Decision decision, @RequestParam(defaultValue = "1") int page, Model model) {
    Instant now = clock.instant();
    int shown = Math.max(1, page);
    model.addAttribute("numbers", reads.numbers(decision, now));
    model.addAttribute("open", reads.open(decision, MOST_OPEN));
    model.addAttribute("ended", reads.ended(decision, ENDED_SHOWN, (shown - 1) * ENDED_SHOWN));
    model.addAttribute("page", shown);
    model.addAttribute("perPage", ENDED_SHOWN);
    model.addAttribute("mayOpen", access.decide(Capability.OPEN_CRISES).isPresent());
    model.addAttribute("own", decision.organization());
    model.addAttribute("now", now);
    model.addAttribute("asOf", now.atZone(ReviewWeek.CHICAGO));
    model.addAttribute("names", areas);
    return "crisis/list";
  }

  @Audited(value = Deed.EXPORT, kind = "activations", record = "list")
  @GetMapping("/crisis/list.csv")
  ResponseEntity<String> file(Decision decision) {
    return CrisisFile.of(
        reads.openedBetween(
            decision, Instant.EPOCH, clock.instant().plusSeconds(1), MOST_IN_A_FILE));
  }

  @Audited(kind = "activation", record = "{code}")
  @GetMapping("/crisis/{code}")
  String one(Decision decision, @PathVariable String code, Model model) {
    fill(
        model,
        decision,
        reads.byCode(decision, SpokenCode.normal(code)).orElseThrow(CrisisMoves::unknown));
    return "crisis/activation";
  }

  @PostMapping("/crisis/{code}/{move}")
  String move(
      Decision decision,
      @PathVariable String code,
      @PathVariable String move,
      CrisisForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    CrisisMoveKind kind = kind(move);
    CrisisMoved moved = desk.move(decision, form.key(), code, form.seen(), form.move(kind));
    return switch (moved) {
      case CrisisMoved.Done done -> {
        after.addFlashAttribute("done", kind.name());
        yield "redirect:/crisis/" + done.now().code();
      }
      case CrisisMoved.Already already -> "redirect:/crisis/" + already.now().code();
      case CrisisMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        model.addAttribute("typed", form);
        fill(model, decision, stale.present());
        yield "crisis/activation";
      }
    };
  }

  private void fill(Model model, Decision decision, Activation activation) {
    Mover mover = desk.mover(decision);
    Instant now = clock.instant();
    Set<CrisisMoveKind> open = EnumSet.noneOf(CrisisMoveKind.class);
    for (CrisisMoveKind kind : CrisisMoveKind.values()) {
      if (mover.reaches(activation) && CrisisRules.refusal(kind, activation, mover).isEmpty()) {
        open.add(kind);
      }
    }
    model.addAttribute("activation", activation);
    model.addAttribute("incident", incident(activation));
    model.addAttribute("needs", needs(activation));
    model.addAttribute("mayOffer", access.decide(Capability.OFFER_REFERRALS).isPresent());
    model.addAttribute("steps", store.steps(activation.id()));
    model.addAttribute("plan", store.plan(activation.id()));
    model.addAttribute("lesson", store.lesson(activation.id()).orElse(null));
    model.addAttribute("lapses", clocks.of(activation.id()));
    model.addAttribute("words", open.stream().map(CrisisMoveKind::word).toList());
    model.addAttribute("turns", turns(activation, now));
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("own", mover.organization());
    model.addAttribute("organizations", names());
    model.addAttribute("duties", Party.Duty.values());
    model.addAttribute("unable", UnableCode.values());
    model.addAttribute("kinds", PlanLine.Kind.values());
    model.addAttribute("lines", PLAN_LINES);
    model.addAttribute("now", now);
    model.addAttribute("names", areas);
  }

  /** What the feed knows of it, for who reads incidents there. */
  private @Nullable IncidentFacts incident(Activation activation) {
    UUID id = activation.incident();
    return id == null
        ? null
        : access
            .decide(Capability.READ_INCIDENTS)
            .flatMap(reading -> incidents.byId(reading, id))
            .orElse(null);
  }

  /** How many needs were handed over, for who counts them. */
  private @Nullable ReferralCounts needs(Activation activation) {
    UUID id = activation.incident();
    return id == null
        ? null
        : access
            .decide(Capability.COUNT_REFERRALS)
            .map(counting -> referrals.counts(counting, List.of(id)).get(id))
            .orElse(null);
  }

  /** Whom to call now about the area. */
  private List<OnCallTurn> turns(Activation activation, Instant now) {
    return onCall.between(now, now).stream()
        .filter(turn -> turn.area() == null || turn.area() == activation.area())
        .toList();
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (Organization organization : organizations.all()) {
      names.put(organization.code(), organization.name());
    }
    return names;
  }

  private static CrisisMoveKind kind(String word) {
    return MoveWord.find(CrisisMoveKind.class, word).orElseThrow(CrisisMoves::unknown);
  }
}
