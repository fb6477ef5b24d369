package org.cscc.services;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of services as people read them; each takes a fixed number of statements. */
@Component
class TaskReads {
  private static final String OWED =
      "t.parent is null and t.state in"
          + " ('ROUTED','ACKNOWLEDGED','SCHEDULED','IN_PROGRESS','BLOCKED','REOPENED')";

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskReads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is within reach, in numbers.
   *
   * @param open owed by a department
   * @param late owed and overdue
   * @param answer with a department that has not said yes
   * @param blocked waiting for another organization
   * @param check said to be done, to be looked at now
   * @param priority open on priority blocks
   */
  record Numbers(int open, int late, int answer, int blocked, int check, int priority) {}

  Optional<ServiceTask> byCode(Decision decision, String code) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from services.task t where t.code = :code and "
                + TaskReach.CONDITION)
        .param("code", SpokenCode.normal(code))
        .params(TaskReach.values(decision.about(Capability.READ_SERVICES)))
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  /** Those of some codes that are within reach. */
  List<ServiceTask> byCodes(Decision decision, Collection<String> codes) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from services.task t where t.code = any (string_to_array(:codes, ',')) and "
                + TaskReach.CONDITION)
        .param("codes", String.join(",", codes))
        .params(TaskReach.values(decision.about(Capability.READ_SERVICES)))
        .query((row, n) -> TaskRows.task(row))
        .list();
  }

  Optional<ServiceTask> byId(Decision decision, UUID id) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from services.task t where t.id = :id and "
                + TaskReach.CONDITION)
        .param("id", id)
        .params(TaskReach.values(decision.about(Capability.READ_SERVICES)))
        .query((row, n) -> TaskRows.task(row))
        .optional();
  }

  /** A page of a list, the most pressing first: priority blocks before others of the same day. */
  List<ServiceTask> page(Decision decision, Selection which) {
    return all(decision, which, Selection.ROWS, (which.page() - 1) * Selection.ROWS);
  }

  List<ServiceTask> all(Decision decision, Selection which, int most, int skip) {
    return bound(
            "select "
                + TaskRows.COLUMNS
                + " from services.task t where "
                + where(which)
                + " order by (t.state in ('COMPLETED', 'VERIFIED', 'REJECTED')), t.due_on,"
                + " t.priority desc, t.code limit :most offset :skip",
            decision,
            which)
        .param("most", most)
        .param("skip", skip)
        .query((row, n) -> TaskRows.task(row))
        .list();
  }

  /**
   * What is said to be done and can be looked at today in some areas, the most pressing first.
   *
   * @param areas numbers of the areas; null for all within reach
   */
  List<ServiceTask> toLookAt(Decision decision, @Nullable Set<Integer> areas, int most, int skip) {
    return looking(
            "select " + TaskRows.COLUMNS,
            " order by t.due_on, t.priority desc, t.code limit :most offset :skip",
            decision,
            areas)
        .param("most", most)
        .param("skip", skip)
        .query((row, n) -> TaskRows.task(row))
        .list();
  }

  /** How many can be looked at today in some areas. */
  int toLookAt(Decision decision, @Nullable Set<Integer> areas) {
    return looking("select count(*)", "", decision, areas).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec looking(
      String select, String rest, Decision decision, @Nullable Set<Integer> areas) {
    Selection check = Selection.of(Selection.View.CHECK);
    return bound(
            select
                + " from services.task t where "
                + where(check)
                + " and (:all or t.area = any (string_to_array(:areas, ',')::int[]))"
                + rest,
            decision,
            check)
        .param("all", areas == null)
        .param(
            "areas",
            areas == null
                ? ""
                : areas.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  int count(Decision decision, Selection which) {
    return bound("select count(*) from services.task t where " + where(which), decision, which)
        .query(Integer.class)
        .single();
  }

  Numbers numbers(Decision decision, Selection which) {
    String sql =
        """
        select count(*) filter (where OWED) as open,
          count(*) filter (where OWED and t.due_on < :today) as late,
          count(*) filter (where OWED and t.state = 'ROUTED') as answer,
          count(*) filter (where OWED and t.state = 'BLOCKED') as blocked,
          count(*) filter (where CHECKED) as checked,
          count(*) filter (where OWED and t.priority) as first
        from services.task t where\s"""
            .replace("OWED", OWED)
            .replace("CHECKED", condition(Selection.View.CHECK));
    return bound(
            sql + where(new Selection(Selection.View.ALL, which.department(), null, null, 1)),
            decision,
            which)
        .query(
            (row, n) ->
                new Numbers(
                    row.getInt("open"),
                    row.getInt("late"),
                    row.getInt("answer"),
                    row.getInt("blocked"),
                    row.getInt("checked"),
                    row.getInt("first")))
        .single();
  }

  /**
   * What rose to level 2 or 3 in a span of time, the highest first; not what another department let
   * rise before the one that has it now.
   */
  List<ServiceTasks.Raised> raised(Decision decision, Instant from, Instant until) {
    return jdbc.sql(
            """
            select t.code, t.department, t.area, e.level, e.at, t.state
            from services.escalation e join services.task t on t.id = e.task
            where e.level >= 2 and e.at > :from and e.at <= :until and\s"""
                + TaskReach.CONDITION
                + " order by e.level desc, e.at, t.code")
        .params(TaskReach.values(decision.about(Capability.READ_SERVICES)))
        .param("from", TaskStore.utc(from))
        .param("until", TaskStore.utc(until))
        .query(
            (row, n) ->
                new ServiceTasks.Raised(
                    row.getString("code"),
                    row.getString("department"),
                    row.getInt("area"),
                    row.getInt("level"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    TaskState.valueOf(row.getString("state")).open()))
        .list();
  }

  /** What was shown for a task, by the row of its history. */
  Map<Integer, List<Shown>> shown(UUID task) {
    record Row(int position, Shown shown) {}

    return jdbc
        .sql(
            """
            select position, kind, said, upload from services.evidence
            where task = ? order by position, at, id
            """)
        .param(task)
        .query(
            (row, n) ->
                new Row(
                    row.getInt("position"),
                    new Shown(
                        Shown.Kind.valueOf(row.getString("kind")),
                        row.getString("said"),
                        row.getObject("upload", UUID.class))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::position, Collectors.mapping(Row::shown, Collectors.toList())));
  }

  /** Tasks that have to be done before one, and tasks that wait for it, within reach. */
  List<ServiceTask> needs(Decision decision, UUID task, boolean before) {
    return jdbc.sql(
            "select "
                + TaskRows.COLUMNS
                + " from services.task t where exists (select from services.dependency d"
                + " join services.task n on n.id = d.needs where "
                + (before
                    ? "d.task = :task and t.id = coalesce(n.parent, n.id)"
                    : "d.task = t.id and :task in (n.id, n.parent)")
                + ") and "
                + TaskReach.CONDITION
                + " order by t.code")
        .param("task", task)
        .params(TaskReach.values(decision))
        .query((row, n) -> TaskRows.task(row))
        .list();
  }

  private JdbcClient.StatementSpec bound(String sql, Decision decision, Selection which) {
    return jdbc.sql(sql)
        .params(TaskReach.values(decision.about(Capability.READ_SERVICES)))
        .param("today", WallClock.dayOf(clock.instant()))
        .param("department", which.department())
        .param("area", which.area())
        .param("type", which.type());
  }

  private static String where(Selection which) {
    StringBuilder where = new StringBuilder(TaskReach.CONDITION);
    where.append(" and ").append(condition(which.view()));
    if (which.department() != null) {
      where.append(" and t.department = :department");
    }
    if (which.area() != null) {
      where.append(" and t.area = :area");
    }
    if (which.type() != null) {
      where.append(" and t.type = :type");
    }
    return where.toString();
  }

  private static String condition(Selection.View view) {
    return switch (view) {
      case OPEN -> "t.parent is null and t.state not in ('VERIFIED', 'REJECTED')";
      case ANSWER -> OWED + " and t.state = 'ROUTED'";
      case LATE -> OWED + " and t.due_on < :today";
      case BLOCKED -> OWED + " and t.state = 'BLOCKED'";
      case PRIORITY -> OWED + " and t.priority";
      case CHECK ->
          "t.parent is null and t.state = 'COMPLETED' and (t.sampled or t.recheck_on <= :today)"
              + " and t.department <> :own";
      case REJECTED -> "t.parent is null and t.state = 'REJECTED'";
      case MINE -> "(t.requested_by = :me or t.requested_org = :own)";
      case ALL -> "true";
    };
  }
}
