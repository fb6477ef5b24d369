package org.cscc.access.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks at which account, and what they found. The director looks at everybody; who may approve
 * accounts is looked at by the administrator, and nobody by themselves.
 */
@Component
class AccountReviews implements Duties {
  private final JdbcClient jdbc;
  private final Access access;
  private final Accounts accounts;
  private final AuditTrail trail;
  private final Clock clock;

  AccountReviews(JdbcClient jdbc, Access access, Accounts accounts, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.accounts = accounts;
    this.trail = trail;
    this.clock = clock;
  }

  /** What somebody decides about an account. */
  enum Verdict {
    KEPT,
    TAKEN_AWAY
  }

  LocalDate today() {
    return WallClock.dayOf(clock.instant());
  }

  /** The accounts that the decision reaches: first what is due first. */
  List<ReviewedAccount> all(Decision decision) {
    decision.about(Capability.READ_ACCOUNTS);
    return read().stream()
        .filter(account -> reaches(decision, account))
        .sorted(Comparator.comparing(ReviewedAccount::due).thenComparing(ReviewedAccount::name))
        .toList();
  }

  private static boolean reaches(Decision decision, ReviewedAccount account) {
    return decision.reachesOrganization(account.organization())
        || decision.reachesAccount(account.name())
        || account.teams().stream().anyMatch(decision::reaches);
  }

  private List<ReviewedAccount> read() {
    return jdbc.sql(
            """
            select a.id, a.name, a.display_name, a.role, a.organization, a.created_at,
              a.last_sign_in_at,
              array(select t.team from access.account_team t where t.account_id = a.id order by 1)
                as teams,
              (select count(*) from access.api_token t where t.account_id = a.id
                and t.revoked_at is null and t.expires_at > ?) as tokens,
              r.at as reviewed_at, r.by_account, r.reason
            from access.account a
            left join lateral (
              select at, by_account, reason from access.account_review v
              where v.account_id = a.id order by at desc limit 1) r on true
            where a.disabled_at is null
            """)
        .param(utc())
        .query((row, number) -> account(row))
        .list();
  }

  private static ReviewedAccount account(ResultSet row) throws SQLException {
    return new ReviewedAccount(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")),
        row.getString("organization"),
        Arrays.asList((String[]) row.getArray("teams").getArray()),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("last_sign_in_at", OffsetDateTime.class),
        row.getInt("tokens"),
        row.getObject("reviewed_at", OffsetDateTime.class),
        row.getString("by_account"),
        row.getString("reason"));
  }

  /** Whether the person of the current request is the one who looks at an account. */
  boolean looksAt(ReviewedAccount account) {
    String me = access.signedIn().map(SignedIn::name).orElse("");
    return !account.name().equals(me)
        && access
            .decide(
                account.role() == Role.DIRECTOR
                    ? Capability.MANAGE_ACCOUNTS
                    : Capability.APPROVE_ACCOUNTS)
            .isPresent();
  }

  /**
   * Writes down what somebody decides about an account; one that is taken away is closed with its
   * next request.
   *
   * @param shown what the account was when the person looked at it
   * @throws Refused R-REVIEW-01 when there is none within reach, R-REVIEW-02 when somebody else
   *     looks at it, R-REVIEW-03 without a reason that is needed, R-REVIEW-04 when it changed
   */
  @Transactional
  void decide(Decision decision, UUID id, Verdict verdict, String shown, String reason) {
    ReviewedAccount account =
        all(decision).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "R-REVIEW-01", "access.refused.no-account"));
    if (!looksAt(account)) {
      throw new Refused(Refused.Kind.FORBIDDEN, "R-REVIEW-02", "access.refused.not-yours");
    }
    if (!account.standing().equals(shown)) {
      throw new Refused(Refused.Kind.CONFLICT, "R-REVIEW-04", "access.refused.account-moved");
    }
    if (reason.isBlank() && (verdict == Verdict.TAKEN_AWAY || account.unused(today()))) {
      throw new Refused(
          Refused.Kind.INVALID, "R-REVIEW-03", "access.refused.why", ReviewedAccount.UNUSED_DAYS);
    }
    write(decision, account, verdict, reason.strip());
    if (verdict == Verdict.TAKEN_AWAY) {
      accounts.end(account.name());
    }
  }

  private void write(Decision decision, ReviewedAccount account, Verdict verdict, String reason) {
    String role = access.signedIn().map(person -> person.role().name()).orElse("SYSTEM");
    jdbc.sql(
            """
            insert into access.account_review
              (id, account_id, at, by_account, by_role, verdict, standing, last_sign_in_at, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(account.id())
        .param(utc())
        .param(decision.account())
        .param(role)
        .param(verdict.name())
        .param(account.standing())
        .param(account.lastSignInAt())
        .param(reason)
        .update();
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "account-review",
            account.name(),
            account.standing(),
            verdict + (reason.isEmpty() ? "" : ": " + reason)));
  }

  /** Asks whoever looks at accounts; who watches over them is told only when it is late. */
  @Override
  public List<Duty> now() {
    boolean looks =
        access.decide(Capability.APPROVE_ACCOUNTS).isPresent()
            || access.decide(Capability.MANAGE_ACCOUNTS).isPresent();
    boolean watches = access.decide(Capability.REVIEW_EMERGENCIES).isPresent();
    if (!looks && !watches) {
      return List.of();
    }
    LocalDate today = today();
    List<ReviewedAccount> all = read();
    int late = count(all, one -> one.late(today) && (watches || looksAt(one)));
    int open = count(all, one -> one.open(today) && looksAt(one));
    if (late > 0) {
      return List.of(new Duty("accounts-late", List.of(late), "/access/review", true));
    }
    return open > 0
        ? List.of(new Duty("accounts-review", List.of(open), "/access/review", false))
        : List.of();
  }

  private static int count(List<ReviewedAccount> all, Predicate<ReviewedAccount> which) {
    return (int) all.stream().filter(which).count();
  }

  private OffsetDateTime utc() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
