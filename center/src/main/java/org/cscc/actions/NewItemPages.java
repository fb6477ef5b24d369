package org.cscc.actions;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.directory.Organizations;
import org.cscc.directory.Teams;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing down what should be done, one item or a pasted list. */
@Controller
@Requires(Capability.PROPOSE_ACTIONS)
class NewItemPages {
  private final Actions actions;
  private final Paste paste;
  private final Organizations organizations;
  private final Teams teams;
  private final Areas areas;
  private final Access access;

  NewItemPages(
      Actions actions,
      Paste paste,
      Organizations organizations,
      Teams teams,
      Areas areas,
      Access access) {
    this.actions = actions;
    this.paste = paste;
    this.organizations = organizations;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
  }

  /**
   * The form.
   *
   * @param owner organization and account with a slash between; empty when nobody owes it yet
   */
  record Form(
      @Nullable UUID key,
      @Nullable String title,
      @Nullable Verb verb,
      @Nullable Pillar pillar,
      @Nullable Priority priority,
      @Nullable Integer area,
      @Nullable String block,
      @Nullable String team,
      @Nullable String owner,
      @Nullable LocalDateTime due) {
    Proposal proposal(@Nullable String organization) {
      return new Proposal(
          title == null ? "" : title,
          verb == null ? Verb.OTHER : verb,
          pillar == null ? (verb == null ? Verb.OTHER : verb).pillar() : pillar,
          priority == null ? Priority.P3 : priority,
          "T1",
          area,
          block,
          team == null || team.isBlank() ? null : team,
          Origin.TEAM,
          null,
          organization);
    }

    private ItemForm owing() {
      return new ItemForm(
          key, null, owner, due, null, null, null, null, null, null, null, null, null, null, null,
          null);
    }
  }

  @GetMapping("/actions/new")
  String form(Decision decision, Model model) {
    boolean gives = gives();
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("verbs", Verb.values());
    model.addAttribute("pillars", Pillar.values());
    model.addAttribute("priorities", Priority.values());
    model.addAttribute(
        "areas",
        areas.all().stream()
            .filter(
                area ->
                    decision.everywhere()
                        || decision.areas().isEmpty()
                        || decision.reachesArea(area.number()))
            .sorted(Comparator.comparing(CommunityArea::name))
            .toList());
    model.addAttribute(
        "teams",
        teams.all().stream()
            .filter(team -> decision.everywhere() || decision.reaches(team.code()))
            .toList());
    model.addAttribute("people", gives ? actions.answering() : List.of());
    model.addAttribute(
        "organizations",
        organizations.all().stream()
            .filter(one -> gives || decision.reachesOrganization(one.code()))
            .toList());
    model.addAttribute("gives", gives);
    return "actions/new";
  }

  @PostMapping("/actions/new")
  String write(Decision decision, Form form) {
    ItemForm owing = form.owing();
    boolean named = form.owner() != null && form.owner().contains("/");
    ActionItem made =
        named && gives()
            ? actions.promise(
                decision,
                form.key(),
                form.proposal(owing.organization()),
                new Move.Assign(owing.organization(), owing.account(), owing.instant(), List.of()))
            : actions.propose(
                decision,
                form.key(),
                form.proposal(
                    form.owner() == null || form.owner().isBlank() ? null : owing.organization()));
    return "redirect:/actions/items/" + made.code();
  }

  @GetMapping("/actions/paste")
  String paste(Model model) {
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("text", "");
    model.addAttribute("columns", Paste.COLUMNS);
    model.addAttribute("verbs", Verb.values());
    return "actions/paste";
  }

  @PostMapping("/actions/paste")
  String pasted(
      Decision decision,
      @RequestParam(required = false) @Nullable UUID key,
      @RequestParam(defaultValue = "") String rows,
      Model model) {
    Paste.Result result = paste.take(actions.actor(decision), key, rows);
    model.addAttribute("result", result);
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("text", result.wrong().isEmpty() ? "" : rows);
    model.addAttribute("columns", Paste.COLUMNS);
    model.addAttribute("verbs", Verb.values());
    return "actions/paste";
  }

  /** Whether the person may give items to organizations at once. */
  private boolean gives() {
    Role role = access.signedIn().map(SignedIn::role).orElse(Role.PUBLIC);
    return MoveKind.ASSIGN.openTo(role);
  }
}
