package org.cscc.crisis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.directory.Teams;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.cscc.places.Areas;
import org.springframework.stereotype.Component;

/**
 * Who is told what. A notice names the area and the code, and nothing of what happened: it is read
 * on a locked phone. No police liaison is told anything.
 */
@Component
class CrisisTold {
  private static final Set<Role> OF_ORGANIZATIONS =
      Set.of(Role.OUTREACH, Role.ADVOCATE, Role.DEPARTMENT_LIAISON);
  private static final Set<Role> AT_THE_TABLE = Set.of(Role.FACILITATOR, Role.REPRESENTATIVE);

  private final Notices notices;
  private final Accounts accounts;
  private final Teams teams;
  private final Areas areas;

  CrisisTold(Notices notices, Accounts accounts, Teams teams, Areas areas) {
    this.notices = notices;
    this.accounts = accounts;
    this.teams = teams;
    this.areas = areas;
  }

  /** An activation was opened: the teams of its area. */
  void opened(Activation activation) {
    tell("opened", activation, table(activation));
  }

  /** An organization was called. */
  void called(Activation activation, String organization) {
    tell("called", activation, of(organization));
  }

  /** Nobody is on call for the area: the teams and the director. */
  void nobody(Activation activation) {
    tell(
        "nobody",
        activation,
        Stream.concat(table(activation).stream(), directors().stream()).toList());
  }

  /** An organization can not come. */
  void unable(Activation activation, String organization) {
    List<Notice> written = new ArrayList<>();
    for (String person : table(activation)) {
      written.add(notice("unable", activation, person, List.of(activation.code(), organization)));
    }
    notices.post(written);
  }

  /** A clock ran out. */
  void lapsed(Activation activation, Lapse.Kind clock, boolean steered) {
    List<String> people = new ArrayList<>(table(activation));
    if (steered) {
      people.addAll(directors());
    }
    tell("late." + clock.name().toLowerCase(Locale.ROOT), activation, people);
  }

  /**
   * Reasons were taken back: everybody who was called hears it, too.
   *
   * @param last whether none is left
   * @param doubted whether somebody is out, so that whoever leads it has to decide
   */
  void retracted(Activation activation, boolean last, boolean doubted) {
    Set<String> people = new LinkedHashSet<>(table(activation));
    activation.parties().forEach(party -> people.addAll(of(party.organization())));
    tell(
        doubted ? "doubted" : last ? "retracted" : "reason-retracted",
        activation,
        List.copyOf(people));
  }

  /** It is over: everybody who was called. */
  void stoodDown(Activation activation) {
    Set<String> people = new LinkedHashSet<>();
    activation.parties().forEach(party -> people.addAll(of(party.organization())));
    tell("stood-down", activation, List.copyOf(people));
  }

  private List<String> table(Activation activation) {
    Set<String> people = new LinkedHashSet<>();
    teams.all().stream()
        .filter(team -> team.areaNumbers().contains(activation.area()))
        .flatMap(team -> accounts.seatedIn(team.code()).stream())
        .filter(account -> AT_THE_TABLE.contains(account.role()))
        .map(Account::name)
        .forEach(people::add);
    return List.copyOf(people);
  }

  private List<String> of(String organization) {
    return accounts.all().stream()
        .filter(account -> account.organization().equals(organization))
        .filter(account -> OF_ORGANIZATIONS.contains(account.role()))
        .map(Account::name)
        .toList();
  }

  private List<String> directors() {
    return accounts.all().stream()
        .filter(account -> account.role() == Role.DIRECTOR)
        .map(Account::name)
        .toList();
  }

  private void tell(String what, Activation activation, List<String> people) {
    List<Notice> written = new ArrayList<>();
    for (String person : new LinkedHashSet<>(people)) {
      written.add(
          notice(
              what, activation, person, List.of(activation.code(), areas.name(activation.area()))));
    }
    notices.post(written);
  }

  private static Notice notice(
      String what, Activation activation, String person, List<String> words) {
    return new Notice(
        "crisis.notice." + what, person, words, "/crisis/" + activation.code(), true, null);
  }
}
