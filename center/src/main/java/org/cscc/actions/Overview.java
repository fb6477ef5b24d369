package org.cscc.actions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.kernel.ReviewWeek;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers over what is within reach, and what looks unusual. */
@Component
class Overview {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final int many;

  /**
   * @param many so many claims of one organization within an hour are asked about
   */
  Overview(JdbcClient jdbc, Clock clock, @Value("${cscc.actions.mass-closing:20}") int many) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.many = many;
  }

  Counts counts(Decision decision, Role role) {
    Reach reach = Reach.of(decision, role);
    Instant now = clock.instant();
    String owed = "i.state in ('ASSIGNED','ACCEPTED','IN_PROGRESS','BLOCKED','REOPENED')";
    return jdbc.sql(
            """
            select count(*) filter (where i.state <> 'VERIFIED') as open,
              count(*) filter (where OWED and i.due_at < :now) as late,
              count(*) filter (where OWED and i.due_at >= :now and i.due_at < :day) as soon,
              count(*) filter (where i.state = 'BLOCKED') as blocked,
              count(*) filter (where i.state = 'DONE_CLAIMED' and i.check_until >= :now
                and i.owner_org <> :own) as to_check,
              count(*) filter (where i.state in ('PROPOSED', 'DECLINED')) as unowned,
              count(*) filter (where i.state = 'DONE_CLAIMED' and i.check_until < :now) as unchecked,
              count(*) filter (where OWED and i.level > 0) as raised
            from actions.item i where i.parent is null and\s"""
                    .replace("OWED", owed)
                + reach.condition())
        .params(reach.values())
        .param("now", ItemStore.utc(now))
        .param("day", ItemStore.utc(now.plus(Duration.ofHours(24))))
        .query(
            (row, n) ->
                new Counts(
                    row.getInt("open"),
                    row.getInt("late"),
                    row.getInt("soon"),
                    row.getInt("blocked"),
                    row.getInt("to_check"),
                    row.getInt("unowned"),
                    row.getInt("unchecked"),
                    row.getInt("raised")))
        .single();
  }

  /**
   * Many claims of one organization within an hour.
   *
   * @param from the first hour of the last week in which it was so
   */
  record MassClosing(String organization, OffsetDateTime from, int items) {
    /** When, on Chicago's wall clock. */
    public ZonedDateTime at() {
      return from.atZoneSameInstant(ReviewWeek.CHICAGO);
    }
  }

  /** Where many items were claimed done at once in the last week; somebody should look at them. */
  List<MassClosing> massClosings() {
    return jdbc.sql(
            """
            select by_organization as organization, date_trunc('hour', at) as from_hour,
              count(*)::int as items
            from actions.step where move = 'CLAIM' and at > :since
            group by 1, 2 having count(*) >= :many order by 2 desc, 1 limit 20
            """)
        .param("since", ItemStore.utc(clock.instant().minus(Duration.ofDays(7))))
        .param("many", many)
        .query(
            (row, n) ->
                new MassClosing(
                    row.getString("organization"),
                    row.getObject("from_hour", OffsetDateTime.class),
                    row.getInt("items")))
        .list();
  }
}
