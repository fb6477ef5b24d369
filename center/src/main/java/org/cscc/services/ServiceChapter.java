package org.cscc.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.incidents.IncidentChapter;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.StoryLine;
import org.cscc.incidents.StoryWord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the block of an incident was given: services that stand there now or were asked for soon
 * after. Who asked, and in which words, is not told.
 */
@Component
class ServiceChapter implements IncidentChapter {
  /** So many services are told; how many more there are is told, too. */
  private static final int MOST = 40;

  private final JdbcClient jdbc;
  private final Access access;

  ServiceChapter(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  private record Row(
      String code,
      String type,
      TaskState state,
      @Nullable String department,
      LocalDate dueOn,
      OffsetDateTime requestedAt,
      @Nullable OffsetDateTime completedAt,
      @Nullable OffsetDateTime verifiedAt,
      OffsetDateTime changedAt,
      int all) {
    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getString("code"),
          row.getString("type"),
          TaskState.valueOf(row.getString("state")),
          row.getString("department"),
          row.getObject("due_on", LocalDate.class),
          row.getObject("requested_at", OffsetDateTime.class),
          row.getObject("completed_at", OffsetDateTime.class),
          row.getObject("verified_at", OffsetDateTime.class),
          row.getObject("changed_at", OffsetDateTime.class),
          row.getInt("found"));
    }

    boolean stands() {
      return state.open() || state == TaskState.COMPLETED;
    }
  }

  @Override
  public List<StoryLine> of(IncidentFacts incident, Instant until) {
    return access
        .decide(Capability.READ_SERVICES)
        .map(decision -> lines(incident, rows(decision, incident, until)))
        .orElse(List.of());
  }

  private List<Row> rows(Decision decision, IncidentFacts incident, Instant until) {
    return jdbc.sql(
            """
            select t.code, t.type, t.state, t.department, t.due_on, t.requested_at, t.completed_at,
              t.verified_at, t.changed_at, count(*) over () as found
            from services.task t
            where t.parent is null and t.block = :block
              and (t.state not in ('VERIFIED', 'REJECTED')
                   or t.requested_at between :since and :until)
              and\s"""
                + TaskReach.CONDITION
                + """
                 order by (t.state in ('VERIFIED', 'REJECTED')), t.requested_at desc, t.code
                limit :most
                """)
        .params(TaskReach.values(decision))
        .param("block", incident.block())
        .param("since", TaskStore.utc(incident.occurredAt()))
        .param("until", TaskStore.utc(until))
        .param("most", MOST)
        .query(Row::of)
        .list();
  }

  private static List<StoryLine> lines(IncidentFacts incident, List<Row> rows) {
    List<StoryLine> lines = new ArrayList<>();
    for (Row row : rows) {
      // What was asked for before has its place only in how the block stands now.
      if (!row.requestedAt().toInstant().isBefore(incident.occurredAt())) {
        happened(row, lines);
      }
      if (row.stands()) {
        lines.add(stands(row));
      }
    }
    if (!rows.isEmpty() && rows.getFirst().all() > rows.size()) {
      lines.add(
          StoryLine.stands(
                  "services.story.more", new StoryWord.Count(rows.getFirst().all() - rows.size()))
              .on("/services"));
    }
    return lines;
  }

  private static void happened(Row row, List<StoryLine> lines) {
    add(row, row.requestedAt(), "asked", lines);
    if (row.department() != null) {
      add(row, row.completedAt(), "completed", lines);
      add(row, row.verifiedAt(), "verified", lines);
      if (row.state() == TaskState.REJECTED) {
        add(row, row.changedAt(), "rejected", lines);
      }
    }
  }

  private static void add(Row row, @Nullable OffsetDateTime at, String key, List<StoryLine> lines) {
    if (at != null) {
      lines.add(
          StoryLine.happened(
                  at.toInstant(),
                  "services.story." + key,
                  new StoryWord.Code(row.code()),
                  type(row),
                  new StoryWord.Organization(row.department() == null ? "" : row.department()))
              .on(page(row)));
    }
  }

  private static StoryLine stands(Row row) {
    StoryWord code = new StoryWord.Code(row.code());
    StoryWord state = new StoryWord.Word(row.state().key());
    StoryWord due = new StoryWord.Day(row.dueOn());
    return (row.department() == null
            ? StoryLine.stands("services.story.open", code, type(row), state, due)
            : StoryLine.stands(
                "services.story.owed",
                code,
                type(row),
                state,
                due,
                new StoryWord.Organization(row.department())))
        .on(page(row));
  }

  private static StoryWord type(Row row) {
    return new StoryWord.Word("services.type." + row.type());
  }

  private static String page(Row row) {
    return "/services/tasks/" + row.code();
  }
}
