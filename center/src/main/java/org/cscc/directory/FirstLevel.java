package org.cscc.directory;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.directory.Contacts.Supervisor;
import org.springframework.stereotype.Component;

/**
 * Level 1 of what is late: the supervisor whom the directory names for the organization that owes
 * it. A supervisor who signs in by that name is told; else those who answer for the organization.
 */
@Component
public class FirstLevel {
  private static final Set<Role> ANSWERING =
      EnumSet.of(Role.DEPARTMENT_LIAISON, Role.OUTREACH, Role.ADVOCATE);

  private final Contacts contacts;
  private final Accounts accounts;

  FirstLevel(Contacts contacts, Accounts accounts) {
    this.contacts = contacts;
    this.accounts = accounts;
  }

  /**
   * Level 1 of an organization.
   *
   * @param supervisors as the directory names them today; empty when it names none
   * @param accounts sign-in names of those who are told
   * @param signsIn whether these are the supervisors
   */
  public record Of(List<Supervisor> supervisors, Set<String> accounts, boolean signsIn) {
    /** The supervisors with their numbers. */
    public String line() {
      return supervisors.stream()
          .map(one -> one.phone().isEmpty() ? one.name() : one.name() + " (" + one.phone() + ")")
          .collect(joining(", "));
    }
  }

  /** Level 1 of each of some organizations; two statements, however many there are. */
  public Map<String, Of> of(Collection<String> organizations) {
    List<Account> all = accounts.all();
    Map<String, List<Supervisor>> named = contacts.supervisors(organizations);
    Map<String, Of> levels = new TreeMap<>();
    for (String organization : organizations) {
      levels.put(organization, of(organization, named.getOrDefault(organization, List.of()), all));
    }
    return levels;
  }

  private static Of of(String organization, List<Supervisor> named, List<Account> all) {
    List<Account> own =
        all.stream().filter(person -> person.organization().equals(organization)).toList();
    Set<String> signingIn =
        own.stream()
            .filter(person -> named.stream().anyMatch(one -> same(one, person)))
            .map(Account::name)
            .collect(toUnmodifiableSet());
    Set<String> answering =
        own.stream()
            .filter(person -> ANSWERING.contains(person.role()))
            .map(Account::name)
            .collect(toUnmodifiableSet());
    return new Of(named, signingIn.isEmpty() ? answering : signingIn, !signingIn.isEmpty());
  }

  /** The directory holds names and numbers, not accounts: within one organization a name is one. */
  private static boolean same(Supervisor named, Account person) {
    return named.name().strip().equalsIgnoreCase(person.displayName().strip());
  }
}
