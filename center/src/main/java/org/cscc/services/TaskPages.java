package org.cscc.services;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.directory.Contacts;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.Teams;
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

/** What was asked for: the list, one task with its history, and the buttons that move it. */
@Controller
@Requires(Capability.READ_SERVICES)
class TaskPages {
  private static final int MOST_IN_A_FILE = 20_000;
  private static final int MOST_TODAY = 40;
  private static final int LAST_TODAY = 1000;

  private final TaskDesk desk;
  private final TaskReads reads;
  private final TaskStore store;
  private final ServiceTypes types;
  private final Organizations organizations;
  private final Contacts contacts;
  private final Teams teams;
  private final Accounts accounts;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  TaskPages(
      TaskDesk desk,
      TaskReads reads,
      TaskStore store,
      ServiceTypes types,
      Organizations organizations,
      Contacts contacts,
      Teams teams,
      Accounts accounts,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.reads = reads;
    this.store = store;
    this.types = types;
    this.organizations = organizations;
    this.contacts = contacts;
    this.teams = teams;
    this.accounts = accounts;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  @Audited(kind = "services", record = "list")
  @GetMapping("/services")
  String list(
      Decision decision,
      @RequestParam(required = false) Selection.@Nullable View view,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Selection which = which(view, department, area, type, page);
    model.addAttribute("which", which);
    model.addAttribute("tasks", reads.page(decision, which));
    model.addAttribute("total", reads.count(decision, which));
    model.addAttribute("counts", reads.numbers(decision, Selection.of(Selection.View.ALL)));
    model.addAttribute("views", Selection.views());
    model.addAttribute("types", types.all());
    model.addAttribute("organizations", names());
    model.addAttribute("mayAsk", access.decide(Capability.REQUEST_SERVICES).isPresent());
    model.addAttribute("mayCheck", access.decide(Capability.VERIFY_SERVICES).isPresent());
    model.addAttribute("own", owing(decision) ? decision.organization() : null);
    model.addAttribute("now", clock.instant());
    model.addAttribute("names", areas);
    return "services/list";
  }

  @Audited(value = Deed.EXPORT, kind = "services", record = "list")
  @GetMapping("/services/list.csv")
  ResponseEntity<String> file(
      Decision decision,
      @RequestParam(required = false) Selection.@Nullable View view,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable String type) {
    return TaskFile.of(
        reads.all(decision, which(view, department, area, type, 1), MOST_IN_A_FILE, 0));
  }

  @Audited(kind = "service-task", record = "{code}")
  @GetMapping("/services/tasks/{code}")
  String one(Decision decision, @PathVariable String code, Model model) {
    fill(model, decision, reads.byCode(decision, code).orElseThrow(TaskMoves::unknown));
    return "services/task";
  }

  @PostMapping("/services/tasks/{code}/{move}")
  String move(
      Decision decision,
      @PathVariable String code,
      @PathVariable String move,
      TaskForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    TaskMoveKind kind = kind(move);
    TaskMoved moved =
        desk.move(
            decision,
            form.key(),
            code,
            form.seen(),
            () -> form.move(kind, desk.photos().take(decision, code, form.photo())));
    return switch (moved) {
      case TaskMoved.Done done -> {
        after.addFlashAttribute("done", kind.name());
        after.addFlashAttribute("doneCode", done.now().code());
        yield "redirect:" + form.backTo("/services/tasks/" + done.now().code());
      }
      case TaskMoved.Already already ->
          "redirect:" + form.backTo("/services/tasks/" + already.now().code());
      case TaskMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        fill(model, decision, stale.present());
        yield "services/task";
      }
    };
  }

