package org.cscc.recommendations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Audited;
import org.cscc.kernel.SpokenCode;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reviews of incidents: the list, one with its four sections, and what is written in it. */
@Controller
@Requires(Capability.READ_INCIDENT_REVIEWS)
class ReviewPages {
  private static final String ONE = "recommendations/review";

  private final ReviewDesk desk;
  private final ReviewStore store;
  private final RecommendationDesk recommending;
  private final RecommendationStore recommendations;
  private final Incidents incidents;
  private final Organizations organizations;
  private final Teams teams;
  private final Areas areas;
  private final Access access;

  ReviewPages(
      ReviewDesk desk,
      ReviewStore store,
      RecommendationDesk recommending,
      RecommendationStore recommendations,
      Incidents incidents,
      Organizations organizations,
      Teams teams,
      Areas areas,
      Access access) {
    this.desk = desk;
    this.store = store;
    this.recommending = recommending;
    this.recommendations = recommendations;
    this.incidents = incidents;
    this.organizations = organizations;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
  }

  @Audited(kind = "incident-reviews", record = "list")
  @GetMapping("/recommendations/reviews")
  String list(Decision decision, Model model) {
    List<IncidentReview> all = store.all(new ReviewReach(decision));
    model.addAttribute("open", all.stream().filter(IncidentReview::open).toList());
    model.addAttribute("concluded", all.stream().filter(one -> !one.open()).toList());
    model.addAttribute("most", all.size() == ReviewStore.MOST ? ReviewStore.MOST : null);
    model.addAttribute("teams", teamNames());
    model.addAttribute("mayStart", access.decide(Capability.START_INCIDENT_REVIEWS).isPresent());
    model.addAttribute("names", areas);
    return "recommendations/reviews";
  }

  @Audited(kind = "incident-review", record = "{code}")
  @GetMapping("/recommendations/reviews/{code}")
  String one(Decision decision, @PathVariable String code, Model model) {
    fill(model, decision, code);
    return ONE;
  }

  @Requires(Capability.WRITE_INCIDENT_REVIEWS)
  @PostMapping("/recommendations/reviews/{code}/sections/{section}")
  String write(
      Decision decision,
      @PathVariable String code,
      @PathVariable String section,
      ReviewForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    SectionKind kind =
        Arrays.stream(SectionKind.values())
            .filter(one -> one.word().equals(section))
            .findFirst()
            .orElseThrow(RecommendationRules::unknown);
    return answer(
        desk.write(decision, code, kind, form.versionSeen(), form.words()),
        "#" + kind.word(),
        kind.name(),
        after,
        response,
        model);
  }

  @Requires(Capability.WRITE_INCIDENT_REVIEWS)
  @PostMapping("/recommendations/reviews/{code}/participants")
  String participants(
      Decision decision,
      @PathVariable String code,
      ReviewForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    return answer(
        desk.participants(decision, code, form.versionSeen(), form.chosen()),
        "",
        "PARTICIPANTS",
        after,
        response,
        model);
  }

  @Requires(Capability.WRITE_INCIDENT_REVIEWS)
  @PostMapping("/recommendations/reviews/{code}/conclude")
  String conclude(
      Decision decision,
      @PathVariable String code,
      ReviewForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    return answer(
        desk.conclude(decision, code, form.versionSeen(), ReviewForm.text(form.none())),
        "",
        "CONCLUDE",
        after,
        response,
        model);
  }

  @Requires(Capability.REOPEN_INCIDENT_REVIEWS)
  @PostMapping("/recommendations/reviews/{code}/reopen")
  String reopen(
      Decision decision,
      @PathVariable String code,
      ReviewForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    return answer(
        desk.reopen(decision, code, form.versionSeen(), ReviewForm.text(form.reason())),
        "",
        "REOPEN",
        after,
        response,
        model);
  }

  @Requires(Capability.DRAFT_RECOMMENDATIONS)
  @PostMapping("/recommendations/reviews/{code}/recommendations")
  String draft(
      Decision decision,
      @PathVariable String code,
      RecommendationForm form,
      RedirectAttributes after) {
    String made = recommending.draft(decision, form.key(), code, form.draft());
    after.addFlashAttribute("done", "DRAFT");
    return "redirect:/recommendations/" + made;
  }

