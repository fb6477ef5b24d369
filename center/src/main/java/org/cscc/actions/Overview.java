package org.cscc.actions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Bursts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers over what is within reach, and what looks unusual. */
@Component
class Overview {
  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final Bursts bursts;
  private final Clock clock;
  private final int many;

  /**
   * @param many so many claims of one organization within an hour are asked about
   */
  Overview(JdbcClient jdbc, Clock clock, @Value("${cscc.actions.mass-closing:20}") int many) {
    this.jdbc = jdbc;
    this.bursts = new Bursts(jdbc, "actions.step");
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

  /** Where many items were claimed done at once in the last week; somebody should look at them. */
  List<Bursts.Burst> massClosings() {
    return bursts.since(clock.instant().minus(Duration.ofDays(7)), "CLAIM", null, many, MOST);
  }
}
