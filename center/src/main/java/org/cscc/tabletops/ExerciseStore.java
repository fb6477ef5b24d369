package org.cscc.tabletops;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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

/** The rows of exercises with their scenes, and what happened to them. */
@Component
class ExerciseStore {
  /** Columns of an exercise {@code e}, with how many findings it has. */
  static final String COLUMNS =
      """
      e.*, (select count(*) from tabletops.finding f where f.exercise = e.id) as findings,
      (select count(*) from tabletops.finding f where f.exercise = e.id and f.kind = 'GAP'
        and f.decided_at is null) as undecided
      """;

  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final VersionedRows rows;
  private final StepLog log;

  ExerciseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = new FormKeys(jdbc, "tabletops.once", "exercise");
    this.rows = new VersionedRows(jdbc, "tabletops.exercise");
    this.log = new StepLog(jdbc, "tabletops.step", "exercise", "detail");
  }

  void add(UUID id, String code, PlanWish wish, Instant startsAt, Mover by, Instant at) {
    jdbc.sql(
            """
            insert into tabletops.exercise
              (id, code, title, teams, area, starts_at, place, objectives, organizations, state,
               planned_by, planned_org, planned_at, changed_at)
            values (:id, :code, :title, :teams, :area, :starts, :place, :objectives, :guests,
              'PLANNED', :by, :org, :at, :at)
            """)
        .param("id", id)
        .param("code", code)
        .param("title", wish.title())
        .param("teams", wish.teams().toArray(String[]::new))
        .param("area", wish.area())
        .param("starts", utc(startsAt))
        .param("place", wish.place())
        .param("objectives", wish.objectives())
        .param("guests", wish.organizations().toArray(String[]::new))
        .param("by", by.account())
        .param("org", by.organization())
        .param("at", utc(at))
        .update();
    scenes(id, wish.scenes());
  }

  /** Keeps the scenes as they are told now. */
  void scenes(UUID exercise, List<Scene> scenes) {
    for (Scene scene : scenes) {
      jdbc.sql(
              """
              insert into tabletops.scene (exercise, part, story, injects, question)
              values (:exercise, :part, :story, :injects, :question)
              on conflict (exercise, part) do update
                set story = excluded.story, injects = excluded.injects,
                  question = excluded.question
              """)
          .param("exercise", exercise)
          .param("part", scene.part().name())
          .param("story", scene.story())
          .param("injects", scene.injects().toArray(String[]::new))
          .param("question", scene.question())
          .update();
    }
  }

  Optional<Exercise> byCode(String code) {
    return jdbc.sql("select " + COLUMNS + " from tabletops.exercise e where e.code = ?")
        .param(code)
        .query((row, n) -> exercise(row))
        .optional();
  }

  /** What the same form of the same person made before. */
  Optional<Exercise> byKey(UUID key, String account) {
    return jdbc.sql(
            "select " + COLUMNS + " from tabletops.exercise e where " + keys.madeBefore("e.id"))
        .param("key", key)
        .param("account", account)
        .query((row, n) -> exercise(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Exercise> lock(String code) {
    rows.hold("code", code);
    return byCode(code);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  /** The three scenes, in the order in which they are played. */
  List<Scene> scenesOf(UUID exercise) {
    List<Scene> scenes =
        new ArrayList<>(
            jdbc.sql("select * from tabletops.scene where exercise = ?")
                .param(exercise)
                .query(
                    (row, n) ->
                        new Scene(
                            Part.valueOf(row.getString("part")),
                            row.getString("story"),
                            texts(row, "injects"),
                            row.getString("question")))
                .list());
    scenes.sort((one, other) -> one.part().compareTo(other.part()));
    return scenes;
  }

  void step(UUID exercise, Entry entry, @Nullable String detail) {
    log.add(exercise, entry, detail);
  }

  List<ExerciseStep> steps(UUID exercise) {
    return log.of(
        exercise,
        (row, n) ->
            new ExerciseStep(
                row.getInt("position"),
                row.getString("move"),
                ExerciseState.valueOf(row.getString("to_state")),
                row.getString("by_account"),
                row.getString("by_organization"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("detail")));
  }

  static Exercise exercise(ResultSet row) throws SQLException {
    return new Exercise(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("title"),
        texts(row, "teams"),
        row.getObject("area", Integer.class),
        row.getObject("starts_at", OffsetDateTime.class),
        row.getString("place"),
        row.getString("objectives"),
        texts(row, "organizations"),
        ExerciseState.valueOf(row.getString("state")),
        row.getString("cancel_reason"),
        row.getObject("report_due", OffsetDateTime.class),
        row.getString("none_because"),
        row.getObject("closed_at", OffsetDateTime.class),
        row.getString("planned_by"),
        row.getString("planned_org"),
        row.getInt("findings"),
        row.getInt("undecided"),
        row.getInt("version"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
