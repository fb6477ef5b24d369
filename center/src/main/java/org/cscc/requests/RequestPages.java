package org.cscc.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.Audited;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.MoveWord;
import org.cscc.places.Areas;
import org.cscc.places.Blocks;
import org.cscc.places.CommunityArea;
import org.cscc.requests.LookDesk.Looked;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests to the City's 311: the list, one with its history, and what to look at on a phone. */
@Controller
@Requires(Capability.READ_CITY_REQUESTS)
class RequestPages {
  /** As many as one round on foot takes. */
  private static final int ON_A_ROUND = 50;

  private final LookDesk desk;
  private final FollowStore store;
  private final RequestReads reads;
  private final LookDays days;
  private final ServiceBundles services;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  RequestPages(
      LookDesk desk,
      FollowStore store,
      RequestReads reads,
      LookDays days,
      ServiceBundles services,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.store = store;
    this.reads = reads;
    this.days = days;
    this.services = services;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  @Audited(kind = "city-requests", record = "list")
  @GetMapping("/requests")
  String list(
      Decision decision,
      @RequestParam(defaultValue = "OPEN") RequestReads.View view,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(defaultValue = "") String block,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    String known = Blocks.normalise(block).canonical();
    boolean unread = !block.isBlank() && known.isEmpty();
    List<Request> found =
        unread ? List.of() : reads.list(decision, new RequestReads.Which(view, area, known, after));
    List<Request> rows = found.stream().limit(RequestReads.ROWS).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("next", found.size() > RequestReads.ROWS ? rows.getLast().cursor() : null);
    model.addAttribute("first", after.isEmpty());
    model.addAttribute("view", view);
    model.addAttribute("views", RequestReads.View.values());
    model.addAttribute("area", area);
    model.addAttribute("block", block);
    model.addAttribute("unread", unread);
    model.addAttribute(
        "areas", areas.all().stream().sorted(Comparator.comparing(CommunityArea::name)).toList());
    model.addAttribute("numbers", reads.numbers(decision));
    model.addAttribute("newest", reads.newest(decision).orElse(null));
    model.addAttribute("mayLook", access.decide(Capability.LOOK_AT_REQUESTS).isPresent());
    model.addAttribute("names", areas);
    return "requests/list";
  }

  @Audited(kind = "city-request", record = "{number}")
  @GetMapping("/requests/{number}")
  String one(Decision decision, @PathVariable String number, Model model) {
    fill(model, decision, number);
    return "requests/request";
  }

  /** What is to be looked at, one tap each, for a phone on the street. */
  @Requires(Capability.LOOK_AT_REQUESTS)
  @Audited(kind = "city-requests", record = "looks")
  @GetMapping("/requests/looks")
  String looks(Decision decision, Model model) {
    LocalDate today = WallClock.dayOf(clock.instant());
    List<Follow> due = reads.looks(decision, decision.organization(), today, ON_A_ROUND);
    RequestReads.Due all = reads.due(decision, decision.organization(), today, days.grace());
    Map<String, UUID> keys = new HashMap<>();
    due.forEach(one -> keys.put(one.slug(), UUID.randomUUID()));
    model.addAttribute("looks", due);
    model.addAttribute("due", all);
    model.addAttribute("keys", keys);
    model.addAttribute("today", today);
    model.addAttribute("grace", days.grace());
    model.addAttribute("newest", reads.newest(reading()).orElse(null));
    model.addAttribute("names", areas);
    return "requests/looks";
  }

  @PostMapping("/requests/{number}/{move}")
  String look(
      Decision decision,
      @PathVariable String number,
      @PathVariable String move,
      @RequestParam(required = false) @Nullable UUID key,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String back,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    Look look = MoveWord.find(Look.class, move).orElseThrow(LookRules::unknown);
    Looked looked = desk.look(decision, key, number, version, look, note);
    String to = back.equals("looks") ? "/requests/looks" : "/requests/" + number;
    return switch (looked) {
      case Looked.Done done -> {
        after.addFlashAttribute("done", look.name());
        after.addFlashAttribute("doneSlug", number);
        after.addFlashAttribute("doneTask", done.now().task());
        yield "redirect:" + to;
      }
      case Looked.Already already -> "redirect:" + to;
      case Looked.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        model.addAttribute("note", note);
        fill(model, decision, number);
        yield "requests/request";
      }
    };
  }

  private void fill(Model model, Decision decision, String slug) {
    Request request = reads.bySlug(decision, slug).orElseThrow(LookRules::unknown);
    Follow follow = store.bySlug(slug).orElse(null);
    List<Request> family = reads.family(decision, request);
    model.addAttribute("request", request);
    model.addAttribute("follow", follow);
    model.addAttribute("steps", follow == null ? List.of() : store.steps(follow.id()));
    model.addAttribute("versions", reads.versions(decision, request.id()));
    model.addAttribute(
        "parents", family.stream().filter(one -> one.number().equals(request.parent())).toList());
    model.addAttribute(
        "repeats", family.stream().filter(one -> request.number().equals(one.parent())).toList());
    model.addAttribute(
        "standing",
        follow == null || follow.task() == null
            ? null
            : services.standing(List.of(follow.task())).get(follow.task()));
    model.addAttribute("looks", follow != null && mayLook(follow, decision));
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("today", WallClock.dayOf(clock.instant()));
    model.addAttribute("grace", days.grace());
    model.addAttribute("newest", reads.newest(decision).orElse(null));
    model.addAttribute("names", areas);
  }

  private boolean mayLook(Follow follow, Decision decision) {
    Decision looking = access.decide(Capability.LOOK_AT_REQUESTS).orElse(null);
    return LookRules.refusal(Look.FIXED, follow, desk.looker(decision), looking).isEmpty();
  }

  private Decision reading() {
    return access.require(Capability.READ_CITY_REQUESTS);
  }
}
