package org.cscc.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.ledger.Entry;
import org.cscc.ledger.FormKeys;
import org.cscc.ledger.StepLog;
import org.cscc.ledger.VersionedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of recommendations, of their words and of their history. */
@Component
class RecommendationStore {
  static final String SELECT = "select t.* from recommendations.recommendation t where ";

  /** Keys of forms that were sent, about recommendations and about reviews. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final VersionedRows rows;
  private final StepLog log;

  RecommendationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = new FormKeys(jdbc, "recommendations.once", "made");
    this.rows = new VersionedRows(jdbc, "recommendations.recommendation");
    this.log = new StepLog(jdbc, "recommendations.step", "recommendation", "reason", "detail");
  }

  void add(UUID id, String code, IncidentReview review, Draft draft, String by, Instant at) {
    jdbc.sql(
            """
            insert into recommendations.recommendation
              (id, code, review, review_code, team, area, block, title, said, level, addressed_to,
               state, written_by, changed_at)
            values (:id, :code, :review, :reviewCode, :team, :area, :block, :title, :said, :level,
              :to, 'DRAFT', :by, :at)
            """)
        .param("id", id)
        .param("code", code)
        .param("review", review.id())
        .param("reviewCode", review.code())
        .param("team", review.team())
        .param("area", review.area())
        .param("block", review.block())
        .param("title", draft.title())
        .param("said", draft.said())
        .param("level", draft.level().name())
        .param("to", draft.addressedTo())
        .param("by", by)
        .param("at", utc(at))
        .update();
    wording(id, draft, by, at);
  }

  /** Keeps the words as they are now; nothing of what stood before is lost. */
  void wording(UUID id, Draft draft, String by, Instant at) {
    jdbc.sql(
            """
            insert into recommendations.wording
              (recommendation, version, title, said, level, addressed_to, by_account, at)
            select :id, coalesce(max(version), 0) + 1, :title, :said, :level, :to, :by, :at
            from recommendations.wording where recommendation = :id
            """)
        .param("id", id)
        .param("title", draft.title())
        .param("said", draft.said())
        .param("level", draft.level().name())
        .param("to", draft.addressedTo())
        .param("by", by)
        .param("at", utc(at))
        .update();
  }

  /** The words that stood there before, newest first, without the present ones. */
  List<Wording> formerWords(UUID id) {
    return jdbc.sql(
            """
            select * from recommendations.wording where recommendation = ?
            order by version desc offset 1
            """)
        .param(id)
        .query(
            (row, n) ->
                new Wording(
                    row.getInt("version"),
                    new Draft(
                        row.getString("title"),
                        row.getString("said"),
                        Level.valueOf(row.getString("level")),
                        row.getString("addressed_to")),
                    row.getString("by_account"),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  Optional<Recommendation> byCode(String code) {
    return jdbc.sql(SELECT + "t.code = ?")
        .param(code)
        .query((row, n) -> recommendation(row))
        .optional();
  }

  /** What came of a review, in the order in which it was written. */
  List<Recommendation> of(UUID review) {
    return jdbc.sql(
            SELECT
                + """
                t.review = ? order by (select w.at from recommendations.wording w
                                       where w.recommendation = t.id and w.version = 1), t.code
                """)
        .param(review)
        .query((row, n) -> recommendation(row))
        .list();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Recommendation> lock(String code) {
    return jdbc.sql(SELECT + "t.code = ? for update")
        .param(code)
        .query((row, n) -> recommendation(row))
        .optional();
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  void step(UUID recommendation, Entry entry, @Nullable String reason, @Nullable String detail) {
    log.add(recommendation, entry, reason, detail);
  }

  List<RecommendationStep> steps(UUID recommendation) {
    return log.of(recommendation, (row, n) -> step(row));
  }

  /** Code of what the same form made before. */
  Optional<String> madeBy(@Nullable UUID key, String account) {
    return jdbc.sql(
            """
            select made from recommendations.once
            where key = :key and account = :account and made is not null
            """)
        .param("key", key)
        .param("account", account)
        .query(String.class)
        .optional();
  }

  /** Words that stood there. */
  record Wording(int version, Draft draft, String byAccount, OffsetDateTime at) {}

  static Recommendation recommendation(ResultSet row) throws SQLException {
    String statement = row.getString("statement");
    return new Recommendation(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("review", UUID.class),
        row.getString("review_code"),
        row.getString("team"),
        row.getInt("area"),
        row.getString("block"),
        row.getString("title"),
        row.getString("said"),
        Level.valueOf(row.getString("level")),
        row.getString("addressed_to"),
        RecommendationState.valueOf(row.getString("state")),
        row.getString("written_by"),
        row.getString("proposed_by"),
        at(row, "issued_at"),
        at(row, "due_at"),
        at(row, "answered_at"),
        row.getString("answer"),
        row.getObject("promised_on", LocalDate.class),
        at(row, "implemented_at"),
        row.getString("implemented_by"),
        row.getString("evidence"),
        statement == null ? null : Statement.valueOf(statement),
        row.getObject("statement_n", Integer.class),
        row.getString("evaluation"),
        row.getObject("changed_at", OffsetDateTime.class),
        row.getInt("raised"),
        row.getInt("version"));
  }

  private static RecommendationStep step(ResultSet row) throws SQLException {
    String from = row.getString("from_state");
    return new RecommendationStep(
        row.getInt("position"),
        row.getString("move"),
        from == null ? null : RecommendationState.valueOf(from),
        RecommendationState.valueOf(row.getString("to_state")),
        row.getString("by_account"),
        row.getString("by_organization"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("reason"),
        row.getString("detail"));
  }

  private static @Nullable OffsetDateTime at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
