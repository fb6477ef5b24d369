package org.cscc.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the house. */
@Component
public class Accounts implements UserDetailsService {
  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final AuditTrail trail;
  private final OneWay oneWay;

  Accounts(
      JdbcClient jdbc, PasswordEncoder passwords, Clock clock, AuditTrail trail, OneWay oneWay) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
    this.trail = trail;
    this.oneWay = oneWay;
  }

  /**
   * Adds an account.
   *
   * @param name sign-in name, kept in lower case
   * @throws Refused when the name is taken or not usable, R-ACCESS-11 when the organization is one
   *     of the police and the role is another one
   */
  @Transactional
  public UUID add(String name, String displayName, Role role, Seats seats, String password) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    if (!key.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
      throw new Refused(Refused.Kind.INVALID, "R-ACCESS-04", "access.refused.name", name);
    }
    oneWay.check(role, seats);
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(
                """
                insert into access.account
                  (id, name, display_name, role, organization, household, password_hash, created_at)
                values (:id, :name, :shown, :role, :organization, :household, :hash, :now)
                on conflict (name) do nothing
                """)
            .param("id", id)
            .param("name", key)
            .param("shown", displayName)
            .param("role", role.name())
            .param("organization", seats.organization())
            .param("household", seats.household())
            .param("hash", passwords.encode(password))
            .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
            .update();
    if (added == 0) {
      throw new Refused(Refused.Kind.CONFLICT, "R-ACCESS-05", "access.refused.taken", key);
    }
    sit(id, seats);
    trail.note(AuditNote.change(Deed.CREATE, "account", key, null, words(role, seats)));
    return id;
  }

  /** Adds an account that sits in an organization and in teams. */
  @Transactional
  public UUID add(
      String name,
      String displayName,
      Role role,
      String organization,
      Set<String> teams,
      String password) {
    return add(name, displayName, role, Seats.in(organization, teams), password);
  }

  private static String words(Role role, Seats seats) {
    return role + " " + seats.organization() + " " + new TreeSet<>(seats.teams());
  }

  private void sit(UUID id, Seats seats) {
    for (String team : seats.teams()) {
      jdbc.sql("insert into access.account_team (account_id, team) values (?, ?)")
          .params(id, team)
          .update();
    }
    for (int area : seats.areas()) {
      jdbc.sql("insert into access.account_area (account_id, area) values (?, ?)")
          .params(id, area)
          .update();
    }
  }

  /**
   * Gives an account another role and other seats. Its sessions end with their next request.
   *
   * @throws Refused R-ACCESS-10 when there is no such account, R-ACCESS-11 as for a new one
   */
  @Transactional
  public void change(String name, Role role, Seats seats) {
    oneWay.check(role, seats);
    SignedIn before = found(name);
    UUID id = before.id();
    jdbc.sql(
            """
            update access.account
            set role = :role, organization = :organization, household = :household where id = :id
            """)
        .param("role", role.name())
        .param("organization", seats.organization())
        .param("household", seats.household())
        .param("id", id)
        .update();
    jdbc.sql("delete from access.account_team where account_id = ?").param(id).update();
    jdbc.sql("delete from access.account_area where account_id = ?").param(id).update();
    sit(id, seats);
    endSessions(id);
    String was = words(before.role(), before.seats());
    trail.note(AuditNote.change(Deed.CHANGE, "account", name, was, words(role, seats)));
  }

  private int endSessions(UUID id) {
    return jdbc.sql("delete from access.session where account_id = ?").param(id).update();
  }

  /**
   * Signs an account out everywhere; it may sign in again.
   *
   * @return how many sessions ended
   * @throws Refused R-ACCESS-10 when there is no such account
   */
  @Transactional
  public int signOut(String name) {
    SignedIn account = found(name);
    int ended = endSessions(account.id());
    trail.note(AuditNote.of(Deed.REMOVE, "session", account.name(), ended));
    return ended;
  }

  /**
   * Signs everybody out, such as after a leak.
   *
   * @return how many sessions ended
   */
  @Transactional
  public int signEverybodyOut() {
    int ended = jdbc.sql("delete from access.session").update();
    trail.note(AuditNote.of(Deed.REMOVE, "session", "all", ended));
    return ended;
  }

  /**
   * Ends an account: no sign-in, no token, and open sessions end with their next request. The row
   * stays, because what the person did stays written down.
   *
   * @throws Refused R-ACCESS-10 when there is no such account
   */
  @Transactional
  public void end(String name) {
    SignedIn before = found(name);
    UUID id = before.id();
    jdbc.sql("update access.account set disabled_at = ? where id = ?")
        .params(OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC), id)
        .update();
    jdbc.sql("delete from access.api_token where account_id = ?").param(id).update();
    jdbc.sql("delete from access.invitation where account_id = ?").param(id).update();
    jdbc.sql("update access.emergency set ended_at = ? where account_id = ? and ended_at is null")
        .params(OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC), id)
        .update();
    endSessions(id);
    String was = words(before.role(), before.seats());
    trail.note(AuditNote.change(Deed.REMOVE, "account", before.name(), was, null));
  }

  /** Notes that somebody has just shown who they are, for those who review accounts. */
  public void seen(UUID id) {
    jdbc.sql("update access.account set last_sign_in_at = ? where id = ?")
        .params(OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC), id)
        .update();
  }

  /** All accounts that may sign in, by name. */
  public List<Account> all() {
    return jdbc.sql(
            """
            select id, name, display_name, role, organization, created_at
            from access.account where disabled_at is null order by name
            """)
        .query(DataClassRowMapper.newInstance(Account.class))
        .list();
  }

  /** Accounts with a seat in a team that may sign in, by name. */
  public List<Account> seatedIn(String team) {
    return jdbc.sql(
            """
            select a.id, a.name, a.display_name, a.role, a.organization, a.created_at
            from access.account a join access.account_team t on t.account_id = a.id
            where t.team = ? and a.disabled_at is null order by a.name
            """)
        .param(team)
        .query(DataClassRowMapper.newInstance(Account.class))
        .list();
  }

  /** Removes every account, when a demo home is emptied for real data. */
  @Transactional
  public void removeAll() {
    int gone = jdbc.sql("delete from access.account").update();
    trail.note(AuditNote.of(Deed.REMOVE, "account", "all", gone));
    jdbc.sql("delete from access.agreement").update();
  }

  private SignedIn found(String name) {
    try {
      return byName(name);
    } catch (UsernameNotFoundException e) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-ACCESS-10", "access.refused.unknown", name);
    }
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    return byName(name);
  }

  /**
   * The account with a sign-in name.
   *
   * @throws UsernameNotFoundException when there is none that may sign in
   */
  public SignedIn byName(String name) {
    return jdbc.sql(
            "select "
                + SignedInRow.COLUMNS
                + " from access.account a where a.name = ? and a.disabled_at is null")
        .param(name.strip().toLowerCase(Locale.ROOT))
        .query((row, number) -> SignedInRow.read(row))
        .optional()
        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }
}
