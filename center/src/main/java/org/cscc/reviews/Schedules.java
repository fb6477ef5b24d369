package org.cscc.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of when teams meet and who has a seat. */
@Component
class Schedules {
  private final JdbcClient jdbc;

  Schedules(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of every team that has one, by team. */
  List<Schedule> all() {
    return jdbc.sql("select * from reviews.schedule order by team")
        .query((row, n) -> schedule(row))
        .list();
  }

  Optional<Schedule> of(String team) {
    return jdbc.sql("select * from reviews.schedule where team = ?")
        .param(team)
        .query((row, n) -> schedule(row))
        .optional();
  }

  /** The seats at a table, the center's own first. */
  List<TableSeat> seats(String team) {
    return jdbc.sql(
            """
            select organization, role from reviews.seat where team = ?
            order by organization <> 'MOCS', role, organization
            """)
        .param(team)
        .query((row, n) -> new TableSeat(row.getString(1), row.getString(2)))
        .list();
  }

  /** The seats at several tables, by team, in the same order. */
  Map<String, List<TableSeat>> seats(Collection<String> teams) {
    Map<String, List<TableSeat>> seats = new HashMap<>();
    jdbc.sql(
            """
            select team, organization, role from reviews.seat where team = any (?)
            order by organization <> 'MOCS', role, organization
            """)
        .param(teams.toArray(String[]::new))
        .query(
            row -> {
              seats
                  .computeIfAbsent(row.getString(1), team -> new ArrayList<>())
                  .add(new TableSeat(row.getString(2), row.getString(3)));
            });
    return seats;
  }

  /**
   * Writes a schedule over the one a person saw, or a first one.
   *
   * @return false when somebody was faster
   */
  boolean save(Schedule wish, String by, OffsetDateTime at) {
    return jdbc.sql(
                """
                insert into reviews.schedule
                  (team, rule, from_day, starts_at, minutes, place, quorum, changed_by, changed_at)
                values (:team, :rule, :from, :at, :minutes, :place, :quorum, :by, :now)
                on conflict (team) do update
                set rule = excluded.rule, from_day = excluded.from_day,
                  starts_at = excluded.starts_at, minutes = excluded.minutes,
                  place = excluded.place, quorum = excluded.quorum, assumed = false,
                  changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                  version = schedule.version + 1
                where schedule.version = :seen
                """)
            .param("team", wish.team())
            .param("rule", wish.rule())
            .param("from", wish.fromDay())
            .param("at", wish.startsAt())
            .param("minutes", wish.minutes())
            .param("place", wish.place())
            .param("quorum", wish.quorum())
            .param("by", by)
            .param("now", at.withOffsetSameInstant(ZoneOffset.UTC))
            .param("seen", wish.version())
            .update()
        == 1;
  }

  /** Gives a table these seats and no others. */
  void seat(String team, List<TableSeat> seats) {
    jdbc.sql("delete from reviews.seat where team = ?").param(team).update();
    for (TableSeat seat : seats) {
      jdbc.sql(
              """
              insert into reviews.seat (team, organization, role) values (?, ?, ?)
              on conflict do nothing
              """)
          .params(team, seat.organization(), seat.role())
          .update();
    }
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    return new Schedule(
        row.getString("team"),
        row.getString("rule"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("starts_at", LocalTime.class),
        row.getInt("minutes"),
        row.getString("place"),
        row.getInt("quorum"),
        row.getBoolean("assumed"),
        row.getInt("version"));
  }
}
