package org.cscc.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.directory.FirstLevel;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.stereotype.Component;

/** Who is told when a commitment moves; codes and numbers go out, never its words. */
@Component
class Told {
  private static final String LIST = "/actions";
  private final Notices notices;
  private final Accounts accounts;
  private final FirstLevel firstLevel;

  Told(Notices notices, Accounts accounts, FirstLevel firstLevel) {
    this.notices = notices;
    this.accounts = accounts;
    this.firstLevel = firstLevel;
  }

  /** Tells those whom a move concerns, and never the one who made it. */
  void moved(ActionItem before, Move move, Actor actor) {
    switch (move) {
      case Move.Assign wish -> tell("assigned", before, List.of(wish.account()), actor);
      case Move.Reassign wish -> tell("assigned", before, List.of(wish.account()), actor);
      case Move.Decline wish -> tell("declined", before, List.of(before.createdBy()), actor);
      case Move.Block wish -> tell("blocked", before, liaisons(wish.unblocks()), actor);
      case Move.Verify wish -> tell("verified", before, owner(before), actor);
      case Move.Reopen wish -> tell("reopened", before, owner(before), actor);
      case Move.Merge wish -> tell("merged", before, List.of(before.createdBy()), actor);
      case Move.Escalate wish ->
          raised(
              List.of(
                  new EscalationClock.Raised(
                      String.valueOf(before.ownerOrg()),
                      String.valueOf(before.ownerAccount()),
                      before.level() + 1,
                      1)));
      case Move.Accept wish -> {}
      case Move.Start wish -> {}
      case Move.Unblock wish -> {}
      case Move.Claim wish -> {}
      case Move.Sample wish -> {}
    }
  }

  /**
   * Tells the organization's supervisor and liaisons of level 1, the director of level 2, the
   * steering committee of level 3: each person once a batch, with how many.
   */
  void raised(List<EscalationClock.Raised> raised) {
    if (raised.isEmpty()) {
      return;
    }
    List<Account> all = accounts.all();
    Map<String, FirstLevel.Of> first =
        firstLevel.of(
            raised.stream().map(EscalationClock.Raised::organization).distinct().toList());
    Map<String, Integer> counts = new TreeMap<>();
    for (EscalationClock.Raised one : raised) {
      FirstLevel.Of level = first.get(one.organization());
      Set<String> supervising = level == null || one.level() > 1 ? Set.of() : level.accounts();
      for (String person : concerned(all, one, supervising)) {
        counts.merge(
            person + "|" + one.organization() + "|" + one.level(), one.items(), Integer::sum);
      }
    }
    List<Notice> written = new ArrayList<>();
    counts.forEach(
        (key, items) -> {
          String[] part = key.split("\\|", -1);
          written.add(
              new Notice(
                  "actions.notice.raised",
                  part[0],
                  List.of(Integer.toString(items), part[1], part[2]),
                  LIST,
                  false,
                  null));
        });
    notices.post(written);
  }

  private static Set<String> concerned(
      List<Account> all, EscalationClock.Raised one, Set<String> supervising) {
    Set<String> concerned = new TreeSet<>(supervising);
    concerned.add(one.account());
    all.stream()
        .filter(
            person ->
                switch (person.role()) {
                  case DEPARTMENT_LIAISON -> person.organization().equals(one.organization());
                  case DIRECTOR -> one.level() >= 2;
                  case STEERING -> one.level() >= 3;
                  default -> false;
                })
        .map(Account::name)
        .forEach(concerned::add);
    return concerned;
  }

  private List<String> liaisons(String organization) {
    return accounts.all().stream()
        .filter(a -> a.role() == Role.DEPARTMENT_LIAISON && a.organization().equals(organization))
        .map(Account::name)
        .toList();
  }

  /** Who owes it; when the account has left, those who answer for the organization. */
  private List<String> owner(ActionItem item) {
    String account = item.ownerAccount();
    String organization = item.ownerOrg();
    if (account == null || organization == null) {
      return List.of();
    }
    boolean there =
        accounts.all().stream()
            .anyMatch(a -> a.name().equals(account) && a.organization().equals(organization));
    return there ? List.of(account) : liaisons(organization);
  }

  private void tell(String what, ActionItem item, List<String> people, Actor actor) {
    List<Notice> written = new ArrayList<>();
    for (String person : people) {
      if (!person.equals(actor.account()) && !person.equals("system")) {
        written.add(
            new Notice(
                "actions.notice." + what,
                person,
                List.of(item.code()),
                LIST + "/items/" + item.code(),
                item.priority() == Priority.P1,
                null));
      }
    }
    notices.post(written);
  }
}
