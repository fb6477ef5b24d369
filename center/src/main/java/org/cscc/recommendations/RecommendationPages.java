package org.cscc.recommendations;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.Role;
import org.cscc.access.WhoSeesWhom;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.ledger.MoveWord;
import org.cscc.places.Areas;
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

/** What was recommended: the list, one with its history, and the moves. */
@Controller
@Requires(Capability.READ_RECOMMENDATIONS)
class RecommendationPages {
  private static final int MOST_IN_A_FILE = 20_000;

  private final RecommendationDesk desk;
  private final RecommendationReads reads;
  private final RecommendationStore store;
  private final ReviewStore reviews;
  private final AnswerMeasures measures;
  private final AnswerDays days;
  private final Organizations organizations;
  private final Accounts accounts;
  private final Areas areas;
  private final Access access;
  private final WhoSeesWhom who;
  private final Clock clock;

  RecommendationPages(
      RecommendationDesk desk,
      RecommendationReads reads,
      RecommendationStore store,
      ReviewStore reviews,
      AnswerMeasures measures,
      AnswerDays days,
      Organizations organizations,
      Accounts accounts,
      Areas areas,
      Access access,
      WhoSeesWhom who,
      Clock clock) {
    this.desk = desk;
    this.reads = reads;
    this.store = store;
    this.reviews = reviews;
    this.measures = measures;
    this.days = days;
    this.organizations = organizations;
    this.accounts = accounts;
    this.areas = areas;
    this.access = access;
    this.who = who;
    this.clock = clock;
  }

  @Audited(kind = "recommendations", record = "list")
  @GetMapping("/recommendations")
  String list(
      Decision decision,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable Level level,
      @RequestParam(required = false) @Nullable RecommendationState state,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Wanted wanted = wanted(to, level, state, area, page);
    Mover mover = desk.mover(decision);
    model.addAttribute("wanted", wanted);
    model.addAttribute("rows", reads.page(decision, wanted));
    model.addAttribute("total", reads.numbers(decision, wanted).all());
    RecommendationReads.Numbers numbers = reads.numbers(decision, Wanted.all());
    model.addAttribute("numbers", numbers);
    model.addAttribute("turn", numbers.turnOf(mover.role()));
    model.addAttribute("own", mover.addressed() ? mover.organization() : null);
    model.addAttribute("mover", mover);
    model.addAttribute("levels", Level.values());
    model.addAttribute("states", RecommendationState.values());
    model.addAttribute("organizations", names());
    model.addAttribute("areas", areas.all());
    model.addAttribute("mayReview", access.decide(Capability.READ_INCIDENT_REVIEWS).isPresent());
    model.addAttribute(
        "mayLookAtWeek", access.decide(Capability.ISSUE_RECOMMENDATIONS).isPresent());
    model.addAttribute("now", clock.instant());
    model.addAttribute("names", areas);
    return "recommendations/list";
  }

  @Audited(value = Deed.EXPORT, kind = "recommendations", record = "list")
  @GetMapping("/recommendations/list.csv")
  ResponseEntity<String> file(
      Decision decision,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable Level level,
      @RequestParam(required = false) @Nullable RecommendationState state,
      @RequestParam(required = false) @Nullable Integer area) {
    return RecommendationFile.of(
        reads.some(decision, wanted(to, level, state, area, 1), MOST_IN_A_FILE, 0));
  }

  @Audited(kind = "recommendations", record = "measures")
  @GetMapping("/recommendations/measures")
  String measures(Decision decision, Model model) {
    model.addAttribute("sheet", measures.sheet(decision));
    model.addAttribute("organizations", names());
    model.addAttribute("days", days.days());
    return "recommendations/measures";
  }

  @Audited(kind = "recommendation", record = "{code}")
  @GetMapping("/recommendations/{code}")
  String one(Decision decision, @PathVariable String code, Model model) {
    fill(
        model,
        decision,
        reads.byCode(decision, code).orElseThrow(RecommendationRules::unknown),
        null);
    return "recommendations/one";
  }

  @PostMapping("/recommendations/{code}/{move}")
  String move(
      Decision decision,
      @PathVariable String code,
      @PathVariable String move,
      RecommendationForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    RecommendationMoveKind kind = kind(move);
    RecommendationMoved moved =
        desk.move(decision, form.key(), code, form.versionSeen(), form.move(kind));
    return switch (moved) {
      case RecommendationMoved.Done done -> {
        after.addFlashAttribute("done", kind.name());
        yield "redirect:/recommendations/" + done.now().code();
      }
      case RecommendationMoved.Already already ->
          "redirect:/recommendations/" + already.now().code();
      case RecommendationMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        fill(model, decision, stale.present(), form);
        yield "recommendations/one";
      }
    };
  }

  /**
   * The page of one.
   *
   * @param typed a form that came back because somebody was faster
   */
  private void fill(
      Model model, Decision decision, Recommendation one, @Nullable RecommendationForm typed) {
    Mover mover = desk.mover(decision);
    List<String> open = new ArrayList<>();
    for (RecommendationMoveKind kind : RecommendationMoveKind.values()) {
      if (RecommendationRules.refusal(kind, one, mover).isEmpty()) {
        open.add(kind.word());
      }
    }
    List<RecommendationStep> steps = store.steps(one.id());
    model.addAttribute("one", one);
    model.addAttribute(
        "steps",
        // How it came to be issued is between the chair and the director.
        mover.addressed() ? steps.stream().filter(step -> step.to().issued()).toList() : steps);
    model.addAttribute("former", mover.addressed() ? List.of() : store.formerWords(one.id()));
    model.addAttribute("open", open);
    model.addAttribute(
        "last", open.contains(RecommendationMoveKind.DROP.word()) && reviews.last(one));
    model.addAttribute("typed", typed);
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("levels", Level.values());
    model.addAttribute("statements", Statement.values());
    model.addAttribute("organizations", names());
    model.addAttribute(
        "call",
        accounts.all().stream()
            .filter(person -> RecommendationTold.answers(person, one.addressedTo()))
            .filter(
                person -> person.role() == Role.DEPARTMENT_LIAISON || who.byName(one.addressedTo()))
            .map(Account::displayName)
            .sorted()
            .collect(Collectors.joining(", ")));
    model.addAttribute("mayReview", access.decide(Capability.READ_INCIDENT_REVIEWS).isPresent());
    model.addAttribute("later", days.later());
    model.addAttribute("days", days.days());
    model.addAttribute("now", clock.instant());
    model.addAttribute("names", areas);
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (Organization organization : organizations.all()) {
      names.put(organization.code(), organization.name());
    }
    return names;
  }

  private static RecommendationMoveKind kind(String word) {
    return MoveWord.find(RecommendationMoveKind.class, word)
        .orElseThrow(RecommendationRules::unknown);
  }

  private static Wanted wanted(
      @Nullable String to,
      @Nullable Level level,
      @Nullable RecommendationState state,
      @Nullable Integer area,
      int page) {
    return new Wanted(
        to == null || to.isBlank() ? null : to, level, state, area, Math.max(1, page));
  }
}
