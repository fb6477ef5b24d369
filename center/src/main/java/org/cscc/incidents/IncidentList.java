package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A page of the list of incidents: two statements, however long the list is. */
@Component
class IncidentList {
  private static final String WHERE =
      """
      where i.standing = 'COUNTED' and i.occurred_on between :from and :to
        and (:type = '' and i.serious or i.type = :type)
        and (cast(:areas as text) is null
             or i.area = any(cast(string_to_array(:areas, ',') as int[])))
      """;

  private final JdbcClient jdbc;
  private final Reach reach;
  private final Freshness freshness;

  IncidentList(JdbcClient jdbc, Reach reach, Freshness freshness) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.freshness = freshness;
  }

  /**
   * What is looked for.
   *
   * @param type name of a type; empty for homicides and non-fatal shootings
   */
  record Wanted(LocalDate from, LocalDate to, @Nullable Integer area, String type) {}

  List<IncidentFacts> read(Decision decision, Wanted wanted, int most) {
    return bound(
            decision,
            wanted,
            """
            select %s, %s
            from (select * from incidents.incident i %s
                  order by i.occurred_on desc, i.occurred_at desc, i.id desc limit %d) i
            left join incidents.victimization v on v.incident = i.id
            order by i.occurred_on desc, i.occurred_at desc, i.id desc, v.seq
            """
                .formatted(IncidentRow.COLUMNS, IncidentRow.HARM_COLUMNS, WHERE, most))
        .param("days", freshness.provisionalDays())
        .query(IncidentRow::fold);
  }

  long count(Decision decision, Wanted wanted) {
    return bound(decision, wanted, "select count(*) from incidents.incident i " + WHERE)
        .query((ResultSet row) -> first(row));
  }

  private static long first(ResultSet row) throws SQLException {
    return row.next() ? row.getLong(1) : 0;
  }

  private JdbcClient.StatementSpec bound(Decision decision, Wanted wanted, String sql) {
    return jdbc.sql(sql)
        .param("from", wanted.from())
        .param("to", wanted.to())
        .param("type", wanted.type())
        .param(
            "areas", reach.areas(decision, wanted.area() == null ? null : Set.of(wanted.area())));
  }
}
