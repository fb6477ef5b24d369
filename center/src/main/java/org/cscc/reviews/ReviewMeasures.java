package org.cscc.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.actions.ActionState;
import org.cscc.actions.Actions;
import org.cscc.actions.Deadlines;
import org.cscc.actions.ItemFigure;
import org.cscc.actions.Pillar;
import org.cscc.actions.Verb;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.patterns.PriorityBlocks.Lists;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether reviews are held and promises kept (F1), and whether it goes on happening on the same
 * block (F2), on priority blocks and on others side by side, of what the reader reaches.
 */
@Component
class ReviewMeasures {
  private static final int DAYS = 90;
  private static final int ATTENDANCE_WEEKS = 8;

  /** A promise that is open longer than this is found by its age, and not on this page. */
  private static final int OPEN_DAYS = 365;

  /** An incident younger than this may still wait for the review of its week. */
  private static final int TIME_TO_REVIEW_DAYS = 12;

  private static final int IN_TIME_DAYS = 7;

  private final JdbcClient jdbc;
  private final Actions actions;
  private final Deadlines deadlines;
  private final Incidents incidents;
  private final Teams teams;
  private final PriorityBlocks priority;
  private final Access access;
  private final Clock clock;
  private final int smallest;

  ReviewMeasures(
      JdbcClient jdbc,
      Actions actions,
      Deadlines deadlines,
      Incidents incidents,
      Teams teams,
      PriorityBlocks priority,
      Access access,
      Clock clock,
      @Value("${cscc.reviews.smallest:5}") int smallest) {
    this.jdbc = jdbc;
    this.actions = actions;
    this.deadlines = deadlines;
    this.incidents = incidents;
    this.teams = teams;
    this.priority = priority;
    this.access = access;
    this.clock = clock;
    this.smallest = smallest;
  }

  /**
   * The measures.
   *
   * @param from first day counted
   * @param smallest a number that rests on fewer is not told
   * @param lookDays days in which somebody else can look at what is said to be done
   * @param promises of items within reach
   * @param reviews of incidents within reach; empty for who reads none
   * @param repeats whether it happened again on the block; empty for who reads none
   * @param attendance of seats at the tables within reach; empty for who reads none
   * @param pillars which part of the items belongs to each
   * @param verbs which part of the items is of each kind that there is
   * @param everywhere whether it is the whole city
   */
  record Sheet(
      LocalDate from,
      Instant asOf,
      int smallest,
      int lookDays,
      boolean everywhere,
      List<Figures.Pair> promises,
      List<Figures.Pair> reviews,
      List<Figures.Pair> repeats,
      List<Figures.Share> attendance,
      List<Figures.Pair> pillars,
      List<Figures.Pair> verbs) {}

  Sheet sheet(Decision reading) {
    Instant now = clock.instant();
    LocalDate today = WallClock.dayOf(now);
    Figures figures = new Figures(smallest);
    Lists listed = priority.between(today.minusDays(2L * DAYS), today);
    List<ItemFigure> year = actions.figures(reading, now.minus(Duration.ofDays(OPEN_DAYS)));
    Instant from = now.minus(Duration.ofDays(DAYS));
    Sides items =
        Sides.of(
            year.stream().filter(item -> !item.createdAt().toInstant().isBefore(from)).toList(),
            listed);
    List<IncidentFacts> happened = happened(today);
    return new Sheet(
        today.minusDays(DAYS),
        now,
        smallest,
        deadlines.checkDays(),
        reading.everywhere(),
        promises(figures, items, now),
        reviews(figures, happened, listed, today),
        new BlockRepeats(figures, happened, listed, today).pairs(year),
        attendance(figures, now),
        Arrays.stream(Pillar.values())
            .map(one -> part(figures, items, one.name(), item -> item.pillar() == one))
            .toList(),
        Arrays.stream(Verb.values())
            .filter(one -> items.any(item -> item.verb() == one))
            .map(one -> part(figures, items, one.name(), item -> item.verb() == one))
            .toList());
  }