  /**
   * What is said to be done and can be looked at today on the reader's own blocks, for a phone on a
   * bad line. A facilitator without an area of their own sees all that is within reach; a
   * representative is embedded somewhere, and without an area nothing is theirs.
   */
  @Requires(Capability.VERIFY_SERVICES)
  @Audited(kind = "services", record = "today")
  @GetMapping("/services/today")
  String today(@RequestParam(defaultValue = "1") int page, Model model) {
    Decision reading = access.require(Capability.READ_SERVICES);
    Set<Integer> ground = ground(reading);
    int shown = Math.clamp(page, 1, LAST_TODAY);
    List<ServiceTask> check = reads.toLookAt(reading, ground, MOST_TODAY, (shown - 1) * MOST_TODAY);
    int total = reads.toLookAt(reading, ground);
    model.addAttribute("check", check);
    model.addAttribute("total", total);
    model.addAttribute("page", shown);
    model.addAttribute("goesOn", total > shown * MOST_TODAY);
    model.addAttribute("nowhere", ground != null && ground.isEmpty());
    model.addAttribute(
        "keys",
        check.stream().collect(Collectors.toMap(ServiceTask::code, task -> UUID.randomUUID())));
    model.addAttribute(
        "own",
        check.stream()
            .filter(task -> TaskRules.ownWish(task, reading.account()))
            .map(ServiceTask::code)
            .toList());
    model.addAttribute("names", areas);
    return "services/today";
  }

  /** Areas of the reader's teams and those named for the reader; null for the whole city. */
  private @Nullable Set<Integer> ground(Decision decision) {
    Set<Integer> own =
        teams.all().stream()
            .filter(team -> decision.teams().contains(team.code()))
            .flatMap(team -> team.areaNumbers().stream())
            .collect(Collectors.toSet());
    Optional<SignedIn> reader = access.signedIn();
    reader.ifPresent(person -> own.addAll(person.areas()));
    boolean embedded = reader.filter(one -> one.role() == Role.REPRESENTATIVE).isPresent();
    return own.isEmpty() && !embedded ? null : own;
  }

  private void fill(Model model, Decision decision, ServiceTask task) {
    Worker worker = desk.worker(decision);
    Set<TaskMoveKind> open = EnumSet.noneOf(TaskMoveKind.class);
    for (TaskMoveKind kind : TaskMoveKind.values()) {
      if (TaskRules.refusal(kind, task, worker).isEmpty()) {
        open.add(kind);
      }
    }
    model.addAttribute("task", task);
    model.addAttribute("type", types.byCode(task.type()).orElseThrow());
    model.addAttribute("steps", store.steps(task.id()));
    model.addAttribute("shown", reads.shown(task.id()));
    model.addAttribute("duplicates", store.children(task.id()));
    model.addAttribute("before", reads.needs(decision, task.id(), true));
    model.addAttribute("after", reads.needs(decision, task.id(), false));
    model.addAttribute("open", open);
    model.addAttribute("words", open.stream().map(TaskMoveKind::word).toList());
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("codes", RejectCode.values());
    model.addAttribute("organizations", names());
    model.addAttribute("call", call(task));
    model.addAttribute("now", clock.instant());
    model.addAttribute("names", areas);
  }

  /**
   * Whom to call in the department, and where it waits: as the directory knows, or who signs in.
   */
  private Map<String, String> call(ServiceTask task) {
    List<String> wanted =
        Stream.of(task.department(), task.blockedOn()).filter(Objects::nonNull).toList();
    Map<String, String> call = new HashMap<>(contacts.of(wanted));
    for (String code : wanted) {
      call.computeIfAbsent(code, this::signingIn);
    }
    return call;
  }

  private String signingIn(String organization) {
    return accounts.all().stream()
        .filter(a -> a.role() == Role.DEPARTMENT_LIAISON && a.organization().equals(organization))
        .map(Account::displayName)
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (Organization organization : organizations.all()) {
      names.put(organization.code(), organization.name());
    }
    return names;
  }

  private static boolean owing(Decision decision) {
    return !decision.everywhere() && decision.reachesOrganization(decision.organization());
  }

  private static TaskMoveKind kind(String word) {
    return MoveWord.find(TaskMoveKind.class, word).orElseThrow(TaskMoves::unknown);
  }

  private static Selection which(
      Selection.@Nullable View view,
      @Nullable String department,
      @Nullable Integer area,
      @Nullable String type,
      int page) {
    return new Selection(
        view == null ? Selection.View.OPEN : view,
        department == null || department.isBlank() ? null : department,
        area,
        type == null || type.isBlank() ? null : type,
        Math.max(1, page));
  }
}