  private String answer(
      ReviewSaved saved,
      String part,
      String done,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    return switch (saved) {
      case ReviewSaved.Done ok -> {
        after.addFlashAttribute("done", done);
        yield "redirect:/recommendations/reviews/" + ok.review().code() + part;
      }
      case ReviewSaved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        fill(model, access.require(Capability.READ_INCIDENT_REVIEWS), stale.review().code());
        yield ONE;
      }
    };
  }

  private void fill(Model model, Decision decision, String code) {
    IncidentReview review =
        store
            .byCode(new ReviewReach(decision), SpokenCode.normal(code))
            .orElseThrow(RecommendationRules::unknown);
    List<Section> all = store.sections(review.id());
    Map<SectionKind, List<Section>> former = new EnumMap<>(SectionKind.class);
    Map<SectionKind, Integer> versions = new EnumMap<>(SectionKind.class);
    Map<SectionKind, SectionWords> words = new EnumMap<>(SectionKind.class);
    for (SectionKind kind : SectionKind.values()) {
      List<Section> of = all.stream().filter(one -> one.kind() == kind).toList();
      former.put(kind, of.isEmpty() ? List.of() : of.subList(1, of.size()));
      versions.put(kind, of.isEmpty() ? 0 : of.getFirst().version());
      words.put(kind, of.isEmpty() ? SectionWords.NONE : of.getFirst().words());
    }
    List<Reviewed> reviewed = store.incidents(review.id());
    boolean chairs =
        access
            .decide(Capability.WRITE_INCIDENT_REVIEWS)
            .filter(one -> one.reaches(review.team()))
            .isPresent();
    model.addAttribute("review", review);
    model.addAttribute("incidents", reviewed);
    model.addAttribute("since", since(reviewed));
    model.addAttribute("kinds", SectionKind.values());
    model.addAttribute("words", words);
    model.addAttribute("versions", versions);
    model.addAttribute("former", former);
    model.addAttribute("missing", ReviewDesk.missing(all));
    model.addAttribute(
        "factors",
        Arrays.stream(Factor.values())
            .collect(
                Collectors.groupingBy(
                    Factor::group, () -> new EnumMap<>(Factor.Group.class), Collectors.toList())));
    model.addAttribute("steps", store.steps(review.id()));
    model.addAttribute("recommended", recommended(review));
    model.addAttribute("writes", chairs && review.open());
    model.addAttribute(
        "mayReopen",
        !review.open() && access.decide(Capability.REOPEN_INCIDENT_REVIEWS).isPresent());
    model.addAttribute("mayReadIncidents", access.decide(Capability.READ_INCIDENTS).isPresent());
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("levels", Level.values());
    model.addAttribute("organizations", names());
    model.addAttribute("teams", teamNames());
    model.addAttribute("names", areas);
  }

  /** What came of it, as far as the reader may see that. */
  private List<Recommendation> recommended(IncidentReview review) {
    Decision reading = access.decide(Capability.READ_RECOMMENDATIONS).orElse(null);
    if (reading == null) {
      return List.of();
    }
    Mover mover = recommending.mover(reading);
    return recommendations.of(review.id()).stream().filter(mover::reaches).toList();
  }

  /** What the records say today: whether it still counts, and as what; no row of it. */
  private List<Reviewed.Since> since(List<Reviewed> reviewed) {
    Map<UUID, IncidentFacts> now =
        Asking.asTheCenter(
                () ->
                    incidents.byIds(
                        access.forSystem(Capability.READ_INCIDENTS),
                        reviewed.stream().map(Reviewed::incident).toList()))
            .stream()
            .collect(Collectors.toMap(IncidentFacts::id, one -> one));
    List<Reviewed.Since> since = new ArrayList<>();
    for (Reviewed then : reviewed) {
      @Nullable IncidentFacts facts = now.get(then.incident());
      if (facts == null) {
        since.add(new Reviewed.Since(then, null, null));
      } else if (!facts.state().counted() || facts.type() != then.kind()) {
        since.add(new Reviewed.Since(then, facts.state(), facts.type()));
      }
    }
    return since;
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (Organization organization : organizations.all()) {
      names.put(organization.code(), organization.name());
    }
    return names;
  }

  private Map<String, String> teamNames() {
    return teams.all().stream().collect(Collectors.toMap(Team::code, Team::name));
  }
}
