package org.cscc.crisis;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.cscc.home.MovableClock;
import org.cscc.reviews.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A night on which something may happen in Englewood, with people who can be called. */
@TestConfiguration(proxyBeanMethods = false)
class Night {
  static final int ENGLEWOOD = 68;

  private final JdbcClient jdbc;
  private final Records records;
  private final Accounts accounts;
  private final MovableClock clock;

  Night(JdbcClient jdbc, Records records, Accounts accounts, MovableClock clock) {
    this.jdbc = jdbc;
    this.records = records;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Takes everything away. */
  void clear() {
    records.clear();
    jdbc.sql(
            """
            truncate crisis.activation, crisis.reason, crisis.party, crisis.plan_line,
              crisis.lesson, crisis.lapse, crisis.step, crisis.once, directory.on_call
            """)
        .update();
    jdbc.sql("update crisis.looked set last_change = null").update();
    jdbc.sql("truncate notices.notice cascade").update();
  }

  /** Outreach and help for survivors are on call for an area, with a back-up of another house. */
  void onCall(int area) {
    turn("OUTREACH", area, false, "CDPH");
    turn("VICTIM_SERVICES", area, false, "DFSS");
    turn("OUTREACH", area, true, "CPL");
  }

  void turn(String duty, @Nullable Integer area, boolean backUp, String organization) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into directory.on_call
              (id, duty, area, back_up, organization, phone, starts_at, ends_at)
            values (?, ?, ?, ?, ?, '312-555-0100', ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(duty)
        .param(area)
        .param(backUp)
        .param(organization)
        .param(now.minusDays(30))
        .param(now.plusDays(60))
        .update();
  }

  /** The center's list says who is duty officer for the whole city. */
  void duty(String displayName) {
    turn("DUTY_OFFICER", null, false, "MOCS");
    jdbc.sql("update directory.on_call set name = ? where duty = 'DUTY_OFFICER'")
        .param(displayName)
        .update();
  }

  /** Everybody's turn is over now. */
  void turnsEnd() {
    jdbc.sql("update directory.on_call set ends_at = ?")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The house's clock goes on. */
  void later(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  Instant now() {
    return clock.instant();
  }

  /** A new account; its password is its name with {@code -password} behind. */
  String add(Role role, String organization, String... teams) {
    return named("Somebody", role, organization, teams);
  }

  /** The same, by the name that the pages call the person. */
  String named(String displayName, Role role, String organization, String... teams) {
    String name = "c-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name, displayName, role, Seats.in(organization, Set.of(teams)), name + "-password");
    return name;
  }

  /** Lets the thread be somebody until told otherwise. */
  void be(String name) {
    SignedIn person = accounts.byName(name);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()));
  }

  static void beNobody() {
    SecurityContextHolder.clearContext();
  }

  /** Kinds of the notices of somebody, in the order of their words. */
  List<String> told(String account) {
    return jdbc.sql("select kind from notices.notice where recipient = ? order by kind")
        .param(account)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** The kinds of the reasons that hold, and those that were struck with a minus. */
  List<String> reasons() {
    return jdbc.sql(
            """
            select case when struck_at is null then '' else '-' end || kind from crisis.reason
            order by 1
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  String state() {
    return jdbc.sql("select state from crisis.activation").query(String.class).single();
  }
}
