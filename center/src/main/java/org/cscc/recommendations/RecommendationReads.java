package org.cscc.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.kernel.SpokenCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recommendations as people read them; each list takes one statement. */
@Component
class RecommendationReads {
  /** What waits for an answer first, the oldest day first; then what others have to take on. */
  private static final String ORDER =
      """
       order by (t.state = 'ISSUED') desc, case when t.state = 'ISSUED' then t.due_at end,
        array_position(array['PROPOSED', 'ACCEPTED', 'IMPLEMENTED', 'DRAFT', 'EVALUATED',
                             'REJECTED', 'DROPPED'], t.state),
        t.promised_on, t.changed_at desc, t.code\
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RecommendationReads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is within reach, in numbers.
   *
   * @param waiting issued and not answered
   * @param late issued, and its day has passed
   * @param proposed the chair wants it issued
   * @param promised accepted and not done
   * @param toEvaluate said to be done
   * @param drafts written, and the chair's own
   */
  record Numbers(
      int all, int waiting, int late, int proposed, int promised, int toEvaluate, int drafts) {
    /** How many wait for somebody of the role. */
    public int turnOf(Role role) {
      return switch (role) {
        case DEPARTMENT_LIAISON, OUTREACH -> waiting;
        case DIRECTOR -> proposed;
        case ANALYST -> toEvaluate;
        case FACILITATOR -> drafts;
        default -> 0;
      };
    }
  }

  Optional<Recommendation> byCode(Decision decision, String code) {
    return jdbc.sql(RecommendationStore.SELECT + "t.code = :code and " + Mover.CONDITION)
        .params(Mover.values(decision.about(Capability.READ_RECOMMENDATIONS)))
        .param("code", SpokenCode.normal(code))
        .query((row, n) -> RecommendationStore.recommendation(row))
        .optional();
  }

  List<Recommendation> page(Decision decision, Wanted wanted) {
    return some(decision, wanted, Wanted.ROWS, (wanted.page() - 1) * Wanted.ROWS);
  }

  List<Recommendation> some(Decision decision, Wanted wanted, int most, int skip) {
    return bound(
            RecommendationStore.SELECT + where(wanted) + ORDER + " limit :most offset :skip",
            decision,
            wanted)
        .param("most", most)
        .param("skip", skip)
        .query((row, n) -> RecommendationStore.recommendation(row))
        .list();
  }

  /** In numbers, all of one statement. */
  Numbers numbers(Decision decision, Wanted wanted) {
    return bound(
            """
            select count(*) as n,
              count(*) filter (where t.state = 'ISSUED') as waiting,
              count(*) filter (where t.state = 'ISSUED' and t.due_at < :now) as late,
              count(*) filter (where t.state = 'PROPOSED') as proposed,
              count(*) filter (where t.state = 'ACCEPTED') as promised,
              count(*) filter (where t.state = 'IMPLEMENTED') as done,
              count(*) filter (where t.state = 'DRAFT') as drafts
            from recommendations.recommendation t where\s"""
                + where(wanted),
            decision,
            wanted)
        .param("now", RecommendationStore.utc(clock.instant()))
        .query(
            (row, n) ->
                new Numbers(
                    row.getInt("n"),
                    row.getInt("waiting"),
                    row.getInt("late"),
                    row.getInt("proposed"),
                    row.getInt("promised"),
                    row.getInt("done"),
                    row.getInt("drafts")))
        .single();
  }

  /**
   * What became of one recommendation that was issued, for counting: no words.
   *
   * @param block of the review that it comes from; null when that has none
   * @param answeredAt null while nobody answered
   */
  record Figure(
      String code,
      String organization,
      int area,
      @Nullable String block,
      RecommendationState state,
      Instant issuedAt,
      Instant dueAt,
      @Nullable Instant answeredAt) {}

  /** Everything that was issued, within reach. */
  List<Figure> figures(Decision decision) {
    return jdbc.sql(
            """
            select t.code, t.addressed_to, t.area, t.block, t.state, t.issued_at, t.due_at, t.answered_at
            from recommendations.recommendation t where t.shown_to is not null and\s"""
                + Mover.CONDITION
                + " order by t.issued_at, t.code")
        .params(Mover.values(decision.about(Capability.READ_RECOMMENDATIONS)))
        .query(
            (row, n) ->
                new Figure(
                    row.getString("code"),
                    row.getString("addressed_to"),
                    row.getInt("area"),
                    row.getString("block"),
                    RecommendationState.valueOf(row.getString("state")),
                    row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                    row.getObject("due_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null)))
        .list();
  }

  private JdbcClient.StatementSpec bound(String sql, Decision decision, Wanted wanted) {
    return jdbc.sql(sql)
        .params(Mover.values(decision.about(Capability.READ_RECOMMENDATIONS)))
        .param("organization", wanted.organization())
        .param("level", wanted.level() == null ? null : wanted.level().name())
        .param("state", wanted.state() == null ? null : wanted.state().name())
        .param("area", wanted.area());
  }

  private static String where(Wanted wanted) {
    StringBuilder where = new StringBuilder(Mover.CONDITION);
    if (wanted.organization() != null) {
      where.append(" and t.addressed_to = :organization");
    }
    if (wanted.level() != null) {
      where.append(" and t.level = :level");
    }
    if (wanted.state() != null) {
      where.append(" and t.state = :state");
    }
    if (wanted.area() != null) {
      where.append(" and t.area = :area");
    }
    return where.toString();
  }
}
