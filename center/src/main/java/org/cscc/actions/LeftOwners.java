package org.cscc.actions;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * R-HRIT-04 when the named account has left: its organization and the facilitators who can give the
 * items to somebody else are told, each once, with how many. However the account came to end, and
 * also when it only changed its organization or its role, this is found by looking.
 */
@Component
class LeftOwners {
  private final JdbcClient jdbc;
  private final OwnerRule owners;
  private final Accounts accounts;
  private final Notices notices;

  LeftOwners(JdbcClient jdbc, OwnerRule owners, Accounts accounts, Notices notices) {
    this.jdbc = jdbc;
    this.owners = owners;
    this.accounts = accounts;
    this.notices = notices;
  }

  /** How many items of a team an account still owes in an organization where it answers no more. */
  record Owing(String account, String organization, String team, int items) {}

  /** Tells about every owner who has left; to tell it twice tells nothing new. */
  @Transactional
  public void run() {
    List<Owing> left =
        jdbc.sql(
                """
                select i.owner_account as account, i.owner_org as organization,
                  coalesce(i.team, '') as team, count(*)::int as items
                from actions.item i where\s"""
                    + ItemReads.LEFT
                    + " group by 1, 2, 3 order by 1, 2, 3")
            .param("standing", owners.standing())
            .query(DataClassRowMapper.newInstance(Owing.class))
            .list();
    if (left.isEmpty()) {
      return;
    }
    Map<String, List<Account>> answering =
        owners.answering().stream().collect(groupingBy(Account::organization));
    Map<String, Set<String>> facilitators = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Owing one : left) {
      Set<String> people = new TreeSet<>();
      answering
          .getOrDefault(one.organization(), List.of())
          .forEach(person -> people.add(person.name()));
      people.addAll(facilitators.computeIfAbsent(one.team(), this::facilitators));
      for (String person : people) {
        counts.merge(
            String.join("|", person, one.organization(), one.account()), one.items(), Integer::sum);
      }
    }
    List<Notice> written = new ArrayList<>();
    counts.forEach(
        (key, items) -> {
          String[] part = key.split("\\|", -1);
          written.add(
              new Notice(
                  "actions.notice.left",
                  part[0],
                  List.of(Integer.toString(items), part[1]),
                  "/actions?view=" + Which.View.LEFT,
                  false,
                  "actions-owner-left:" + key));
        });
    notices.post(written);
  }

  /** Who can give an item of a team to somebody else; of no team, the director sees to it. */
  private Set<String> facilitators(String team) {
    Set<String> names = new TreeSet<>();
    (team.isEmpty() ? accounts.all() : accounts.seatedIn(team))
        .stream()
            .filter(one -> one.role() == (team.isEmpty() ? Role.DIRECTOR : Role.FACILITATOR))
            .forEach(one -> names.add(one.name()));
    return names;
  }
}
