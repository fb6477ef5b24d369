package org.cscc.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Agreements;
import org.cscc.access.Dataset;
import org.cscc.access.Role;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * R-HRIT-04: a commitment has exactly one accountable organization, one named account of it, and a
 * date. The organization is at the table, and where protected facts go along it has an agreement.
 */
@Component
class OwnerRule {
  static final String RULE = "R-HRIT-04";

  /** Who can answer for what an organization owes: the roles that may say yes to it. */
  private static final Set<Role> ANSWERING =
      Set.of(Role.DEPARTMENT_LIAISON, Role.OUTREACH, Role.ADVOCATE, Role.POLICE_LIAISON);

  private final Accounts accounts;
  private final Organizations organizations;
  private final Agreements agreements;
  private final String house;

  OwnerRule(
      Accounts accounts,
      Organizations organizations,
      Agreements agreements,
      @Value("${cscc.organization:MOCS}") String house) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.agreements = agreements;
    this.house = house;
  }

  /** Who may be named for the organizations at the table, by organization and name. */
  List<Account> answering() {
    return accounts.all().stream().filter(a -> ANSWERING.contains(a.role())).toList();
  }

  /** Who answers for what today, as one text: {@code account@organization}, with commas between. */
  String standing() {
    return answering().stream().map(OwnerRule::standing).collect(Collectors.joining(","));
  }

  private static String standing(Account person) {
    return person.name() + "@" + person.organization();
  }

  /**
   * Whether somebody owes an item who does not answer for its organization any more.
   *
   * @param answering as {@link #answering()} gave them
   */
  static boolean left(ActionItem item, List<Account> answering) {
    return item.state().owed()
        && answering.stream()
            .noneMatch(
                person ->
                    person.name().equals(item.ownerAccount())
                        && person.organization().equals(item.ownerOrg()));
  }

  /** Codes of the active organizations. */
  Set<String> active() {
    return organizations.all().stream().map(Organization::code).collect(Collectors.toSet());
  }

  /** What refuses an owner who is one of these; a list is checked against them in one go. */
  Optional<Refused> refusal(
      String organization,
      String account,
      Origin origin,
      Set<String> active,
      List<Account> answering) {
    if (!active.contains(organization)) {
      return refused("actions.refused.organization", organization);
    }
    if (answering.stream()
        .noneMatch(a -> a.name().equals(account) && a.organization().equals(organization))) {
      return refused("actions.refused.account", organization);
    }
    if (origin.protectedFacts()
        && !organization.equals(house)
        && !agreements.inForce(organization, Dataset.INCIDENTS)) {
      return Optional.of(
          new Refused(
              Refused.Kind.CONFLICT, "R-COO-05", "actions.refused.agreement", organization));
    }
    return Optional.empty();
  }

  /**
   * Lets only an owner pass who can answer.
   *
   * @throws Refused R-HRIT-04 or R-COO-05
   */
  void check(String organization, String account, Origin origin) {
    Refused.raise(refusal(organization, account, origin, active(), answering()));
  }

  private static Optional<Refused> refused(String key, String named) {
    return Optional.of(new Refused(Refused.Kind.INVALID, RULE, key, named));
  }
}
