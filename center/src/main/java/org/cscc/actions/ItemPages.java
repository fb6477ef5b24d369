package org.cscc.actions;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Account;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.Role;
import org.cscc.access.WhoSeesWhom;
import org.cscc.directory.Contacts;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is owed: the list, one item with its history, and the buttons that move it. */
@Controller
@Requires(Capability.READ_ACTIONS)
class ItemPages {
  private static final int MOST_IN_A_FILE = 20_000;
  private final Actions actions;
  private final ItemReads reads;
  private final ItemStore store;
  private final Overview overview;
  private final OwnerRule owners;
  private final Organizations organizations;
  private final Contacts contacts;
  private final Areas areas;
  private final Access access;
  private final WhoSeesWhom who;
  private final ItemPhotos photos;
  private final TransactionOperations transactions;

  ItemPages(
      Actions actions,
      ItemReads reads,
      ItemStore store,
      Overview overview,
      OwnerRule owners,
      Organizations organizations,
      Contacts contacts,
      Areas areas,
      Access access,
      WhoSeesWhom who,
      ItemPhotos photos,
      TransactionOperations transactions) {
    this.actions = actions;
    this.reads = reads;
    this.store = store;
    this.overview = overview;
    this.owners = owners;
    this.organizations = organizations;
    this.contacts = contacts;
    this.areas = areas;
    this.access = access;
    this.who = who;
    this.photos = photos;
    this.transactions = transactions;
  }

  @Audited(kind = "actions", record = "list")
  @GetMapping("/actions")
  String list(
      Decision decision,
      @RequestParam(required = false) Which.@Nullable View view,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable Verb verb,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Which which = which(view, organization, area, verb, page);
    Role role = actions.role();
    List<ActionItem> items = reads.page(decision, role, which);
    Counts counts = overview.counts(decision, role);
    List<Account> people = owners.answering();
    model.addAttribute("which", which);
    model.addAttribute("items", items);
    model.addAttribute("total", reads.count(decision, role, which));
    model.addAttribute("counts", counts);
    model.addAttribute("views", Which.views());
    model.addAttribute("massClosings", watches(role) ? overview.massClosings() : List.of());
    model.addAttribute("mayPropose", access.decide(Capability.PROPOSE_ACTIONS).isPresent());
    model.addAttribute("mayCheck", access.decide(Capability.VERIFY_ACTIONS).isPresent());
    model.addAttribute("mayEscalations", access.decide(Capability.READ_ESCALATIONS).isPresent());
    model.addAttribute("mine", decision.organization());
    model.addAttribute(
        "owing", decision.reachesOrganization(decision.organization()) && !decision.everywhere());
    model.addAttribute("back", "/actions?view=" + which.view());
    forMoves(model, decision, items, people);
    return "actions/list";
  }

  @Audited(value = Deed.EXPORT, kind = "actions", record = "list")
  @GetMapping("/actions/list.csv")
  ResponseEntity<String> file(
      Decision decision,
      @RequestParam(required = false) Which.@Nullable View view,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable Verb verb) {
    Which which = which(view, organization, area, verb, 1);
    return ItemFile.of(reads.all(decision, actions.role(), which, MOST_IN_A_FILE), who::byName);
  }

  @Audited(kind = "action", record = "{code}")
  @GetMapping("/actions/items/{code}")
  String item(Decision decision, @PathVariable String code, Model model) {
    page(model, decision, actions.item(decision, code));
    return "actions/item";
  }

