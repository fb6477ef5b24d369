package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of the files. */
@Component
class ImportReports {
  private final JdbcClient jdbc;

  ImportReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A rejected row.
   *
   * @param shown the cell, where its shape can hold no name; else null
   */
  record RejectedRow(long row, long line, String column, @Nullable String shown, String rule) {}

  /** How often a rule rejected a row. */
  record RuleCount(String rule, long count) {}

  /** The newest imports, at most 50. */
  List<ImportReport> newest(Decision decision) {
    decision.about(Capability.IMPORT_FEEDS);
    return jdbc.sql("select * from incidents.import order by order_number desc limit 50")
        .query((row, number) -> report(row))
        .list();
  }

  /** The newest imports since a moment that left something to mend, at most {@code most}. */
  List<ImportTrouble> troubled(Decision decision, Instant since, int most) {
    decision.about(Capability.IMPORT_FEEDS);
    return jdbc.sql(
            """
            select id, file_name, state, rejected from incidents.import
            where requested_at >= ?
              and (rejected > 0 or state in ('QUARANTINED', 'REFUSED', 'FAILED'))
            order by order_number desc limit ?
            """)
        .params(since.atOffset(ZoneOffset.UTC), most)
        .query(
            (row, number) ->
                new ImportTrouble(
                    row.getObject("id", UUID.class),
                    row.getString("file_name"),
                    row.getString("state"),
                    row.getLong("rejected")))
        .list();
  }

  Optional<ImportReport> byId(Decision decision, UUID id) {
    decision.about(Capability.IMPORT_FEEDS);
    return jdbc.sql("select * from incidents.import where id = ?")
        .param(id)
        .query((row, number) -> report(row))
        .optional();
  }

  List<RuleCount> rules(Decision decision, UUID id) {
    decision.about(Capability.IMPORT_FEEDS);
    return jdbc.sql(
            """
            select rule, count(*) from incidents.reject where import = ?
            group by rule order by count(*) desc, rule
            """)
        .param(id)
        .query((row, number) -> new RuleCount(row.getString(1), row.getLong(2)))
        .list();
  }

  /**
   * Rejected rows in the order of the file.
   *
   * @param after number of the row after which to go on; 0 for the first
   */
  List<RejectedRow> rejects(Decision decision, UUID id, long after, int most) {
    decision.about(Capability.IMPORT_FEEDS);
    return jdbc.sql(
            """
            select row_number, line_number, column_name, shown_value, rule
            from incidents.reject where import = ? and row_number > ? order by row_number limit ?
            """)
        .params(id, after, most)
        .query((row, number) -> rejected(row))
        .list();
  }

  void eachReject(Decision decision, UUID id, Consumer<RejectedRow> consumer) {
    decision.about(Capability.IMPORT_FEEDS);
    jdbc.sql(
            """
            select row_number, line_number, column_name, shown_value, rule
            from incidents.reject where import = ? order by row_number
            """)
        .param(id)
        .query(
            row -> {
              consumer.accept(rejected(row));
            });
  }

  private static RejectedRow rejected(ResultSet row) throws SQLException {
    return new RejectedRow(
        row.getLong("row_number"),
        row.getLong("line_number"),
        row.getString("column_name"),
        row.getString("shown_value"),
        row.getString("rule"));
  }

  private static ImportReport report(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    @Nullable Instant endedAt = ended == null ? null : ended.toInstant();
    return new ImportReport(
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        row.getString("format"),
        row.getString("state"),
        row.getString("requested_by"),
        IncidentRow.instant(row, "requested_at"),
        IncidentRow.instant(row, "received_at"),
        endedAt,
        row.getLong("rows_read"),
        row.getLong("accepted"),
        row.getLong("added"),
        row.getLong("updated"),
        row.getLong("unchanged"),
        row.getLong("rejected"),
        row.getLong("unmapped"),
        row.getLong("without_case"),
        row.getString("identity"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("rule"),
        row.getObject("rule_row", Long.class),
        row.getString("rule_column"),
        row.getString("sha256"));
  }
}
