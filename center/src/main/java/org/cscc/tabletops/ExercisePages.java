package org.cscc.tabletops;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.actions.Actions;
import org.cscc.actions.ItemStanding;
import org.cscc.actions.Origin;
import org.cscc.actions.Priority;
import org.cscc.actions.Verb;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
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

/** Exercises: the list, one with its findings, each part for the wall, and the report. */
@Controller
@Requires(Capability.READ_TABLETOPS)
class ExercisePages {
  private final ExerciseDesk desk;
  private final ExerciseReads reads;
  private final ExerciseStore store;
  private final FindingStore findings;
  private final ExerciseMeasures measures;
  private final ExerciseTimes times;
  private final Actions actions;
  private final Organizations organizations;
  private final Teams teams;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  ExercisePages(
      ExerciseDesk desk,
      ExerciseReads reads,
      ExerciseStore store,
      FindingStore findings,
      ExerciseMeasures measures,
      ExerciseTimes times,
      Actions actions,
      Organizations organizations,
      Teams teams,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.reads = reads;
    this.store = store;
    this.findings = findings;
    this.measures = measures;
    this.times = times;
    this.actions = actions;
    this.organizations = organizations;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  @Audited(kind = "tabletops", record = "list")
  @GetMapping("/tabletops")
  String list(Decision decision, @RequestParam(defaultValue = "1") int page, Model model) {
    Instant now = clock.instant();
    List<Exercise> owing = reads.owing(decision);
    model.addAttribute("numbers", measures.numbers(decision));
    model.addAttribute("upcoming", reads.upcoming(decision));
    model.addAttribute("owing", owing);
    model.addAttribute("late", owing.stream().filter(one -> one.late(now)).count());
    model.addAttribute("ended", reads.ended(decision, page));
    model.addAttribute("endedInAll", reads.endedInAll(decision));
    model.addAttribute("page", Math.max(1, page));
    model.addAttribute("perPage", ExerciseReads.ROWS);
    model.addAttribute("mayPlan", access.decide(Capability.PLAN_TABLETOPS).isPresent());
    model.addAttribute("days", times.reportDays());
    around(model, now);
    return "tabletops/list";
  }

  @Audited(kind = "tabletop", record = "{code}")
  @GetMapping("/tabletops/{code}")
  String one(Decision decision, @PathVariable String code, Model model) {
    fill(model, decision, reads.byCode(decision, code).orElseThrow(ExerciseRules::unknown), null);
    return "tabletops/exercise";
  }

  /** One part for the wall of the room, with the form that takes down what the table finds. */
  @Audited(kind = "tabletop", record = "{code}")
  @GetMapping("/tabletops/{code}/wall/{word:[a-z]+}")
  String wall(
      Decision decision, @PathVariable String code, @PathVariable String word, Model model) {
    Part part = Part.of(word).orElseThrow(ExerciseRules::unknown);
    Exercise exercise = reads.byCode(decision, code).orElseThrow(ExerciseRules::unknown);
    fill(model, decision, exercise, null);
    model.addAttribute("part", part);
    model.addAttribute("scene", store.scenesOf(exercise.id()).get(part.number() - 1));
    return "tabletops/wall";
  }

  @Audited(kind = "tabletop", record = "{code}/report")
  @GetMapping("/tabletops/{code}/report")
  String report(Decision decision, @PathVariable String code, Model model) {
    AfterAction report = report(decision, code);
    model.addAttribute("report", report);
    model.addAttribute("exercise", report.exercise());
    model.addAttribute("linked", linked(report.plan()));
    model.addAttribute("asOf", report.asOf().atZone(ReviewWeek.CHICAGO));
    model.addAttribute("days", times.reportDays());
    around(model, report.asOf());
    return "tabletops/report";
  }

  @Audited(value = Deed.EXPORT, kind = "tabletop", record = "{code}/report")
  @GetMapping("/tabletops/{code}/report.csv")
  ResponseEntity<String> file(Decision decision, @PathVariable String code) {
    return AfterActionFile.of(report(decision, code));
  }

  @PostMapping("/tabletops/{code}/{move}")
  String move(
      Decision decision,
      @PathVariable String code,
      @PathVariable String move,
      MoveForm form,
      @RequestParam Map<String, String> all,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    ExerciseMoveKind kind =
        MoveWord.find(ExerciseMoveKind.class, move).orElseThrow(ExerciseRules::unknown);
    ExerciseMoved moved = desk.move(decision, form.key(), code, form.seen(), form.move(kind, all));
    return switch (moved) {
      case ExerciseMoved.Done done -> {
        after.addFlashAttribute("done", kind.name());
        yield "redirect:" + afterwards(kind, done.now(), form);
      }
      case ExerciseMoved.Already already -> "redirect:" + afterwards(kind, already.now(), form);
      case ExerciseMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        model.addAttribute("wanted", kind.word());
        model.addAttribute("heads", all);
        fill(model, decision, stale.present(), form);
        yield "tabletops/exercise";
      }
    };
  }

