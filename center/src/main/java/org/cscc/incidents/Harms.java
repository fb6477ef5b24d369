package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the people harmed into columns. */
@Component
class Harms {
  private final JdbcClient jdbc;

  Harms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  HarmTable table(@Nullable String areas, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select v.incident, v.occurred_at, v.area, v.fatal, i.block, i.lon, i.lat,
                   i.occurred_precision
            from incidents.victimization v join incidents.incident i on i.id = v.incident
            where v.kind <> 'OTHER' and i.standing = 'COUNTED'
              and v.occurred_on between :from and :to
              and (cast(:areas as text) is null
                   or v.area = any(cast(string_to_array(:areas, ',') as int[])))
            order by v.occurred_at, v.id
            """)
        .param("from", from)
        .param("to", to)
        .param("areas", areas)
        .query(Harms::columns);
  }

  private static HarmTable columns(ResultSet rows) throws SQLException {
    Columns columns = new Columns();
    while (rows.next()) {
      columns.add(rows);
    }
    return columns.table();
  }

  /** The columns while they grow. */
  private static final class Columns {
    private final Map<String, Integer> blocks = new HashMap<>();
    private final Map<UUID, Integer> incidents = new HashMap<>();
    private final List<String> blockNames = new ArrayList<>();
    private final List<UUID> incidentIds = new ArrayList<>();
    private final List<int[]> whole = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();

    void add(ResultSet row) throws SQLException {
      ZonedDateTime at = IncidentRow.instant(row, "occurred_at").atZone(ReviewWeek.CHICAGO);
      boolean hour = OccurredPrecision.valueOf(row.getString("occurred_precision")).hasHour();
      String block = row.getString("block");
      UUID incident = row.getObject("incident", UUID.class);
      whole.add(
          new int[] {
            (int) at.toLocalDate().toEpochDay(),
            hour ? at.getHour() * 60 + at.getMinute() : -1,
            at.getDayOfWeek().getValue(),
            row.getInt("area"),
            block == null ? -1 : index(blocks, blockNames, block),
            row.getBoolean("fatal") ? 1 : 0,
            index(incidents, incidentIds, incident)
          });
      Double lon = row.getObject("lon", Double.class);
      Double lat = row.getObject("lat", Double.class);
      points.add(
          lon == null || lat == null
              ? new double[] {Double.NaN, Double.NaN}
              : new double[] {lon, lat});
    }

    private static <T> int index(Map<T, Integer> known, List<T> names, T name) {
      Integer index = known.get(name);
      if (index == null) {
        index = names.size();
        known.put(name, index);
        names.add(name);
      }
      return index;
    }

    HarmTable table() {
      int n = whole.size();
      boolean[] fatal = new boolean[n];
      for (int i = 0; i < n; i++) {
        fatal[i] = whole.get(i)[5] == 1;
      }
      return new HarmTable(
          column(0),
          column(1),
          column(2),
          column(3),
          column(4),
          point(0),
          point(1),
          fatal,
          column(6),
          List.copyOf(blockNames),
          List.copyOf(incidentIds));
    }

    private int[] column(int c) {
      return whole.stream().mapToInt(row -> row[c]).toArray();
    }

    private double[] point(int c) {
      return points.stream().mapToDouble(point -> point[c]).toArray();
    }
  }
}
