package org.cscc.weekend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Agreements;
import org.cscc.access.Dataset;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.cscc.home.MovableClock;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Made-up rows, people and hours around the weekend of Friday, November 20, 2026. */
@TestComponent
class Town {
  static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  static final int AUSTIN = 25;
  static final int ENGLEWOOD = 68;

  private final JdbcClient jdbc;
  private final MovableClock clock;
  private final Accounts accounts;
  private final Acknowledgements acknowledgements;
  private final Agreements agreements;
  private int count;

  Town(
      JdbcClient jdbc,
      MovableClock clock,
      Accounts accounts,
      Acknowledgements acknowledgements,
      Agreements agreements) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    this.agreements = agreements;
  }

  /** Takes everything away and sets the clock to the Friday's noon. */
  void clear() {
    jdbc.sql(
            """
            truncate weekend.gathering, weekend.step, weekend.plan, weekend.flash, weekend.once,
              directory.on_call, notices.notice, notices.delivery, reviews.meeting,
              reviews.meeting_step, reviews.entry, reviews.minutes
            """)
        .update();
    jdbc.sql("truncate crisis.activation cascade").update();
    jdbc.sql("truncate incidents.import, incidents.incident cascade").update();
    jdbc.sql("update home.state set kind = 'DEMO', clock_ahead_seconds = 0").update();
    at("2026-11-20T12:00");
    if (!agreements.inForce("CDPH", Dataset.PACKETS)) {
      agreements.inForceForDemo(
          Set.of("CDPH"),
          Set.of(Dataset.PACKETS),
          LocalDate.of(2020, 1, 1),
          LocalDate.of(2099, 1, 1));
    }
  }

  /** Moves the clock of the house to a moment on the wall clock of Chicago. */
  void at(String chicago) {
    // The distance is kept in whole seconds, so that the clock stands up to one before.
    clock.set(instant(chicago).plusSeconds(1));
  }

  static Instant instant(String chicago) {
    LocalDateTime at = LocalDateTime.parse(chicago);
    return WallClock.at(at.toLocalDate(), at.toLocalTime());
  }

  /** A new account; its password is its name with {@code -password} behind. */
  String add(Role role, String organization, String... teams) {
    String name = "w-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", role, Seats.in(organization, Set.of(teams)), name + "-password");
    acknowledgements.acknowledgedOnPaper(name);
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

  void onCall(String duty, @Nullable Integer area, String organization, String from, String until) {
    jdbc.sql(
            """
            insert into directory.on_call
              (id, duty, area, back_up, organization, name, phone, starts_at, ends_at)
            values (?, ?, ?, false, ?, 'Marisol Vega', '312-555-0120', ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(duty)
        .param(area)
        .param(organization)
        .param(utc(instant(from)))
        .param(utc(instant(until)))
        .update();
  }

  /** What a team wrote down in its review as coming. */
  void expected(String team, String on, String kind, String note) {
    UUID meeting = UUID.randomUUID();
    jdbc.sql(
            """
            insert into reviews.meeting
              (id, team, week, planned_at, starts_at, minutes, place, quorum, state)
            values (?, ?, ?, ?, ?, 60, '', 4, 'CLOSED')
            """)
        .params(
            meeting,
            team,
            LocalDate.parse("2026-11-08"),
            utc(instant("2026-11-18T13:00")),
            utc(instant("2026-11-18T13:00")))
        .update();
    jdbc.sql(
            """
            insert into reviews.entry
              (meeting, kind, subject, version, value, detail, note, key, by_account, by_role, at)
            values (?, 'LOOK_AHEAD', 'x', 1, ?, ?, ?, ?, 'x', 'FACILITATOR', ?)
            """)
        .params(meeting, kind, on, note, UUID.randomUUID(), utc(instant("2026-11-18T13:30")))
        .update();
  }

  /** The feed as it is known at the moment of the house's clock, two days behind. */
  void feed() {
    OffsetDateTime now = utc(clock.instant());
    jdbc.sql(
            """
            insert into incidents.import
              (id, file_name, state, requested_by, requested_at, received_at, ended_at, rows_read,
               accepted, added, first_day, last_day, data_through)
            values (?, 'week.csv', 'APPLIED', 'test', ?, ?, ?, 1, 1, 1, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            now,
            now,
            now,
            now.toLocalDate().minusDays(30),
            now.toLocalDate().minusDays(2),
            now.minusDays(2))
        .update();
  }

  /** A shooting in which one person was hit. */
  void shooting(String chicago, @Nullable Integer area, String precision, boolean killed) {
    UUID id = UUID.randomUUID();
    LocalDate on = LocalDateTime.parse(chicago).toLocalDate();
    jdbc.sql(
            """
            insert into incidents.incident
              (id, ref, occurred_at, first_seen_at, last_changed_at, occurred_on, area,
               area_stated, domestic, gunshot, serious, type, occurred_precision,
               standing, location_class, block, import)
            values (:id, :ref, :at, :now, :now, :on, :area, :area, false, true,
                    true, :type, :precision, 'COUNTED', 'STREET', '045XX W MADISON ST', :id)
            """)
        .param("id", id)
        .param("ref", "synthetic-" + ++count)
        .param("at", utc(instant(chicago)))
        .param("now", utc(clock.instant()))
        .param("on", on)
        .param("area", area)
        .param("type", killed ? "HOMICIDE" : "NONFATAL_SHOOTING")
        .param("precision", precision)
        .update();
    jdbc.sql(
            """
            insert into incidents.victimization
              (id, incident, seq, kind, fatal, age_band, occurred_at, occurred_on, area)
            values (?, ?, 1, ?, ?, 'AGE_25_34', ?, ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(id)
        .param(killed ? "HOMICIDE" : "NONFATAL_SHOOTING")
        .param(killed)
        .param(utc(instant(chicago)))
        .param(on)
        .param(area)
        .update();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
