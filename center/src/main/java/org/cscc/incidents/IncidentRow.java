package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an incident's row and the rows of its people become records. */
final class IncidentRow {
  /** The columns that {@link #facts} reads; needs {@code i} and the parameter {@code days}. */
  static final String COLUMNS =
      """
      i.id, i.version, i.type, i.occurred_at, i.occurred_on, i.occurred_precision, i.block,
      i.lon, i.lat, i.area, i.area_stated, i.area_computed, i.location_class, i.domestic,
      i.gunshot, i.standing, i.first_seen_at, i.last_changed_at,
      coalesce(i.occurred_on > (select max(m.last_day) from incidents.import m
                                where m.state = 'APPLIED') - cast(:days as int), true)
        as provisional""";

  /** The columns that {@link #harm} reads; needs {@code v}. */
  static final String HARM_COLUMNS =
      """
      v.id as harm_id, v.seq, v.fatal, v.kind, v.age_band, v.occurred_at as harm_at,
      v.area as harm_area""";

  private IncidentRow() {}

  static IncidentFacts facts(ResultSet row, List<Harm> harmed) throws SQLException {
    boolean provisional = row.getBoolean("provisional");
    return new IncidentFacts(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        IncidentType.valueOf(row.getString("type")),
        instant(row, "occurred_at"),
        row.getObject("occurred_on", LocalDate.class),
        OccurredPrecision.valueOf(row.getString("occurred_precision")),
        row.getString("block"),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        row.getObject("area", Integer.class),
        row.getObject("area_stated", Integer.class),
        row.getObject("area_computed", Integer.class),
        LocationClass.valueOf(row.getString("location_class")),
        row.getBoolean("domestic"),
        row.getBoolean("gunshot"),
        provisional,
        state(row.getString("standing"), provisional),
        instant(row, "first_seen_at"),
        instant(row, "last_changed_at"),
        harmed);
  }

  static Harm harm(ResultSet row) throws SQLException {
    return new Harm(
        row.getObject("harm_id", UUID.class),
        row.getInt("seq"),
        row.getBoolean("fatal"),
        HarmKind.valueOf(row.getString("kind")),
        AgeBand.valueOf(row.getString("age_band")),
        instant(row, "harm_at"),
        row.getObject("harm_area", Integer.class));
  }

  /** Folds rows of incidents joined with their people, in which an incident's rows are adjacent. */
  static List<IncidentFacts> fold(ResultSet rows) throws SQLException {
    List<IncidentFacts> all = new ArrayList<>();
    UUID last = null;
    List<Harm> harmed = new ArrayList<>();
    while (rows.next()) {
      UUID id = rows.getObject("id", UUID.class);
      if (!id.equals(last)) {
        harmed = new ArrayList<>();
        all.add(facts(rows, harmed));
        last = id;
      }
      if (rows.getObject("harm_id") != null) {
        harmed.add(harm(rows));
      }
    }
    return all;
  }

  static IncidentState state(String standing, boolean provisional) {
    return switch (standing) {
      case "UNFOUNDED" -> IncidentState.UNFOUNDED;
      case "OUT_OF_SCOPE" -> IncidentState.OUT_OF_SCOPE;
      default -> provisional ? IncidentState.REPORTED : IncidentState.CONFIRMED;
    };
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Integer area(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }
}
