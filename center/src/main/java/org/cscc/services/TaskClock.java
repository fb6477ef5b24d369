package org.cscc.services;

import java.time.Instant;
import java.util.List;
import org.cscc.ledger.Batches;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What nobody says is done in time rises, level by level, each once; what waited for its season
 * goes to its department again, after that: whatever fails there, what is late has risen. A batch
 * is one statement whose rows no other node can take meanwhile.
 */
@Component
class TaskClock {
  private static final int BATCH = 500;

  private static final String RAISE =
      """
      with due as (
        select id from services.task
        where parent is null and rises_at <= :now
          and state in ('ROUTED', 'ACKNOWLEDGED', 'SCHEDULED', 'IN_PROGRESS', 'BLOCKED', 'REOPENED')
        order by rises_at, id limit :most for update skip locked),
      raised as (
        update services.task t set level = t.level + 1, changed_at = :now
        from due where t.id = due.id
        returning t.id, t.level, t.state, t.department),
      written as (
        insert into services.escalation (task, level, at, by_account, by_role, reason)
        select id, level, :now, 'system', 'CLOCK', 'OVERDUE' from raised),
      stepped as (
        insert into services.step
          (task, position, move, from_state, to_state, by_account, by_role, by_organization, at,
           reason_code, detail)
        select r.id, 1 + coalesce((select max(s.position) from services.step s where s.task = r.id), 0),
          'ESCALATE', r.state, r.state, 'system', 'CLOCK', '', :now, 'OVERDUE', 'L' || r.level
        from raised r)
      select department, level, count(*)::int as tasks
      from raised group by department, level order by 1, 2
      """;

  private final JdbcClient jdbc;
  private final Batches batches;
  private final TaskTold told;
  private final SeasonStart seasons;

  TaskClock(JdbcClient jdbc, Batches batches, TaskTold told, SeasonStart seasons) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.told = told;
    this.seasons = seasons;
  }

  /** How many tasks of a department rose to a level in a batch. */
  record Raised(String department, int level, int tasks) {}

  /**
   * Raises everything that is due, and resumes what waited for its season.
   *
   * @return how many rows of escalation were written
   */
  int run() {
    int raised = batches.untilNothingIsDue(this::raise);
    seasons.run();
    return raised;
  }

  private int raise(Instant now) {
    List<Raised> raised =
        jdbc.sql(RAISE)
            .param("now", TaskStore.utc(now))
            .param("most", BATCH)
            .query(DataClassRowMapper.newInstance(Raised.class))
            .list();
    told.raised(raised);
    return raised.stream().mapToInt(Raised::tasks).sum();
  }
}
