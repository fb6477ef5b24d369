package org.cscc.tabletops;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.SpokenCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of exercises as people read them; each takes a fixed number of statements. */
@Component
class ExerciseReads {
  /** So many rows stand on a page. */
  static final int ROWS = 25;

  /** More than are planned or owe a report at once. */
  private static final int MOST = 200;

  private static final String ENDED = "e.state in ('CLOSED', 'CANCELLED')";

  private final JdbcClient jdbc;

  ExerciseReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What waits for whoever leads, in numbers.
   *
   * @param toSay their hour is over, and nobody has said whether they were held
   * @param near their report is due soon
   * @param late their report is late
   */
  record Waiting(int toSay, int near, int late) {}

  Optional<Exercise> byCode(Decision decision, String code) {
    return jdbc.sql(
            "select "
                + ExerciseStore.COLUMNS
                + " from tabletops.exercise e where e.code = :code and "
                + ExerciseReach.CONDITION)
        .param("code", SpokenCode.normal(code))
        .params(ExerciseReach.values(decision.about(Capability.READ_TABLETOPS)))
        .query((row, n) -> ExerciseStore.exercise(row))
        .optional();
  }

  /** Those that are planned, the next first. */
  List<Exercise> upcoming(Decision decision) {
    return some(decision, "e.state = 'PLANNED' order by e.starts_at, e.code", MOST, 0);
  }

  /** Those that were held and whose report is not finished, the most pressing first. */
  List<Exercise> owing(Decision decision) {
    return some(
        decision, "e.state in ('HELD', 'DEBRIEFED') order by e.report_due, e.code", MOST, 0);
  }

  /**
   * A page of those that have ended, the newest first.
   *
   * @param page counted from 1
   */
  List<Exercise> ended(Decision decision, int page) {
    return some(
        decision,
        ENDED + " order by e.starts_at desc, e.code",
        ROWS,
        (Math.max(1, page) - 1) * ROWS);
  }

  /** How many have ended. */
  int endedInAll(Decision decision) {
    return jdbc.sql(
            "select count(*) from tabletops.exercise e where "
                + ENDED
                + " and "
                + ExerciseReach.CONDITION)
        .params(ExerciseReach.values(decision.about(Capability.READ_TABLETOPS)))
        .query(Integer.class)
        .single();
  }

  private List<Exercise> some(Decision decision, String which, int most, int skip) {
    return jdbc.sql(
            "select "
                + ExerciseStore.COLUMNS
                + " from tabletops.exercise e where "
                + ExerciseReach.CONDITION
                + " and "
                + which
                + " limit :most offset :skip")
        .params(ExerciseReach.values(decision.about(Capability.READ_TABLETOPS)))
        .param("most", most)
        .param("skip", skip)
        .query((row, n) -> ExerciseStore.exercise(row))
        .list();
  }

  /**
   * What waits for who leads exercises of teams.
   *
   * @param near from when on a report is near, as the instant before which it is due
   */
  Waiting waiting(Set<String> teams, Instant now, Instant near) {
    return jdbc.sql(
            """
            select count(*) filter (where e.state = 'PLANNED' and e.starts_at <= :now) as to_say,
              count(*) filter (where e.state in ('HELD', 'DEBRIEFED')
                and e.report_due >= :now and e.report_due <= :near) as near,
              count(*) filter (where e.state in ('HELD', 'DEBRIEFED')
                and e.report_due < :now) as late
            from tabletops.exercise e where e.teams && string_to_array(:teams, ',')
            """)
        .param("teams", String.join(",", teams))
        .param("now", ExerciseStore.utc(now))
        .param("near", ExerciseStore.utc(near))
        .query(
            (row, n) -> new Waiting(row.getInt("to_say"), row.getInt("near"), row.getInt("late")))
        .single();
  }
}
