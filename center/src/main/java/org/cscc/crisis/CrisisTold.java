package org.cscc.crisis;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
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
  private static final Set<Role> ON_DUTY = Set.of(Role.FACILITATOR, Role.DIRECTOR);

  private final Notices notices;
  private final Accounts accounts;
  private final Teams teams;
  private final Areas areas;
  private final OnCallList onCall;
  private final Clock clock;

  CrisisTold(
      Notices notices,
      Accounts accounts,
      Teams teams,
      Areas areas,
      OnCallList onCall,
      Clock clock) {
    this.notices = notices;
    this.accounts = accounts;
    this.teams = teams;
    this.areas = areas;
    this.onCall = onCall;
    this.clock = clock;
  }

  /** An activation was opened: the teams of its area, and whoever is on duty. */
  void opened(Activation activation) {
    tell("opened", activation, leading(activation));
  }

  /** An organization was called. */
  void called(Activation activation, String organization) {
    tell("called", activation, of(organization));
  }

  /** Nobody is on call for the area: the teams, whoever is on duty, and the director. */
  void nobody(Activation activation) {
    tell(
        "nobody",
        activation,
        Stream.concat(leading(activation).stream(), directors().stream()).toList());
  }

  /**
   * An organization can not come.
   *
   * @param followed whether somebody who stands behind it was called instead
   * @param above whether the director hears of it, too
   */
  void unable(Activation activation, String organization, boolean followed, boolean above) {
    Set<String> people = new LinkedHashSet<>(leading(activation));
    if (above) {
      people.addAll(directors());
    }
    List<Notice> written = new ArrayList<>();
    for (String person : people) {
      written.add(
          notice(
              followed ? "unable-followed" : "unable",
              activation,
              person,
              List.of(activation.code(), organization)));
    }
    notices.post(written);
  }

  /** A clock ran out. */
  void lapsed(Activation activation, Lapse.Kind clock, boolean steered) {
    List<String> people = new ArrayList<>(leading(activation));
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
    Set<String> people = new LinkedHashSet<>(leading(activation));
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

  /**
   * The teams of its area, and whoever is on duty for the center. Where no team has a seat and the
   * list names no account, the directors: somebody has to hear it.
   */
  private List<String> leading(Activation activation) {
    List<String> people = new ArrayList<>(table(activation));
    List<OnCallTurn> turns = dutyTurns();
    people.addAll(named(turns));
    return people.isEmpty() && !turns.isEmpty() ? directors() : people;
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

  private List<OnCallTurn> dutyTurns() {
    Instant now = clock.instant();
    return onCall.between(now, now).stream()
        .filter(turn -> turn.duty() == OnCallTurn.Duty.DUTY_OFFICER)
        .toList();
  }

  /** Accounts that the turns name; who reaches the activation by it is decided by access. */
  private List<String> named(List<OnCallTurn> turns) {
    return turns.isEmpty()
        ? List.of()
        : accounts.all().stream()
            .filter(account -> ON_DUTY.contains(account.role()))
            .filter(account -> turns.stream().anyMatch(turn -> names(turn, account)))
            .map(Account::name)
            .toList();
  }

  private static boolean names(OnCallTurn turn, Account account) {
    return !turn.name().isBlank()
        && turn.organization().equals(account.organization())
        && turn.name().strip().equalsIgnoreCase(account.displayName().strip());
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
