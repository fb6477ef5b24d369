package org.cscc.requests;

import java.time.LocalDate;
import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the City closed in a span, counted by how many business days it took. */
@Component
class SpeedReads {
  private final JdbcClient jdbc;

  SpeedReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Requests of one kind that took equally long.
   *
   * @param type code of the service; null for what is none of ours
   * @param written the City's own word, where the type is null
   * @param priority whether the block was on the list of the day it was asked for (R-COO-02)
   */
  record Bar(
      @Nullable String type,
      String written,
      @Nullable String department,
      boolean priority,
      int days,
      int n) {}

  /** Closed requests of priority blocks that somebody looked at, or not yet. */
  record Looked(
      @Nullable String type, @Nullable String department, int waiting, int fixed, int notFixed) {}

  /**
   * What the comparison leaves out.
   *
   * @param placeless without a block or an area, so that nobody can say on which list it was
   * @param repeats of another request
   * @param canceled without having been done
   */
  record LeftOut(long placeless, long repeats, long canceled) {}

  List<Bar> bars(Decision decision, LocalDate from, LocalDate to) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql(
            """
            select type, case when type is null then coalesce(type_written, '') else '' end as written,
              department, asked_listed, days, count(*) as n
            from requests.request
            where status = 'COMPLETED' and closed_on between :from and :to and days is not null
              and not duplicate and parent is null and block is not null and area is not null
            group by 1, 2, 3, 4, 5
            """)
        .param("from", from)
        .param("to", to)
        .query(
            (row, n) ->
                new Bar(
                    row.getString("type"),
                    row.getString("written"),
                    row.getString("department"),
                    row.getBoolean("asked_listed"),
                    row.getInt("days"),
                    row.getInt("n")))
        .list();
  }

  List<Looked> looked(Decision decision, LocalDate from, LocalDate to) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql(
            """
            select f.type, r.department, count(*) filter (where f.state = 'CLOSED_BY_CITY') as waiting,
              count(*) filter (where f.state = 'FIXED') as fixed,
              count(*) filter (where f.state = 'NOT_FIXED') as not_fixed
            from requests.follow f join requests.request r on r.id = f.request
            where f.closed_on between :from and :to and f.state <> 'LET_GO'
            group by f.type, r.department
            """)
        .param("from", from)
        .param("to", to)
        .query(
            (row, n) ->
                new Looked(
                    row.getString("type"),
                    row.getString("department"),
                    row.getInt("waiting"),
                    row.getInt("fixed"),
                    row.getInt("not_fixed")))
        .list();
  }

  LeftOut leftOut(Decision decision, LocalDate from, LocalDate to) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql(
            """
            select count(*) filter (where status = 'COMPLETED' and not duplicate and parent is null
                and (block is null or area is null)) as placeless,
              count(*) filter (where status = 'COMPLETED'
                and (duplicate or parent is not null)) as repeats,
              count(*) filter (where status = 'CANCELED') as canceled
            from requests.request where closed_on between :from and :to
            """)
        .param("from", from)
        .param("to", to)
        .query(
            (row, n) ->
                new LeftOut(
                    row.getLong("placeless"), row.getLong("repeats"), row.getLong("canceled")))
        .single();
  }
}
