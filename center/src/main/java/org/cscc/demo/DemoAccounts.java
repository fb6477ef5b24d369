package org.cscc.demo;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Agreements;
import org.cscc.access.Dataset;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.kernel.ReviewWeek;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The accounts of a demo, with passwords that everybody may know: only synthetic data is there. */
@Component
@Order(10)
class DemoAccounts implements DemoPart {
  /** Teams of the facilitator that people sign in as first. */
  static final Set<String> WEST =
      Set.of("north-lawndale", "west-garfield-park", "east-garfield-park");

  private static final Set<String> ELSEWHERE =
      Set.of(
          "auburn-gresham",
          "austin",
          "chicago-lawn",
          "englewood",
          "greater-grand-crossing",
          "humboldt-park",
          "little-village-douglas-park",
          "new-city",
          "roseland",
          "south-lawndale",
          "south-shore",
          "west-englewood",
          "west-pullman");

  private static final List<DemoAccount> ALL =
      List.of(
          new DemoAccount("facilitator", "Demo Facilitator", Role.FACILITATOR, "MOCS", WEST),
          new DemoAccount("analyst", "Demo Analyst", Role.ANALYST, "MOCS", Set.of()),
          new DemoAccount("director", "Demo Director", Role.DIRECTOR, "MOCS", Set.of()),
          new DemoAccount("liaison", "Demo Streets Liaison", Role.DEPARTMENT_LIAISON, "DSS", WEST),
          new DemoAccount(
              "transportation",
              "Demo Transportation Liaison",
              Role.DEPARTMENT_LIAISON,
              "CDOT",
              WEST),
          new DemoAccount(
              "outreach", "Demo Outreach", Role.OUTREACH, "CDPH", Set.of("north-lawndale")),
          new DemoAccount(
              "representative",
              "Demo Representative",
              Role.REPRESENTATIVE,
              "MOCS",
              Set.of("north-lawndale")),
          new DemoAccount("police", "Demo Police Liaison", Role.POLICE_LIAISON, "CPD", WEST),
          new DemoAccount(
              "coordinator",
              "Demo Facilitator of the Other Teams",
              Role.FACILITATOR,
              "MOCS",
              ELSEWHERE),
          new DemoAccount(
              "privacy", "Demo Privacy Officer", Role.PRIVACY_OFFICER, "MOCS", Set.of()),
          new DemoAccount(
              "administrator", "Demo Administrator", Role.ADMINISTRATOR, "MOCS", Set.of()),
          new DemoAccount("advocate", "Demo Advocate", Role.ADVOCATE, "DFSS", Set.of()),
          new DemoAccount("reviewer", "Demo Reviewer", Role.REVIEWER, "MOCS", Set.of()));

  private final Accounts accounts;
  private final Acknowledgements acknowledgements;
  private final Agreements agreements;
  private final Clock clock;

  DemoAccounts(
      Accounts accounts, Acknowledgements acknowledgements, Agreements agreements, Clock clock) {
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** An account of the demo. */
  record DemoAccount(
      String name, String displayName, Role role, String organization, Set<String> teams) {
    String password() {
      return name + "-demo-city";
    }
  }

  /** The demo's accounts that are still there, in the order in which people try them. */
  List<DemoAccount> known() {
    Set<String> names = accounts.all().stream().map(Account::name).collect(toSet());
    return ALL.stream().filter(account -> names.contains(account.name())).toList();
  }

  /** Adds those that are missing. */
  @Override
  public void begin(long seed) {
    Set<String> names = accounts.all().stream().map(Account::name).collect(toSet());
    for (DemoAccount account : ALL) {
      if (!names.contains(account.name())) {
        accounts.add(
            account.name(),
            account.displayName(),
            account.role(),
            Seats.in(account.organization(), account.teams()),
            account.password());
      }
    }
  }

  /** What people sign before they sit at the table, signed on the demo's first day. */
  @Override
  public void onTheDay(ZonedDateTime now) {
    ALL.forEach(account -> acknowledgements.acknowledgedOnPaper(account.name()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
    if (!agreements.any()) {
      LocalDate last = today.plusYears(2);
      agreements.inForceForDemo(
          Set.of("DSS", "CDPH", "CPD"),
          Set.of(Dataset.INCIDENTS, Dataset.PATTERNS, Dataset.PACKETS),
          today,
          last);
      // One way: what outreach says of tension and links is shared with outreach only.
      agreements.inForceForDemo(Set.of("CDPH"), Set.of(Dataset.TENSION), today, last);
      agreements.inForceForDemo(
          Set.of("CDPH", "DFSS"), Set.of(Dataset.REFERRALS), today.minusMonths(3), last);
    }
  }
}
