package org.cscc.services;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.Share;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Bursts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How fast and how well departments do what they are asked for (F4), on priority blocks and on
 * others, side by side. A number that rests on too few is not told; sums of both are not told
 * either, so that it can not be subtracted.
 */
@Component
class DepartmentMeasures {
  private static final int DAYS = 90;
  private static final int MOST_BURSTS = 5;

  private final JdbcClient jdbc;
  private final TaskDeadlines deadlines;
  private final Clock clock;
  private final int smallest;
  private final int many;
  private final Bursts bursts;

  /**
   * @param smallest a number that rests on fewer is not told
   * @param many so many services of a department that are said to be done within an hour are asked
   *     about
   */
  DepartmentMeasures(
      JdbcClient jdbc,
      TaskDeadlines deadlines,
      Clock clock,
      @Value("${cscc.services.smallest:5}") int smallest,
      @Value("${cscc.services.mass-closing:20}") int many) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.clock = clock;
    this.smallest = smallest;
    this.many = many;
    this.bursts = new Bursts(jdbc, "services.step");
  }

  /** What is measured. */
  enum Measure {
    /** Answered within one business day, in percent of those that were asked for. */
    ANSWERED,
    /** Done by its day, in percent of those that were done. */
    ON_TIME,
    /** Business days from the wish to the work, the middle one. */
    MEDIAN_DAYS,
    /** Within so many business days nine of ten were done. */
    NINETY_DAYS,
    /** Reopened, in percent of those that were done. */
    REOPENED,
    /** Seen to be done, in percent of those that somebody else looked at. */
    PASSED
  }

  /**
   * A number.
   *
   * @param n how many it rests on; null when they are too few to be told
   * @param value null when they are too few, or none
   * @param low lower end of the interval of a share, in percent; null for what is none
   * @param high upper end of the same
   */
  record Cell(
      @Nullable Integer n, @Nullable Integer value, @Nullable Integer low, @Nullable Integer high) {
    Cell(@Nullable Integer n, @Nullable Integer value) {
      this(n, value, null, null);
    }
  }

  /** A measure on priority blocks and on others. */
  record Pair(Measure measure, Cell priority, Cell other) {}

  /** A department with its measures. */
  record Department(String code, List<Pair> pairs) {
    /** One of its measures. */
    public Pair of(String measure) {
      return pairs.stream()
          .filter(pair -> pair.measure().name().equals(measure))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * The measures of a span.
   *
   * @param from first day
   * @param asOf when they were computed
   * @param smallest a number that rests on fewer is not told
   */
  record Sheet(LocalDate from, Instant asOf, int smallest, List<Department> departments) {}

  private record Row(
      String department,
      boolean priority,
      OffsetDateTime requestedAt,
      LocalDate dueOn,
      @Nullable OffsetDateTime acknowledgedAt,
      @Nullable OffsetDateTime completedAt,
      int reopened,
      int passed,
      int failed) {
    LocalDate asked() {
      return WallClock.dayOf(requestedAt.toInstant());
    }

    @Nullable LocalDate done() {
      return completedAt == null ? null : WallClock.dayOf(completedAt.toInstant());
    }
  }

  /** The measures of the departments within reach, of what was asked for in the last 90 days. */
  Sheet sheet(Decision decision) {
    Instant now = clock.instant();
    Instant from = now.minus(Duration.ofDays(DAYS));
    Map<String, List<Row>> rows = new TreeMap<>();
    rows(decision, from)
        .forEach(row -> rows.computeIfAbsent(row.department(), d -> new ArrayList<>()).add(row));
    List<Department> departments = new ArrayList<>();
    rows.forEach((code, own) -> departments.add(new Department(code, pairs(own))));
    return new Sheet(WallClock.dayOf(from), now, smallest, departments);
  }

  /** Where a department said of many at once that they are done, in the last week. */
  List<Bursts.Burst> massClosings(String department) {
    Instant since = clock.instant().minus(Duration.ofDays(7));
    return bursts.since(since, "COMPLETE", department, many, MOST_BURSTS);
  }

  private List<Row> rows(Decision decision, Instant from) {
    return jdbc.sql(
            """
            select t.department, t.priority, t.requested_at, t.due_on, t.acknowledged_at,
              t.completed_at, t.reopened,
              (select count(*) from services.step s where s.task = t.id and s.move = 'VERIFY') as passed,
              (select count(*) from services.step s where s.task = t.id and s.move = 'FAIL') as failed
            from services.task t
            where t.parent is null and t.department is not null and t.state <> 'REJECTED'
              and t.requested_at >= :from and\s"""
                + TaskReach.CONDITION)
        .params(TaskReach.values(decision.about(Capability.READ_SERVICES)))
        .param("from", TaskStore.utc(from))
        .query(
            (row, n) ->
                new Row(
                    row.getString("department"),
                    row.getBoolean("priority"),
                    row.getObject("requested_at", OffsetDateTime.class),
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("acknowledged_at", OffsetDateTime.class),
                    row.getObject("completed_at", OffsetDateTime.class),
                    row.getInt("reopened"),
                    row.getInt("passed"),
                    row.getInt("failed")))
        .list();
  }

  private List<Pair> pairs(List<Row> rows) {
    List<Row> first = rows.stream().filter(Row::priority).toList();
    List<Row> others = rows.stream().filter(row -> !row.priority()).toList();
    List<Pair> pairs = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      pairs.add(new Pair(measure, cell(measure, first), cell(measure, others)));
    }
    return pairs;
  }

  private Cell cell(Measure measure, List<Row> rows) {
    List<Row> done = rows.stream().filter(row -> row.done() != null).toList();
    return switch (measure) {
      case ANSWERED -> share(rows, this::answered);
      case ON_TIME -> share(done, DepartmentMeasures::inTime);
      case MEDIAN_DAYS -> percentile(done, this::days, 50);
      case NINETY_DAYS -> percentile(done, this::days, 90);
      case REOPENED -> share(done, row -> row.reopened() > 0);
      case PASSED -> {
        int looks = rows.stream().mapToInt(row -> row.passed() + row.failed()).sum();
        int passed = rows.stream().mapToInt(Row::passed).sum();
        yield looks < smallest ? new Cell(looks == 0 ? 0 : null, null) : share(passed, looks);
      }
    };
  }

  private boolean answered(Row row) {
    return row.acknowledgedAt() != null
        && !WallClock.dayOf(row.acknowledgedAt().toInstant())
            .isAfter(deadlines.answerBy(row.requestedAt().toInstant()));
  }

  private static boolean inTime(Row row) {
    LocalDate done = row.done();
    return done != null && !done.isAfter(row.dueOn());
  }

  private int days(Row row) {
    LocalDate done = row.done();
    return done == null ? 0 : deadlines.daysBetween(row.asked(), done);
  }

  private Cell share(List<Row> rows, Predicate<Row> counts) {
    if (rows.size() < smallest) {
      return new Cell(rows.isEmpty() ? 0 : null, null);
    }
    return share((int) rows.stream().filter(counts).count(), rows.size());
  }

  private Cell share(int hits, int of) {
    Share share = Share.of(hits, of, smallest);
    return new Cell(of, share.percent(), share.low(), share.high());
  }

  /** The nearest rank: a value that there is. */
  private Cell percentile(List<Row> rows, Function<Row, Integer> value, int percent) {
    if (rows.size() < smallest) {
      return new Cell(rows.isEmpty() ? 0 : null, null);
    }
    List<Integer> values = new ArrayList<>(rows.stream().map(value).toList());
    Collections.sort(values);
    return new Cell(rows.size(), values.get(Math.ceilDiv(values.size() * percent, 100) - 1));
  }
}
