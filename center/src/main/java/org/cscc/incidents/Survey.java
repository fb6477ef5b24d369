package org.cscc.incidents;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The points that lie in another area than is known, in tables that vanish with the transaction.
 */
final class Survey {
  private static final int AT_A_TIME = 20_000;
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcTemplate jdbc;
  private final KnownAreas areas;

  Survey(JdbcTemplate jdbc, KnownAreas areas) {
    this.jdbc = jdbc;
    this.areas = areas;
    jdbc.execute("create temporary table surveyed (id uuid, area smallint) on commit drop");
    jdbc.execute(
        """
        create temporary table surveyed_row (feed text, row_key text, incident uuid, area smallint)
        on commit drop
        """);
  }

  private record Point(List<Object> key, double lon, double lat, @Nullable Integer area) {}

  /** Goes through all points, some thousands at a time. */
  void lookUp() {
    List<Point> points = incidents(FIRST);
    while (!points.isEmpty()) {
      note("insert into surveyed (id, area) values (?, ?)", points);
      points = incidents((UUID) points.getLast().key().getFirst());
    }
    points = rows("", "");
    while (!points.isEmpty()) {
      note("insert into surveyed_row (feed, row_key, incident, area) values (?, ?, ?, ?)", points);
      List<Object> last = points.getLast().key();
      points = rows((String) last.get(0), (String) last.get(1));
    }
    jdbc.execute("analyze surveyed");
    jdbc.execute("analyze surveyed_row");
  }

  private List<Point> incidents(UUID after) {
    return jdbc.query(
        """
        select id, lon, lat, area_computed from incidents.incident
        where lon is not null and id > ? order by id limit ?
        """,
        (row, number) ->
            new Point(
                List.of(row.getObject("id", UUID.class)),
                row.getDouble("lon"),
                row.getDouble("lat"),
                IncidentRow.area(row, "area_computed")),
        after,
        AT_A_TIME);
  }

  private List<Point> rows(String feed, String key) {
    return jdbc.query(
        """
        select feed, row_key, incident, lon, lat, area_computed from incidents.report
        where lon is not null and (feed, row_key) > (?, ?) order by feed, row_key limit ?
        """,
        (row, number) ->
            new Point(
                List.of(
                    row.getString("feed"),
                    row.getString("row_key"),
                    row.getObject("incident", UUID.class)),
                row.getDouble("lon"),
                row.getDouble("lat"),
                IncidentRow.area(row, "area_computed")),
        feed,
        key,
        AT_A_TIME);
  }

  private void note(String sql, List<Point> points) {
    List<@Nullable Object[]> differing = new ArrayList<>();
    for (Point point : points) {
      OptionalInt found = areas.at(point.lon(), point.lat());
      @Nullable Integer area = found.isPresent() ? found.getAsInt() : null;
      if (!java.util.Objects.equals(area, point.area())) {
        @Nullable Object[] values =
            point.key().toArray(new @Nullable Object[point.key().size() + 1]);
        values[point.key().size()] = area;
        differing.add(values);
      }
    }
    if (!differing.isEmpty()) {
      jdbc.batchUpdate(sql, differing);
    }
  }

  /** Cases that one plain row tells are their own row: two statements, however many there are. */
  void moveCasesOfOneRow(UUID id, OffsetDateTime now) {
    jdbc.update(
        """
        insert into incidents.incident_version
          (incident, version, valid_from, valid_until, type, standing, occurred_at, block, lon, lat,
           area, location_class, ended_by)
        select i.id, i.version, i.last_changed_at, ?, i.type, i.standing, i.occurred_at, i.block,
               i.lon, i.lat, i.area, i.location_class, ?
        from incidents.incident i join surveyed s on s.id = i.id
        where i.row_key is not null and i.area_stated is null and i.area is distinct from s.area
        """,
        now,
        id);
    jdbc.update(
        """
        update incidents.incident i
        set area_computed = s.area, area = coalesce(i.area_stated, s.area), import = ?,
            version = case when v.incident is null then i.version else i.version + 1 end,
            last_changed_at = case when v.incident is null then i.last_changed_at else ? end
        from surveyed s
        left join incidents.incident_version v on v.incident = s.id and v.ended_by = ?
        where i.id = s.id and i.row_key is not null
        """,
        id,
        now,
        id);
  }

  /**
   * Brings the other cases' rows up to date and answers how many chunks of such cases there are.
   */
  int otherCases() {
    jdbc.update(
        """
        update incidents.report r
        set area_computed = s.area, area = coalesce(r.area_stated, s.area)
        from surveyed_row s where r.feed = s.feed and r.row_key = s.row_key
        """);
    return CasesAgain.collect(
        JdbcClient.create(jdbc), "select distinct incident from surveyed_row");
  }
}
