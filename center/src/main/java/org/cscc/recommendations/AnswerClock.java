package org.cscc.recommendations;

import java.time.Instant;
import java.util.List;
import org.cscc.ledger.Batches;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What nobody answers: its addressee is reminded on its day, and the steering committee hears of it
 * later, each once. A batch is one statement whose rows no other node can take meanwhile; a node
 * that dies in it has told nobody.
 */
@Component
class AnswerClock {
  private static final int BATCH = 200;

  private static final String RAISE =
      """
      with due as (
        select id from recommendations.recommendation
        where state = 'ISSUED' and rises_at <= :now
        order by rises_at, id limit :most for update skip locked),
      raised as (
        update recommendations.recommendation t set raised = t.raised + 1
        from due where t.id = due.id
        returning t.id, t.code, t.addressed_to, t.raised),
      written as (
        insert into recommendations.escalation (recommendation, level, at)
        select id, raised, :now from raised),
      stepped as (
        insert into recommendations.step
          (recommendation, position, move, from_state, to_state, by_account, by_role,
           by_organization, at)
        select r.id,
          1 + coalesce((select max(s.position) from recommendations.step s
                        where s.recommendation = r.id), 0),
          case r.raised when 1 then 'REMIND' else 'RAISE' end, 'ISSUED', 'ISSUED', 'system',
          'CLOCK', '', :now
        from raised r)
      select code, addressed_to, raised as level from raised order by level, code
      """;

  private final JdbcClient jdbc;
  private final Batches batches;
  private final RecommendationTold told;

  AnswerClock(JdbcClient jdbc, Batches batches, RecommendationTold told) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.told = told;
  }

  /** A recommendation that reached a level in a batch. */
  record Raised(String code, String addressedTo, int level) {}

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
            .param("now", RecommendationStore.utc(now))
            .param("most", BATCH)
            .query(DataClassRowMapper.newInstance(Raised.class))
            .list();
    told.raised(raised);
    return raised.size();
  }
}