  @PostMapping("/actions/items/{code}/{move}")
  String move(
      Decision decision,
      @PathVariable String code,
      @PathVariable String move,
      ItemForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    MoveKind kind = kind(move);
    Moved moved = moved(decision, code, kind, form);
    return switch (moved) {
      case Moved.Done done -> {
        after.addFlashAttribute("done", kind.name());
        after.addFlashAttribute("doneCode", done.now().code());
        yield "redirect:" + form.backTo("/actions/items/" + done.now().code());
      }
      case Moved.Already already ->
          "redirect:" + form.backTo("/actions/items/" + already.now().code());
      case Moved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        model.addAttribute("wanted", kind.name());
        page(model, decision, stale.present());
        yield "actions/item";
      }
    };
  }

  /** The photo and the move stand or fall together. */
  private Moved moved(Decision decision, String code, MoveKind kind, ItemForm form) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Move move = form.move(kind, photos.take(decision, code, form.photo()));
              Moved answer = actions.move(decision, form.key(), code, form.seen(), move);
              if (!(answer instanceof Moved.Done)) {
                status.setRollbackOnly(); // a photo came along, and nothing was done
              }
              return answer;
            }));
  }

  private void page(Model model, Decision decision, ActionItem item) {
    model.addAttribute("item", item);
    model.addAttribute("steps", store.steps(item.id()));
    model.addAttribute("evidence", byStep(reads.evidence(item.id())));
    model.addAttribute("duplicates", store.children(item.id()));
    model.addAttribute("mayAsk", access.decide(Capability.REQUEST_SERVICES).isPresent());
    model.addAttribute("back", "/actions/items/" + item.code());
    forMoves(model, decision, List.of(item), owners.answering());
  }

  /** What the forms of the moves need: which are open for each item, and what can be chosen. */
  private void forMoves(
      Model model, Decision decision, List<ActionItem> items, List<Account> people) {
    Instant now = actions.now();
    Actor actor = actions.actor(decision);
    Map<String, Set<MoveKind>> moves = new HashMap<>();
    Map<String, UUID> keys = new HashMap<>();
    for (ActionItem item : items) {
      Set<MoveKind> open = EnumSet.noneOf(MoveKind.class);
      for (MoveKind kind : MoveKind.values()) {
        if (MoveRules.refusal(kind, item, actor, now).isEmpty()) {
          open.add(kind);
        }
      }
      moves.put(item.code(), open);
      keys.put(item.code(), UUID.randomUUID());
    }
    Map<String, String> names = new TreeMap<>();
    for (Organization organization : organizations.all()) {
      names.put(organization.code(), organization.name());
    }
    model.addAttribute("now", now);
    model.addAttribute("moves", moves);
    model.addAttribute(
        "left",
        items.stream().filter(i -> OwnerRule.left(i, people)).map(ActionItem::code).toList());
    model.addAttribute("keys", keys);
    model.addAttribute("organizations", names);
    model.addAttribute("people", people);
    model.addAttribute("declineCodes", DeclineCode.values());
    model.addAttribute("call", call(items, people));
    model.addAttribute("names", areas);
  }

  /** Whom to call where items wait: as the directory knows, or which liaison signs in. */
  private Map<String, String> call(List<ActionItem> items, List<Account> people) {
    List<String> wanted =
        items.stream().map(ActionItem::blockedOn).filter(Objects::nonNull).distinct().toList();
    Map<String, String> call = new HashMap<>(contacts.of(wanted));
    for (String organization : wanted) {
      call.computeIfAbsent(
          organization,
          code ->
              people.stream()
                  .filter(person -> person.organization().equals(code))
                  .filter(person -> person.role() == Role.DEPARTMENT_LIAISON || who.byName(code))
                  .map(Account::displayName)
                  .collect(Collectors.joining(", ")));
    }
    return call;
  }

  private static Map<Integer, List<Evidence>> byStep(List<ShownEvidence> shown) {
    Map<Integer, List<Evidence>> byStep = new HashMap<>();
    shown.forEach(
        one -> byStep.computeIfAbsent(one.position(), none -> new ArrayList<>()).add(one.what()));
    return byStep;
  }

  private static MoveKind kind(String move) {
    for (MoveKind kind : MoveKind.values()) {
      if (kind.name().equalsIgnoreCase(move)) {
        return kind;
      }
    }
    throw Actions.unknown();
  }

  private Which which(
      Which.@Nullable View view,
      @Nullable String organization,
      @Nullable Integer area,
      @Nullable Verb verb,
      int page) {
    return new Which(
        view == null ? Which.View.OPEN : view,
        organization == null || organization.isBlank() ? null : organization,
        area,
        verb,
        null,
        Math.max(1, page));
  }

  private static boolean watches(Role role) {
    return role == Role.ANALYST || role == Role.FACILITATOR || role == Role.DIRECTOR;
  }
}
