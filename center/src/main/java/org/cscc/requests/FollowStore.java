package org.cscc.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** The rows of what is followed, its history, and the keys of the forms that moved it. */
@Component
class FollowStore {
  static final String SELECT =
      """
      select f.*, r.slug, r.number, r.department from requests.follow f
      join requests.request r on r.id = f.request\s""";

  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final StepLog log;
  private final VersionedRows rows;

  FollowStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = new FormKeys(jdbc, "requests.once", "follow");
    this.log = new StepLog(jdbc, "requests.step", "follow", "reason_code", "detail");
    this.rows = new VersionedRows(jdbc, "requests.follow");
  }

  void step(UUID follow, Entry entry, @Nullable String reasonCode, @Nullable String detail) {
    log.add(follow, entry, reasonCode, detail);
  }

  List<FollowStep> steps(UUID follow) {
    return log.of(
        follow,
        (row, n) -> {
          String from = row.getString("from_state");
          return new FollowStep(
              row.getInt("position"),
              row.getString("move"),
              from == null ? null : FollowState.valueOf(from),
              FollowState.valueOf(row.getString("to_state")),
              row.getString("by_account"),
              row.getString("by_organization"),
              row.getObject("at", OffsetDateTime.class),
              row.getString("reason_code"),
              row.getString("detail"));
        });
  }

  Optional<Follow> bySlug(String slug) {
    return jdbc.sql(SELECT + "where r.slug = ?")
        .param(slug)
        .query((row, n) -> follow(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Follow> lock(String slug) {
    Optional<Follow> before = bySlug(slug);
    before.ifPresent(follow -> rows.hold("id", follow.id()));
    return before.isEmpty() ? before : bySlug(slug);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  static Follow follow(ResultSet row) throws SQLException {
    String letGo = row.getString("let_go");
    return new Follow(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        row.getString("number"),
        row.getString("type"),
        row.getString("department"),
        row.getInt("area"),
        row.getString("block"),
        FollowState.valueOf(row.getString("state")),
        letGo == null ? null : LetGoCode.valueOf(letGo),
        row.getObject("closed_on", LocalDate.class),
        row.getObject("look_on", LocalDate.class),
        row.getObject("looked_on", LocalDate.class),
        row.getString("task"),
        row.getInt("version"));
  }
}