  /** Whoever takes down findings at the wall stays there. */
  private static String afterwards(ExerciseMoveKind kind, Exercise exercise, MoveForm form) {
    String address = "/tabletops/" + exercise.code();
    if (kind == ExerciseMoveKind.FIND && form.back() != null) {
      return address + "/wall/" + form.back().word() + "#capture";
    }
    return switch (kind) {
      case FIND -> address + "#capture";
      case TAKE_BACK, OWE, ANSWER_NO -> address + "#findings";
      default -> address;
    };
  }

  private AfterAction report(Decision decision, String code) {
    Exercise exercise =
        reads
            .byCode(decision, code)
            .filter(one -> one.state().held())
            .orElseThrow(ExerciseRules::unknown);
    List<Finding> found = findings.of(exercise.id());
    return AfterAction.of(
        exercise, findings.presentAt(exercise.id()), found, standing(found), clock.instant());
  }

  /**
   * The page of one.
   *
   * @param typed a form that came back
   */
  private void fill(Model model, Decision decision, Exercise exercise, @Nullable MoveForm typed) {
    Instant now = clock.instant();
    Mover mover = desk.mover(decision);
    List<String> open = new ArrayList<>();
    for (ExerciseMoveKind kind : ExerciseMoveKind.values()) {
      if (ExerciseRules.refusal(kind, exercise, mover, now).isEmpty()) {
        open.add(kind.word());
      }
    }
    List<Finding> found = findings.of(exercise.id());
    Map<String, ItemStanding> standing = standing(found);
    List<AfterAction.Line> lines =
        found.stream()
            .map(
                one ->
                    new AfterAction.Line(one, one.item() == null ? null : standing.get(one.item())))
            .toList();
    model.addAttribute("exercise", exercise);
    model.addAttribute("scenes", store.scenesOf(exercise.id()));
    model.addAttribute("present", findings.presentAt(exercise.id()));
    model.addAttribute("lines", lines);
    model.addAttribute("linked", linked(lines));
    model.addAttribute("steps", store.steps(exercise.id()));
    model.addAttribute("open", open);
    model.addAttribute("real", open.contains("cancel") ? desk.real(exercise) : List.of());
    model.addAttribute("months", times.fictionMonths());
    model.addAttribute("typed", typed);
    model.addAttribute(
        "lost",
        typed == null || standsBelow(typed, model, open, found) ? List.of() : typed.words());
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("parts", Part.values());
    model.addAttribute("kinds", FindingKind.values());
    model.addAttribute("noCodes", NoCode.values());
    model.addAttribute("verbs", Verb.values());
    model.addAttribute("priorities", Priority.values());
    model.addAttribute("people", open.contains("owe") ? actions.answering() : List.of());
    model.addAttribute("days", times.reportDays());
    around(model, now);
  }

  /** Whether the form that came back stands on the page, with what was typed in it. */
  private static boolean standsBelow(
      MoveForm typed, Model model, List<String> open, List<Finding> found) {
    return open.contains(String.valueOf(model.getAttribute("wanted")))
        && (typed.finding() == null
            || found.stream().anyMatch(f -> f.id().equals(typed.finding()) && f.undecided()));
  }

  private Map<String, ItemStanding> standing(List<Finding> found) {
    return actions.standing(
        Origin.TABLETOP, found.stream().map(Finding::item).filter(Objects::nonNull).toList());
  }

  /** Codes of the items whose page the reader reaches. */
  private List<String> linked(List<AfterAction.Line> lines) {
    Decision reading = access.decide(Capability.READ_ACTIONS).orElse(null);
    if (reading == null) {
      return List.of();
    }
    return lines.stream()
        .map(AfterAction.Line::item)
        .filter(Objects::nonNull)
        .filter(item -> reaches(reading, item))
        .map(ItemStanding::code)
        .toList();
  }

  private static boolean reaches(Decision reading, ItemStanding item) {
    Integer area = item.area();
    String team = item.team();
    String organization = item.organization();
    return reading.everywhere()
        || (area != null && reading.reachesArea(area))
        || (team != null && reading.reaches(team))
        || (organization != null && reading.reachesOrganization(organization));
  }

  /** Names and the time, which every page needs. */
  private void around(Model model, Instant now) {
    Map<String, String> names = new TreeMap<>();
    for (Organization organization : organizations.all()) {
      names.put(organization.code(), organization.name());
    }
    Map<String, String> tables = new TreeMap<>();
    for (Team team : teams.all()) {
      tables.put(team.code(), team.name());
    }
    model.addAttribute("organizations", names);
    model.addAttribute("teamNames", tables);
    model.addAttribute("names", areas);
    model.addAttribute("now", now);
  }
}
