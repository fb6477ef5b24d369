package org.cscc.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads services out of rows. */
final class TaskRows {
  /**
   * The columns of {@code services.task t}. Who waits for one that was folded into another one
   * waits for that one.
   */
  static final String COLUMNS =
      """
      t.*, (select p.code from services.task p where p.id = t.parent) as parent_code,
      array(select distinct coalesce(p.code, n.code)
            from services.dependency d join services.task n on n.id = d.needs
            left join services.task p on p.id = n.parent
            where d.task = t.id
              and coalesce(p.state, n.state) not in ('COMPLETED', 'VERIFIED', 'REJECTED')
            order by 1) as waits_for\
      """;

  private TaskRows() {}

  static ServiceTask task(ResultSet row) throws SQLException {
    return new ServiceTask(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("type"),
        row.getInt("area"),
        row.getString("block"),
        ServiceTask.Source.valueOf(row.getString("source")),
        row.getString("note"),
        row.getBoolean("priority"),
        row.getString("city_number"),
        row.getString("item"),
        TaskState.valueOf(row.getString("state")),
        row.getString("department"),
        List.of((String[]) row.getArray("passed").getArray()),
        List.of((String[]) row.getArray("waited_by").getArray()),
        row.getString("reason_code"),
        row.getObject("resume_on", LocalDate.class),
        row.getString("requested_by"),
        row.getString("requested_org"),
        row.getObject("requested_at", OffsetDateTime.class),
        row.getObject("due_on", LocalDate.class),
        at(row, "acknowledged_at"),
        row.getObject("scheduled_on", LocalDate.class),
        row.getString("work_order"),
        at(row, "completed_at"),
        row.getString("blocked_on"),
        row.getBoolean("sampled"),
        row.getObject("recheck_on", LocalDate.class),
        row.getInt("reopened"),
        row.getInt("level"),
        at(row, "rises_at"),
        row.getString("parent_code"),
        List.of((String[]) row.getArray("waits_for").getArray()),
        row.getInt("version"));
  }

  static TaskStep step(ResultSet row) throws SQLException {
    String from = row.getString("from_state");
    return new TaskStep(
        row.getInt("position"),
        row.getString("move"),
        from == null ? null : TaskState.valueOf(from),
        TaskState.valueOf(row.getString("to_state")),
        row.getString("by_account"),
        row.getString("by_organization"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("reason_code"),
        row.getString("reason"),
        row.getString("detail"));
  }

  private static @Nullable OffsetDateTime at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }
}