  /**
   * Items on blocks that were on the list on the day on which they were written down, and others.
   */
  private record Sides(List<ItemFigure> priority, List<ItemFigure> other) {
    static Sides of(List<ItemFigure> items, Lists listed) {
      Predicate<ItemFigure> first =
          item ->
              listed.listed(
                  item.block(), item.area(), WallClock.dayOf(item.createdAt().toInstant()));
      return new Sides(
          items.stream().filter(first).toList(), items.stream().filter(first.negate()).toList());
    }

    boolean any(Predicate<ItemFigure> counts) {
      return Stream.concat(priority.stream(), other.stream()).anyMatch(counts);
    }
  }

  private List<Figures.Pair> promises(Figures figures, Sides items, Instant now) {
    List<ItemFigure> one = items.priority();
    List<ItemFigure> other = items.other();
    List<Figures.Pair> pairs = new ArrayList<>();
    pairs.add(
        pair("ON_TIME", one, other, rows -> figures.share(due(rows, now), ReviewMeasures::kept)));
    pairs.add(
        pair(
            "AGE",
            one,
            other,
            rows -> figures.median(open(rows), item -> days(item.createdAt().toInstant(), now))));
    pairs.add(
        pair(
            "VERIFIED",
            one,
            other,
            rows -> figures.share(looked(rows, now), i -> i.state() == ActionState.VERIFIED)));
    pairs.add(
        pair("REOPENED", one, other, rows -> figures.share(done(rows), i -> i.reopened() > 0)));
    pairs.add(
        pair(
            "CARRIED",
            one,
            other,
            rows ->
                figures.count((int) open(rows).stream().filter(i -> i.carried() >= 3).count())));
    return pairs;
  }

  /** A measure of a group of rows. */
  interface Measuring<T> {
    Figures.Cell of(List<T> rows);
  }

  static <T> Figures.Pair pair(
      String measure, List<T> priority, List<T> other, Measuring<T> measuring) {
    return new Figures.Pair(measure, measuring.of(priority), measuring.of(other));
  }

  private static List<ItemFigure> due(List<ItemFigure> rows, Instant now) {
    return rows.stream()
        .filter(item -> item.dueAt() != null && item.dueAt().toInstant().isBefore(now))
        .filter(item -> !item.state().name().equals("DECLINED"))
        .toList();
  }

  private static boolean kept(ItemFigure item) {
    return item.claimed()
        && item.claimedAt() != null
        && item.dueAt() != null
        && !item.claimedAt().isAfter(item.dueAt());
  }

  private static List<ItemFigure> open(List<ItemFigure> rows) {
    return rows.stream().filter(item -> item.state().owed()).toList();
  }

  private static List<ItemFigure> done(List<ItemFigure> rows) {
    return rows.stream().filter(item -> item.claimed() || item.reopened() > 0).toList();
  }

  /**
   * Those that should have been looked at by now: their own day is over, whichever it was, and so
   * are the days for a look after it.
   */
  private List<ItemFigure> looked(List<ItemFigure> rows, Instant now) {
    return due(rows, now).stream()
        .filter(
            item ->
                item.dueAt() != null
                    && deadlines.checkUntil(item.dueAt().toInstant()).isBefore(now))
        .toList();
  }

  private static int days(Instant from, Instant until) {
    return (int) ChronoUnit.DAYS.between(WallClock.dayOf(from), WallClock.dayOf(until));
  }

  private static Figures.Pair part(
      Figures figures, Sides items, String key, Predicate<ItemFigure> counts) {
    return pair(key, items.priority(), items.other(), rows -> figures.share(rows, counts));
  }

  /** Incidents in which somebody was killed or shot, where the reader reads them. */
  private List<IncidentFacts> happened(LocalDate today) {
    return access
        .decide(Capability.READ_INCIDENTS)
        .map(
            decision ->
                incidents.serious(decision, today.minusDays(2L * DAYS), today, null).stream()
                    .filter(one -> one.block() != null && one.area() != null)
                    .toList())
        .orElse(List.of());
  }

