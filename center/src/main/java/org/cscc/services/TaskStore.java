package org.cscc.services;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of services, of their history and of what was shown for them. */
@Component
class TaskStore {
  private final JdbcClient jdbc;

  TaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      UUID id, String code, Wish wish, boolean priority, LocalDate due, Worker by, Instant at) {
    jdbc.sql(
            """
            insert into services.task
              (id, code, type, area, block, source, note, priority, city_number, item, state,
               requested_by, requested_org, requested_at, due_on, changed_at)
            values (:id, :code, :type, :area, :block, :source, :note, :priority, :number, :item,
              'SUBMITTED', :by, :org, :at, :due, :at)
            """)
        .param("id", id)
        .param("code", code)
        .param("type", wish.type())
        .param("area", wish.area())
        .param("block", wish.block())
        .param("source", wish.source().name())
        .param("note", wish.note())
        .param("priority", priority)
        .param("number", wish.cityNumber())
        .param("item", wish.item())
        .param("by", by.account())
        .param("org", by.organization())
        .param("at", utc(at))
        .param("due", due)
        .update();
  }

  Optional<ServiceTask> byCode(String code) {
    return jdbc.sql("select " + TaskRows.COLUMNS + " from services.task t where t.code = ?")
        .param(code)
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<ServiceTask> lock(String code) {
    jdbc.sql("select 1 from services.task where code = ? for update")
        .param(code)
        .query(Integer.class)
        .optional();
    return byCode(code);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    StringBuilder sql = new StringBuilder("update services.task set version = version + 1");
    columns.keySet().forEach(name -> sql.append(", ").append(name).append(" = :").append(name));
    JdbcClient.StatementSpec update =
        jdbc.sql(sql + ", changed_at = :at where id = :id").param("id", id).param("at", utc(at));
    for (Map.Entry<String, @Nullable Object> column : columns.entrySet()) {
      update = update.param(column.getKey(), column.getValue());
    }
    update.update();
  }

  void step(UUID task, TaskStep step, String role) {
    jdbc.sql(
            """
            insert into services.step
              (task, position, move, from_state, to_state, by_account, by_role, by_organization,
               at, reason_code, reason, detail)
            select :task, coalesce(max(position), 0) + 1, :move, :from, :to, :account, :role,
              :organization, :at, :code, :reason, :detail
            from services.step where task = :task
            """)
        .param("task", task)
        .param("move", step.move())
        .param("from", step.from() == null ? null : step.from().name())
        .param("to", step.to().name())
        .param("account", step.byAccount())
        .param("role", role)
        .param("organization", step.byOrganization())
        .param("at", step.at())
        .param("code", step.reasonCode())
        .param("reason", step.reason())
        .param("detail", step.detail())
        .update();
  }

  /** Puts evidence beside the newest step of a task. */
  void evidence(UUID task, List<Shown> shown, String by, Instant at) {
    for (Shown one : shown) {
      jdbc.sql(
              """
              insert into services.evidence (id, task, position, kind, said, upload, by_account, at)
              select :id, :task, max(position), :kind, :said, :upload, :by, :at
              from services.step where task = :task
              """)
          .param("id", UUID.randomUUID())
          .param("task", task)
          .param("kind", one.kind().name())
          .param("said", one.said())
          .param("upload", one.upload())
          .param("by", by)
          .param("at", utc(at))
          .update();
    }
  }

  void escalation(UUID task, int level, Worker by, String reason, Instant at) {
    jdbc.sql(
            """
            insert into services.escalation (task, level, at, by_account, by_role, reason)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(task, level, utc(at), by.account(), by.role().name(), reason)
        .update();
  }

  List<TaskStep> steps(UUID task) {
    return jdbc.sql("select * from services.step where task = ? order by position")
        .param(task)
        .query((row, n) -> TaskRows.step(row))
        .list();
  }

  /** Tasks that were folded into this one. */
  List<ServiceTask> children(UUID parent) {
    return jdbc.sql("select " + TaskRows.COLUMNS + " from services.task t where t.parent = ?")
        .param(parent)
        .query((row, n) -> TaskRows.task(row))
        .list();
  }

  /** Names what has to be done before; false when it was named before. */
  boolean need(UUID task, UUID needs, String by, Instant at) {
    return jdbc.sql(
                """
                insert into services.dependency (task, needs, by_account, at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(task, needs, by, utc(at))
            .update()
        == 1;
  }

  /** Lets a department see what a task of its own waits for. */
  void letSee(UUID task, String department) {
    jdbc.sql(
            """
            update services.task set waited_by = array_append(waited_by, ?)
            where id in (select needs from services.dependency where task = ?)
              and not (? = any (waited_by))
            """)
        .params(department, task, department)
        .update();
  }

  /** Whether one can not be done before the other, over however many between. */
  boolean waits(UUID task, UUID forTask) {
    return jdbc.sql(
            """
            with recursive before (id) as (
              select needs from services.dependency where task = ?
              union select d.needs from services.dependency d join before on d.task = before.id)
            select exists (select from before where id = ?)
            """)
        .params(task, forTask)
        .query(Boolean.class)
        .single();
  }

  /** Departments of tasks that waited for this one. */
  List<String> waiting(UUID needs) {
    return jdbc.sql(
            """
            select distinct t.department from services.dependency d
            join services.task t on t.id = d.task
            where d.needs = ? and t.department is not null and t.state <> 'VERIFIED'
            """)
        .param(needs)
        .query((row, n) -> row.getString("department"))
        .list();
  }

  /** How often a department has said that something is done. */
  int completions(String department) {
    return jdbc.sql(
            """
            select count(*) from services.step where move = 'COMPLETE' and by_organization = ?
            """)
        .param(department)
        .query(Integer.class)
        .single();
  }

  /**
   * Takes a form's key.
   *
   * @return false when it was taken before
   */
  boolean takeKey(UUID key, String account, Instant at) {
    return jdbc.sql(
                """
                insert into services.once (key, account, at) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(key, account, utc(at))
            .update()
        == 1;
  }

  void keyMade(UUID key, UUID task) {
    jdbc.sql("update services.once set task = ? where key = ?").params(task, key).update();
  }

  /** What the same form made before. */
  Optional<ServiceTask> byKey(UUID key, String account) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + """
                 from services.task t join services.once o on o.task = t.id
                where o.key = ? and o.account = ?""")
        .params(key, account)
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
