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

  Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock, AuditTrail trail) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
    this.trail = trail;
  }

  /**
   * Adds an account.
   *
   * @param name sign-in name, kept in lower case
   * @param teams codes of the teams the person has a seat in
   * @throws Refused when the name is taken or not usable
   */
  @Transactional
  public UUID add(
      String name,
      String displayName,
      Role role,
      String organization,
      Set<String> teams,
      String password) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    if (!key.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
      throw new Refused(Refused.Kind.INVALID, "R-ACCESS-04", "access.refused.name", name);
    }
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(
                """
                insert into access.account
                  (id, name, display_name, role, organization, password_hash, created_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (name) do nothing
                """)
            .params(
                id,
                key,
                displayName,
                role.name(),
                organization,
                passwords.encode(password),
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
            .update();
    if (added == 0) {
      throw new Refused(Refused.Kind.CONFLICT, "R-ACCESS-05", "access.refused.taken", key);
    }
    for (String team : teams) {
      jdbc.sql("insert into access.account_team (account_id, team) values (?, ?)")
          .params(id, team)
          .update();
    }
    trail.note(
        AuditNote.change(
            Deed.CREATE,
            "account",
            key,
            null,
            role + " " + organization + " " + new TreeSet<>(teams)));
    return id;
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

  /** Removes every account, when a demo home is emptied for real data. */
  @Transactional
  public void removeAll() {
    int gone = jdbc.sql("delete from access.account").update();
    trail.note(AuditNote.of(Deed.REMOVE, "account", "all", gone));
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
