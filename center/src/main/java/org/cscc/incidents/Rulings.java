package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An analyst's word on whether an incident counts. It holds against the feed until somebody undoes
 * it: the feed's own word is kept beside it and goes on being imported.
 */
@Component
class Rulings {
  private final JdbcClient jdbc;
  private final Reach reach;
  private final Clock clock;

  Rulings(JdbcClient jdbc, Reach reach, Clock clock) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.clock = clock;
  }

  private record Held(int version, Standing standing, @Nullable Standing told) {
    Standing feed() {
      return told == null ? standing : told;
    }
  }

  /**
   * Rules on an incident.
   *
   * @param version the version that the person has seen
   * @throws Refused R-INC-60 when there is none, R-INC-61 while an import runs, R-INC-62 when it
   *     has changed since it was seen, R-INC-63 when nothing would change
   */
  @Transactional
  void rule(Decision decision, UUID incident, int version, RulingReason reason) {
    decision.about(Capability.CLASSIFY_INCIDENTS);
    if (!ImportTurn.free(jdbc)) {
      throw new Refused(Refused.Kind.CONFLICT, "R-INC-61", "incidents.refused.importing");
    }
    Held held = held(decision, incident);
    if (held.version() != version) {
      throw new Refused(Refused.Kind.CONFLICT, "R-INC-62", "incidents.refused.changed");
    }
    Standing after = reason.verdict() == null ? held.feed() : reason.verdict();
    boolean undoing = reason.verdict() == null;
    if (undoing ? held.told() == null : held.told() != null && after == held.standing()) {
      throw new Refused(Refused.Kind.CONFLICT, "R-INC-63", "incidents.refused.same");
    }
    UUID id = TimeOrderedIds.next();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    keepOld(incident, id, now);
    jdbc.sql(
            """
            update incidents.incident
            set standing = :standing, standing_told = :told, version = version + 1,
                last_changed_at = :now, import = :ruling
            where id = :incident
            """)
        .param("standing", after.name())
        .param("told", undoing ? null : held.feed().name())
        .param("now", now)
        .param("ruling", id)
        .param("incident", incident)
        .update();
    jdbc.sql(
            """
            insert into incidents.ruling (id, incident, version, verdict, reason, told, by_account, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            incident,
            version + 1,
            undoing ? "FEED" : after.name(),
            reason.name(),
            held.feed().name(),
            decision.account(),
            now)
        .update();
  }

  private Held held(Decision decision, UUID incident) {
    return jdbc.sql(
            """
            select version, standing, standing_told from incidents.incident
            where id = :id
              and (cast(:areas as text) is null
                   or area = any(cast(string_to_array(:areas, ',') as int[])))
            for update
            """)
        .param("id", incident)
        .param("areas", reach.of(decision))
        .query(
            (row, number) ->
                new Held(
                    row.getInt("version"),
                    Standing.valueOf(row.getString("standing")),
                    standing(row, "standing_told")))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "R-INC-60", "incidents.refused.incident"));
  }

  private void keepOld(UUID incident, UUID ruling, OffsetDateTime now) {
    jdbc.sql(
            """
            insert into incidents.incident_version
              (incident, version, valid_from, valid_until, type, standing, occurred_at, block, lon,
               lat, area, location_class, ended_by)
            select id, version, last_changed_at, ?, type, standing, occurred_at, block, lon, lat,
                   area, location_class, ?
            from incidents.incident where id = ?
            """)
        .params(now, ruling, incident)
        .update();
    jdbc.sql(
            """
            insert into incidents.harm_version
              (incident, version, victimization, seq, kind, fatal, age_band, occurred_at, area)
            select v.incident, i.version, v.id, v.seq, v.kind, v.fatal, v.age_band, v.occurred_at,
                   v.area
            from incidents.victimization v join incidents.incident i on i.id = v.incident
            where i.id = ?
            """)
        .param(incident)
        .update();
  }

  /** All that was said of an incident, the newest first. Ask after the incident was found. */
  List<Ruling> of(UUID incident) {
    return jdbc.sql(
            """
            select version, reason, told, by_account, at from incidents.ruling
            where incident = ? order by version desc
            """)
        .param(incident)
        .query((row, number) -> ruling(row))
        .list();
  }

  /**
   * An incident that an analyst's word keeps from counting.
   *
   * @param newer whether the feed has said something else since
   */
  record SetAside(
      UUID incident,
      LocalDate day,
      IncidentType type,
      @Nullable Integer area,
      @Nullable String block,
      Ruling ruling,
      boolean newer) {}

  /** What is set aside now, the latest ruling first. */
  List<SetAside> standing(Decision decision, int most) {
    return jdbc.sql(
            """
            select i.id, i.occurred_on, i.type, i.area, i.block, i.version as now, r.version,
                   r.reason, r.told, r.by_account, r.at
            from incidents.incident i
            join lateral (select * from incidents.ruling r where r.incident = i.id
                          order by r.version desc limit 1) r on true
            where i.standing_told is not null
              and (cast(:areas as text) is null
                   or i.area = any(cast(string_to_array(:areas, ',') as int[])))
            order by r.at desc, i.id limit :most
            """)
        .param("areas", reach.of(decision))
        .param("most", most)
        .query(
            (row, number) ->
                new SetAside(
                    row.getObject("id", UUID.class),
                    row.getObject("occurred_on", LocalDate.class),
                    IncidentType.valueOf(row.getString("type")),
                    IncidentRow.area(row, "area"),
                    row.getString("block"),
                    ruling(row),
                    row.getInt("now") > row.getInt("version")))
        .list();
  }

  private static Ruling ruling(ResultSet row) throws SQLException {
    Instant at = IncidentRow.instant(row, "at");
    return new Ruling(
        row.getInt("version"),
        RulingReason.valueOf(row.getString("reason")),
        Standing.valueOf(row.getString("told")),
        row.getString("by_account"),
        at);
  }

  private static @Nullable Standing standing(ResultSet row, String column) throws SQLException {
    @Nullable String name = row.getString(column);
    return name == null ? null : Standing.valueOf(name);
  }
}
