package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was known before: superseded versions of incidents, and what moved since. */
@Component
class Versions {
  private final JdbcClient jdbc;

  Versions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The present version, then the superseded ones, newest first. */
  List<IncidentVersion> of(IncidentFacts now) {
    List<IncidentVersion> all = new ArrayList<>();
    all.add(
        new IncidentVersion(
            now.version(),
            now.lastChangedAt(),
            null,
            now.type(),
            now.state(),
            now.occurredAt(),
            now.block(),
            now.area(),
            now.locationClass(),
            now.harmed()));
    all.addAll(superseded(now.id()));
    return all;
  }

  /** The versions of an incident that new outlines of the areas made. */
  Set<Integer> resurveyed(UUID incident) {
    return jdbc.sql(
            """
            select v.version + 1 from incidents.incident_version v
            join incidents.resurvey s on s.id = v.ended_by where v.incident = ?
            """)
        .param(incident)
        .query((row, number) -> row.getInt(1))
        .set();
  }

  private List<IncidentVersion> superseded(UUID incident) {
    return jdbc.sql(
            """
            select i.version, i.valid_from, i.valid_until, i.type, i.standing, i.occurred_at,
                   i.block, i.area, i.location_class,
                   v.victimization as harm_id, v.seq, v.fatal, v.kind, v.age_band,
                   v.occurred_at as harm_at, v.area as harm_area
            from incidents.incident_version i
            left join incidents.harm_version v on v.incident = i.incident and v.version = i.version
            where i.incident = ?
            order by i.version desc, v.seq
            """)
        .param(incident)
        .query(Versions::fold);
  }

  private static List<IncidentVersion> fold(ResultSet rows) throws SQLException {
    List<IncidentVersion> all = new ArrayList<>();
    int last = -1;
    List<Harm> harmed = new ArrayList<>();
    while (rows.next()) {
      if (rows.getInt("version") != last) {
        last = rows.getInt("version");
        harmed = new ArrayList<>();
        all.add(version(rows, harmed));
      }
      if (rows.getObject("harm_id") != null) {
        harmed.add(IncidentRow.harm(rows));
      }
    }
    return all;
  }

  private static IncidentVersion version(ResultSet row, List<Harm> harmed) throws SQLException {
    return new IncidentVersion(
        row.getInt("version"),
        IncidentRow.instant(row, "valid_from"),
        IncidentRow.instant(row, "valid_until"),
        IncidentType.valueOf(row.getString("type")),
        IncidentRow.state(row.getString("standing"), false),
        IncidentRow.instant(row, "occurred_at"),
        row.getString("block"),
        IncidentRow.area(row, "area"),
        LocationClass.valueOf(row.getString("location_class")),
        harmed);
  }

  List<Change> changedSince(@Nullable String areas, Instant since, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select i.id, i.occurred_on, i.last_changed_at,
                   i.type, i.standing, i.area, i.block, i.occurred_at,
                   (select count(*) from incidents.victimization v
                    where v.incident = i.id and v.kind = 'HOMICIDE') as killed,
                   (select count(*) from incidents.victimization v
                    where v.incident = i.id and v.kind = 'NONFATAL_SHOOTING') as wounded,
                   b.version as before_version, b.type as before_type,
                   b.standing as before_standing, b.area as before_area, b.block as before_block,
                   b.occurred_at as before_occurred_at, h.killed as before_killed,
                   h.wounded as before_wounded
            from incidents.incident i
            left join incidents.incident_version b
              on b.incident = i.id and b.valid_from <= :since and b.valid_until > :since
            left join lateral (
              select count(*) filter (where v.kind = 'HOMICIDE') as killed,
                     count(*) filter (where v.kind = 'NONFATAL_SHOOTING') as wounded
              from incidents.harm_version v
              where v.incident = b.incident and v.version = b.version) h on true
            where i.last_changed_at > :since
              and (i.occurred_on between :from and :to
                   or cast(b.occurred_at at time zone 'America/Chicago' as date)
                      between :from and :to)
              and (i.serious or h.killed + h.wounded > 0)
              and (cast(:areas as text) is null
                   or i.area = any(cast(string_to_array(:areas, ',') as int[]))
                   or b.area = any(cast(string_to_array(:areas, ',') as int[])))
            order by i.occurred_at, i.id
            """)
        .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
        .param("from", from)
        .param("to", to)
        .param("areas", areas)
        .query((row, number) -> change(row))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    Change.Known before = row.getObject("before_version") == null ? null : known(row, "before_");
    return new Change(
        row.getObject("id", UUID.class),
        row.getObject("occurred_on", LocalDate.class),
        IncidentRow.instant(row, "last_changed_at"),
        before,
        known(row, ""));
  }

  private static Change.Known known(ResultSet row, String prefix) throws SQLException {
    return new Change.Known(
        IncidentType.valueOf(row.getString(prefix + "type")),
        IncidentRow.state(row.getString(prefix + "standing"), false),
        IncidentRow.area(row, prefix + "area"),
        row.getString(prefix + "block"),
        IncidentRow.instant(row, prefix + "occurred_at"),
        row.getInt(prefix + "killed"),
        row.getInt(prefix + "wounded"));
  }
}
