package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a corrected file moved: the incidents of which it ended a version. */
@Component
class MovedByImport {
  private final JdbcClient jdbc;

  MovedByImport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was known of an incident at one time. */
  record Known(
      IncidentType type,
      @Nullable Integer area,
      @Nullable String block,
      IncidentState state,
      int killed,
      int wounded) {}

  /** An incident before and after. */
  record Moved(UUID incident, LocalDate day, Known before, Known now) {}

  long count(Decision decision, UUID importId) {
    decision.about(Capability.IMPORT_FEEDS);
    return jdbc.sql("select count(*) from incidents.incident_version where ended_by = ?")
        .param(importId)
        .query(Long.class)
        .single();
  }

  /** The gravest first. What is shown as now is what is known today. */
  List<Moved> first(Decision decision, UUID importId, int most) {
    decision.about(Capability.IMPORT_FEEDS);
    return jdbc.sql(
            """
            select i.id, i.occurred_on, i.type, i.area, i.block, i.standing,
                   b.type as before_type, b.area as before_area, b.block as before_block,
                   b.standing as before_standing,
                   (select count(*) from incidents.victimization v
                    where v.incident = i.id and v.kind = 'HOMICIDE') as killed,
                   (select count(*) from incidents.victimization v
                    where v.incident = i.id and v.kind = 'NONFATAL_SHOOTING') as wounded,
                   (select count(*) from incidents.harm_version v
                    where v.incident = b.incident and v.version = b.version
                      and v.kind = 'HOMICIDE') as before_killed,
                   (select count(*) from incidents.harm_version v
                    where v.incident = b.incident and v.version = b.version
                      and v.kind = 'NONFATAL_SHOOTING') as before_wounded
            from incidents.incident_version b join incidents.incident i on i.id = b.incident
            where b.ended_by = ?
            order by i.serious desc, i.occurred_on desc, i.id limit ?
            """)
        .params(importId, most)
        .query(
            (row, number) ->
                new Moved(
                    row.getObject("id", UUID.class),
                    row.getObject("occurred_on", LocalDate.class),
                    known(row, "before_"),
                    known(row, "")))
        .list();
  }

  private static Known known(ResultSet row, String when) throws SQLException {
    return new Known(
        IncidentType.valueOf(row.getString(when + "type")),
        IncidentRow.area(row, when + "area"),
        row.getString(when + "block"),
        IncidentRow.state(row.getString(when + "standing"), false),
        row.getInt(when + "killed"),
        row.getInt(when + "wounded"));
  }
}