  static boolean first(IncidentFacts incident, Lists listed) {
    return listed.listed(incident.block(), incident.area(), incident.occurredOn());
  }

  private List<Figures.Pair> reviews(
      Figures figures, List<IncidentFacts> happened, Lists listed, LocalDate today) {
    if (happened.isEmpty() || access.decide(Capability.READ_MEETINGS).isEmpty()) {
      return List.of();
    }
    Map<UUID, LocalDate> reviewed = reviewed();
    Set<Integer> looked = Set.copyOf(teams.all().stream().flatMap(ReviewMeasures::ground).toList());
    List<IncidentFacts> counted =
        happened.stream()
            .filter(one -> one.occurredOn().isAfter(today.minusDays(DAYS)))
            .filter(one -> one.occurredOn().isBefore(today.minusDays(TIME_TO_REVIEW_DAYS)))
            .filter(one -> one.area() != null && looked.contains(one.area()))
            .toList();
    List<IncidentFacts> one = counted.stream().filter(i -> first(i, listed)).toList();
    List<IncidentFacts> other = counted.stream().filter(i -> !first(i, listed)).toList();
    return List.of(
        pair(
            "REVIEWED",
            one,
            other,
            rows -> figures.share(rows, incident -> waited(incident, reviewed) <= IN_TIME_DAYS)),
        pair(
            "WAIT",
            one,
            other,
            rows ->
                figures.median(
                    rows.stream().filter(i -> reviewed.containsKey(i.id())).toList(),
                    incident -> waited(incident, reviewed))));
  }

  private static Stream<Integer> ground(Team team) {
    return team.areaNumbers().stream();
  }

  private static int waited(IncidentFacts incident, Map<UUID, LocalDate> reviewed) {
    LocalDate on = reviewed.get(incident.id());
    return on == null
        ? Integer.MAX_VALUE
        : (int) ChronoUnit.DAYS.between(incident.occurredOn(), on);
  }

  /** On which day each incident was first spoken about in a review that was closed. */
  private Map<UUID, LocalDate> reviewed() {
    Map<UUID, LocalDate> days = new HashMap<>();
    jdbc.sql(
            """
            select e.subject, min(m.starts_at) as first_at from reviews.entry e
            join reviews.meeting m on m.id = e.meeting and m.state = 'CLOSED'
            where e.kind = 'INCIDENT' and e.value = 'REVIEWED' group by e.subject
            """)
        .query(
            row -> {
              days.put(
                  UUID.fromString(row.getString("subject")),
                  WallClock.dayOf(row.getObject("first_at", OffsetDateTime.class).toInstant()));
            });
    return days;
  }

  /** How often the seats of each organization were taken in reviews that were closed. */
  private List<Figures.Share> attendance(Figures figures, Instant now) {
    if (access.decide(Capability.READ_MEETINGS).isEmpty()) {
      return List.of();
    }
    Map<String, List<Boolean>> taken = new TreeMap<>();
    jdbc.sql(
            """
            select split_part(regexp_replace(subject, '^.*:', ''), '/', 1) as organization, value from (
              select distinct on (e.meeting, e.subject) e.subject, e.value from reviews.entry e
              join reviews.meeting m on m.id = e.meeting
              where e.kind = 'SEAT' and m.state = 'CLOSED' and m.starts_at >= ?
              order by e.meeting, e.subject, e.version desc) newest
            """)
        .param(MeetingStore.utc(now.minus(Duration.ofDays(7L * ATTENDANCE_WEEKS))))
        .query(
            row -> {
              taken
                  .computeIfAbsent(row.getString("organization"), o -> new ArrayList<>())
                  .add(row.getString("value").equals("PRESENT"));
            });
    return taken.entrySet().stream()
        .map(
            entry ->
                new Figures.Share(entry.getKey(), figures.share(entry.getValue(), here -> here)))
        .toList();
  }
}
