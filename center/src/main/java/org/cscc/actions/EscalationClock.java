package org.cscc.actions;

import java.time.Instant;
import java.util.List;
import org.cscc.ledger.Batches;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What nobody claims done in time rises, level by level, each once. A batch is one statement whose
 * rows no other node can take meanwhile; a node that dies in it has raised nothing of it.
 */
@Component
class EscalationClock {
  private static final int BATCH = 500;

  private static final String RAISE =
      """
      with due as (
        select id from actions.item
        where parent is null and rises_at <= :now
          and state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'REOPENED')
        order by rises_at, id limit :most for update skip locked),
      raised as (
        update actions.item i set level = i.level + 1, changed_at = :now
        from due where i.id = due.id
        returning i.id, i.level, i.state, i.owner_org, i.owner_account),
      written as (
        insert into actions.escalation (item, level, at, by_account, by_role, reason)
        select id, level, :now, 'system', 'CLOCK', 'OVERDUE' from raised),
      stepped as (
        insert into actions.step
          (item, position, move, from_state, to_state, by_account, by_role, by_organization, at,
           reason_code, detail)
        select r.id, 1 + coalesce((select max(s.position) from actions.step s where s.item = r.id), 0),
          'ESCALATE', r.state, r.state, 'system', 'CLOCK', '', :now, 'OVERDUE', 'L' || r.level
        from raised r)
      select owner_org as organization, owner_account as account, level, count(*)::int as items
      from raised group by owner_org, owner_account, level order by 1, 2, 3
      """;

  private final JdbcClient jdbc;
  private final Batches batches;
  private final Told told;

  EscalationClock(JdbcClient jdbc, Batches batches, Told told) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.told = told;
  }

  /** How many items of an account rose to a level in a batch. */
  record Raised(String organization, String account, int level, int items) {}

  /**
   * Raises everything that is due.
   *
   * @return how many rows of escalation were written
   */
  int run() {
    return batches.untilNothingIsDue(this::raise);
  }

  private int raise(Instant now) {
    List<Raised> raised =
        jdbc.sql(RAISE)
            .param("now", ItemStore.utc(now))
            .param("most", BATCH)
            .query(DataClassRowMapper.newInstance(Raised.class))
            .list();
    told.raised(raised);
    return raised.stream().mapToInt(Raised::items).sum();
  }
}
