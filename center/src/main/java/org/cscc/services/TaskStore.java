package org.cscc.services;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cscc.ledger.Entry;
import org.cscc.ledger.Exhibits;
import org.cscc.ledger.FormKeys;
import org.cscc.ledger.StepLog;
import org.cscc.ledger.VersionedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of services, of their history and of what was shown for them. */
@Component
class TaskStore {
  private static final String SELECT =
      "select " + TaskRows.COLUMNS + " from services.task t where ";

  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final VersionedRows rows;
  private final StepLog log;
  private final Exhibits exhibits;

  TaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = new FormKeys(jdbc, "services.once", "task");
    this.rows = new VersionedRows(jdbc, "services.task");
    this.log = new StepLog(jdbc, "services.step", "task", "reason_code", "reason", "detail");
    this.exhibits = new Exhibits(jdbc, "services.evidence", "services.step", "task");
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
    return jdbc.sql(SELECT + "t.code = ?")
        .param(code)
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  /** The oldest one of a type that is owed on a block, so that nobody asks for it twice. */
  Optional<ServiceTask> owed(String type, int area, String block) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + """
                 from services.task t
                where t.type = ? and t.area = ? and t.block = ? and t.parent is null
                  and t.state in ('SUBMITTED', 'ROUTED', 'ACKNOWLEDGED', 'SCHEDULED', 'IN_PROGRESS',
                                  'BLOCKED', 'REOPENED')
                order by t.requested_at, t.code limit 1""")
        .params(type, area, block)
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  /** The newest one of a type that is said to be done on a block, and nobody has verified. */
  Optional<ServiceTask> completed(String type, int area, String block) {
    return jdbc.sql(
            SELECT
                + """
                t.type = ? and t.area = ? and t.block = ? and t.parent is null
                  and t.state = 'COMPLETED'
                order by t.completed_at desc, t.code limit 1""")
        .params(type, area, block)
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<ServiceTask> lock(String code) {
    rows.hold("code", code);
    return byCode(code);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  /**
   * Adds to the history.
   *
   * @param detail what the move changed beside the state
   */
  void step(
      UUID task,
      Entry entry,
      @Nullable String reasonCode,
      @Nullable String reason,
      @Nullable String detail) {
    log.add(task, entry, reasonCode, reason, detail);
  }

  /** Puts evidence beside the newest step of a task. */
  void evidence(UUID task, List<Shown> shown, String by, Instant at) {
    shown.forEach(one -> exhibits.add(task, one.kind(), one.said(), one.upload(), by, at));
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
    return log.of(task, (row, n) -> TaskRows.step(row));
  }

  /** Tasks that were folded into this one. */
  List<ServiceTask> children(UUID parent) {
    return jdbc.sql(SELECT + "t.parent = ?")
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

  /** Gives what was folded into a task to the department that has that one now. */
  void childrenGoTo(UUID parent, String department) {
    children(parent).forEach(child -> goTo(child.id(), department));
  }

  /** The department that a task goes to with another one; the one before keeps sight of it. */
  void goTo(UUID task, String department) {
    jdbc.sql(
            """
            update services.task set department = :department,
              passed = case when department is null or department = any (passed) then passed
                else array_append(passed, department) end
            where id = :task and department is distinct from :department
            """)
        .param("task", task)
        .param("department", department)
        .update();
  }

  /** Lets those who see a task because they wait for it see the one that it is folded into. */
  void letSeeInstead(UUID task, UUID parent) {
    jdbc.sql(
            """
            update services.task p set waited_by = array(
              select unnest(p.waited_by) union select unnest(t.waited_by) order by 1)
            from services.task t where p.id = :parent and t.id = :task
            """)
        .param("task", task)
        .param("parent", parent)
        .update();
  }

  /** Lets a department see what a task of its own waits for. */
  void letSee(UUID task, String department) {
    jdbc.sql(
            """
            update services.task set waited_by = array_append(waited_by, ?)
            where id in (
                select coalesce(n.parent, n.id) from services.dependency d
                join services.task n on n.id = d.needs where d.task = ?)
              and not (? = any (waited_by))
            """)
        .params(department, task, department)
        .update();
  }

  /** Departments with something open that can not be done before a task: read as the center. */
  Set<String> waitingFor(String code) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct t.department from services.task s
                join services.task n on s.id in (n.id, n.parent)
                join services.dependency d on d.needs = n.id
                join services.task t on t.id = d.task
                where s.code = ? and t.department is not null and t.parent is null
                  and t.state in ('SUBMITTED', 'ROUTED', 'ACKNOWLEDGED', 'SCHEDULED', 'IN_PROGRESS',
                    'BLOCKED', 'REOPENED')
                """)
            .param(code)
            .query(String.class)
            .list());
  }

  /**
   * Whether one can not be done before the other, over however many between. What was folded into
   * another one stands for that one.
   */
  boolean waits(UUID task, UUID forTask) {
    return jdbc.sql(
            """
            with recursive needed (task, id) as (
              select d.task, coalesce(n.parent, n.id) from services.dependency d
              join services.task n on n.id = d.needs),
            before (id) as (
              select id from needed where task = ?
              union select n.id from needed n join before b on n.task = b.id)
            select exists (select from before where id = ?)
            """)
        .params(task, forTask)
        .query(Boolean.class)
        .single();
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

  /** What the same form made before. */
  Optional<ServiceTask> byKey(@Nullable UUID key, String account) {
    return jdbc.sql(SELECT + keys.madeBefore("t.id"))
        .param("key", key)
        .param("account", account)
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
