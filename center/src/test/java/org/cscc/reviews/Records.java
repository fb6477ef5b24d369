package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.cscc.home.MovableClock;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes synthetic incidents as a feed would have left them, and corrects them as a later feed
 * would. It is Tuesday, November 24, 2026, 8 in the morning, and the week is that of November 15.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Records {
  static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 15));
  static final int ENGLEWOOD = 68;
  static final int WEST_ENGLEWOOD = 67;

  private final JdbcClient jdbc;
  private final MovableClock clock;
  private final Areas areas;
  private int count;

  Records(JdbcClient jdbc, MovableClock clock, Areas areas) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.areas = areas;
  }

  /** Takes everything away and sets the clock. */
  public void clear() {
    jdbc.sql("truncate reviews.packet, reviews.packet_step, reviews.deferral").update();
    jdbc.sql(
            "truncate reviews.meeting, reviews.meeting_step, reviews.entry, reviews.minutes,"
                + " reviews.tension, reviews.calendar_feed")
        .update();
    jdbc.sql("truncate incidents.import, incidents.incident cascade").update();
    jdbc.sql("truncate requests.intake cascade").update();
    jdbc.sql("update home.state set kind = 'DEMO', clock_ahead_seconds = 0").update();
    at(LocalDateTime.of(2026, 11, 24, 8, 0));
  }

  /** Moves the clock of the house to a moment on the wall clock of Chicago. */
  public void at(LocalDateTime chicago) {
    clock.set(instant(chicago));
  }

  /** A feed comes in at the moment of the house's clock; what the records say counts from now. */
  public void feed() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
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

  /** A shooting at the center of an area, with one entry for each person: true for killed. */
  public UUID shooting(String chicago, int area, boolean... killed) {
    CommunityArea place = areas.byNumber(area).orElseThrow();
    return shooting(chicago, area, place.centerLon(), place.centerLat(), killed);
  }

  /** A shooting half-way between the centers of two areas, counted in the first. */
  UUID shootingOnTheBorder(String chicago, int area, int other, boolean... killed) {
    CommunityArea one = areas.byNumber(area).orElseThrow();
    CommunityArea two = areas.byNumber(other).orElseThrow();
    return shooting(
        chicago,
        area,
        (one.centerLon() + two.centerLon()) / 2,
        (one.centerLat() + two.centerLat()) / 2,
        killed);
  }

  public UUID shooting(String chicago, int area, double lon, double lat, boolean... killed) {
    UUID id = UUID.randomUUID();
    LocalDateTime at = LocalDateTime.parse(chicago);
    boolean fatal = false;
    for (boolean one : killed) {
      fatal |= one;
    }
    jdbc.sql(
            """
            insert into incidents.incident
              (id, ref, occurred_at, first_seen_at, last_changed_at, lon, lat, occurred_on, area,
               area_stated, area_computed, domestic, gunshot, serious, type, occurred_precision,
               standing, location_class, block, import)
            values (:id, :ref, :at, :now, :now, :lon, :lat, :on, :area, :area, :area, false, true,
                    true, :type, 'MINUTE', 'COUNTED', 'STREET', :block, :id)
            """)
        .param("id", id)
        .param("ref", "synthetic-" + ++count)
        .param("at", instant(at).atOffset(ZoneOffset.UTC))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("lon", lon)
        .param("lat", lat)
        .param("on", at.toLocalDate())
        .param("area", area)
        .param("type", fatal ? "HOMICIDE" : "NONFATAL_SHOOTING")
        .param("block", "%03dXX S SYNTHETIC AVE".formatted(count))
        .update();
    for (int seq = 1; seq <= killed.length; seq++) {
      person(id, seq, killed[seq - 1], at, area);
    }
    return id;
  }

  private void person(UUID incident, int seq, boolean killed, LocalDateTime at, int area) {
    jdbc.sql(
            """
            insert into incidents.victimization
              (id, incident, seq, kind, fatal, age_band, occurred_at, occurred_on, area)
            values (?, ?, ?, ?, ?, 'AGE_25_34', ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            incident,
            seq,
            killed ? "HOMICIDE" : "NONFATAL_SHOOTING",
            killed,
            instant(at).atOffset(ZoneOffset.UTC),
            at.toLocalDate(),
            area)
        .update();
  }

  /** A person who was hurt has died. */
  public void dies(UUID incident, int seq) {
    jdbc.sql(
            """
            update incidents.victimization set kind = 'HOMICIDE', fatal = true
            where incident = ? and seq = ?
            """)
        .params(incident, seq)
        .update();
    jdbc.sql("update incidents.incident set type = 'HOMICIDE', version = version + 1 where id = ?")
        .param(incident)
        .update();
  }

  /** The feed takes it back. */
  public void unfounded(UUID incident) {
    jdbc.sql("update incidents.incident set standing = 'UNFOUNDED' where id = ?")
        .param(incident)
        .update();
    jdbc.sql("delete from incidents.victimization where incident = ?").param(incident).update();
  }

  /** A better place is found for it, in another area. */
  void moves(UUID incident, int area) {
    CommunityArea place = areas.byNumber(area).orElseThrow();
    jdbc.sql(
            """
            update incidents.incident
            set area = ?, area_stated = ?, area_computed = ?, lon = ?, lat = ? where id = ?
            """)
        .params(area, area, area, place.centerLon(), place.centerLat(), incident)
        .update();
    jdbc.sql("update incidents.victimization set area = ? where incident = ?")
        .params(area, incident)
        .update();
  }

  private static Instant instant(LocalDateTime chicago) {
    return chicago.atZone(ReviewWeek.CHICAGO).toInstant();
  }
}
