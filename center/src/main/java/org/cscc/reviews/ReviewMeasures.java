package org.cscc.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import org.cscc.actions.Actions;
import org.cscc.actions.ItemFigure;
import org.cscc.actions.Pillar;
import org.cscc.actions.Verb;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.patterns.PriorityBlocks.ListedPlace;
import org.cscc.patterns.PriorityBlocks.Lists;
import org.jspecify.annotations.Nullable;
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

  /** A promise younger than this can still be kept and looked at. */
  private static final int TIME_TO_VERIFY_DAYS = 17;

  /** An incident younger than this may still wait for the review of its week. */
  private static final int TIME_TO_REVIEW_DAYS = 12;

  private static final int IN_TIME_DAYS = 7;
  private static final int[] REPEATS = {14, 30, 90};

  private final JdbcClient jdbc;
  private final Actions actions;
  private final Incidents incidents;
  private final Teams teams;
  private final PriorityBlocks priority;
  private final Access access;
  private final Clock clock;
  private final int smallest;

  ReviewMeasures(
      JdbcClient jdbc,
      Actions actions,
      Incidents incidents,
      Teams teams,
      PriorityBlocks priority,
      Access access,
      Clock clock,
      @Value("${cscc.reviews.smallest:5}") int smallest) {
    this.jdbc = jdbc;
    this.actions = actions;
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
   * @param promises of items within reach
   * @param reviews of incidents within reach; empty for who reads none
   * @param repeats whether it happened again on the block; empty for who reads none
   * @param attendance of seats at the tables within reach; empty for who reads none
   * @param everywhere whether it is the whole city
   */
  record Sheet(
      LocalDate from,
      Instant asOf,
      int smallest,
      boolean everywhere,
      List<Figures.Pair> promises,
      List<Figures.Pair> reviews,
      List<Figures.Pair> repeats,
      List<Figures.Share> attendance,
      List<Figures.Share> pillars,
      List<Figures.Share> verbs) {}

  Sheet sheet(Decision reading) {
    Instant now = clock.instant();
    LocalDate today = WallClock.dayOf(now);
    Figures figures = new Figures(smallest);
    Lists listed = priority.between(today.minusDays(2L * DAYS), today);
    List<ItemFigure> items = actions.figures(reading, now.minus(Duration.ofDays(DAYS)));
    List<IncidentFacts> happened = happened(today);
    return new Sheet(
        today.minusDays(DAYS),
        now,
        smallest,
        reading.everywhere(),
        promises(figures, items, listed, now),
        reviews(figures, happened, listed, today),
        repeats(figures, happened, listed, today),
        attendance(figures, now),
        Arrays.stream(Pillar.values())
            .map(one -> part(figures, items, one.name(), item -> item.pillar() == one))
            .toList(),
        Arrays.stream(Verb.values())
            .map(one -> part(figures, items, one.name(), item -> item.verb() == one))
            .filter(share -> share.cell().n() == null || share.cell().n() > 0)
            .toList());
  }

  private static List<Figures.Pair> promises(
      Figures figures, List<ItemFigure> items, Lists listed, Instant now) {
    Predicate<ItemFigure> first =
        item ->
            listed.listed(item.block(), item.area(), WallClock.dayOf(item.createdAt().toInstant()));
    List<ItemFigure> one = items.stream().filter(first).toList();
    List<ItemFigure> other = items.stream().filter(first.negate()).toList();
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
            rows -> figures.share(old(rows, now), item -> item.state().name().equals("VERIFIED"))));
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
  private interface Measuring<T> {
    Figures.Cell of(List<T> rows);
  }

  private static <T> Figures.Pair pair(
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

  private static List<ItemFigure> old(List<ItemFigure> rows, Instant now) {
    Instant before = now.minus(Duration.ofDays(TIME_TO_VERIFY_DAYS));
    return rows.stream().filter(item -> item.createdAt().toInstant().isBefore(before)).toList();
  }

  private static int days(Instant from, Instant until) {
    return (int) ChronoUnit.DAYS.between(WallClock.dayOf(from), WallClock.dayOf(until));
  }

  private static Figures.Share part(
      Figures figures, List<ItemFigure> items, String key, Predicate<ItemFigure> counts) {
    return new Figures.Share(key, figures.count((int) items.stream().filter(counts).count()));
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

  private static boolean first(IncidentFacts incident, Lists listed) {
    return listed.listed(incident.block(), incident.area(), incident.occurredOn());
  }

  private static ListedPlace place(IncidentFacts incident) {
    return new ListedPlace(
        String.valueOf(incident.block()), incident.area() == null ? 0 : incident.area());
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

  private static List<Figures.Pair> repeats(
      Figures figures, List<IncidentFacts> happened, Lists listed, LocalDate today) {
    List<Figures.Pair> pairs = new ArrayList<>();
    if (happened.isEmpty()) {
      return pairs;
    }
    Map<ListedPlace, List<LocalDate>> days = new HashMap<>();
    happened.forEach(
        one -> days.computeIfAbsent(place(one), p -> new ArrayList<>()).add(one.occurredOn()));
    for (int within : REPEATS) {
      // Only those whose time is over, so that none can still repeat.
      List<IncidentFacts> over =
          happened.stream()
              .filter(one -> !one.occurredOn().isAfter(today.minusDays(within)))
              .toList();
      List<IncidentFacts> one = over.stream().filter(i -> first(i, listed)).toList();
      List<IncidentFacts> other = over.stream().filter(i -> !first(i, listed)).toList();
      pairs.add(
          pair(
              "REPEAT_" + within,
              one,
              other,
              rows -> figures.share(rows, i -> again(i, days.get(place(i)), within))));
    }
    return pairs;
  }

  private static boolean again(
      IncidentFacts incident, @Nullable Collection<LocalDate> days, int within) {
    return days != null
        && days.stream()
            .anyMatch(
                day ->
                    day.isAfter(incident.occurredOn())
                        && !day.isAfter(incident.occurredOn().plusDays(within)));
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
