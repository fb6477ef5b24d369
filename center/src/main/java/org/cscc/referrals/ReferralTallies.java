package org.cscc.referrals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many referrals stand how, by area and by kind of help: every number for the areas of the
 * reader's own teams, and for all others together only what R-SUP-01 lets out. The two never stand
 * in one table, and no sum of both is told, so that the one can not be taken from the other.
 */
@Component
class ReferralTallies {
  private static final int DAYS = 90;
  private static final int SMALLEST_INSIDE = 5;
  private static final String ELSEWHERE = "*";

  private final JdbcClient jdbc;
  private final Referrals referrals;
  private final Teams teams;
  private final Areas areas;
  private final Clock clock;

  ReferralTallies(JdbcClient jdbc, Referrals referrals, Teams teams, Areas areas, Clock clock) {
    this.jdbc = jdbc;
    this.referrals = referrals;
    this.teams = teams;
    this.areas = areas;
    this.clock = clock;
  }

  /** What is measured of what was offered in the last 90 days. */
  enum Measure {
    /** Hours from the offer to the yes, the middle one. */
    HOURS_TO_YES,
    /** Hours from the yes to the contact, the middle one. */
    HOURS_TO_CONTACT,
    /** Of those that were answered, how many in a hundred with a yes. */
    SHARE_ACCEPTED
  }

  /**
   * A number.
   *
   * @param value null when it is not told
   * @param n how many it rests on; outside of a team rounded down to tens; null when it is not told
   */
  record Line(Measure measure, @Nullable Long value, @Nullable Integer n) {}

  /**
   * The counts of some areas.
   *
   * @param inside whether they are the reader's own, and every number is told
   */
  record Part(boolean inside, Tally byArea, Tally byNeed, List<Line> lines) {}

  /**
   * What a reader may know.
   *
   * @param own null for who has no team
   */
  record Sheet(Instant asOf, @Nullable Part own, Part others) {}

  private record Row(
      int area,
      List<NeedType> needs,
      ReferralState state,
      OffsetDateTime offeredAt,
      @Nullable OffsetDateTime acceptedAt,
      @Nullable OffsetDateTime contactAt) {}

  Sheet sheet(Decision decision) {
    Set<Integer> own = referrals.ownAreas(decision.about(Capability.COUNT_REFERRALS));
    Instant now = clock.instant();
    List<Row> rows = Asking.asTheCenter(this::rows);
    Set<Integer> ofTeams =
        teams.all().stream()
            .flatMap(team -> team.areaNumbers().stream())
            .collect(Collectors.toSet());
    Map<Boolean, List<Row>> parted =
        rows.stream().collect(Collectors.partitioningBy(row -> own.contains(row.area())));
    Set<Integer> elsewhere = new TreeSet<>(ofTeams);
    elsewhere.removeAll(own);
    return new Sheet(
        now,
        own.isEmpty() ? null : part(true, own, parted.getOrDefault(true, List.of()), now),
        part(false, elsewhere, parted.getOrDefault(false, List.of()), now));
  }

  private Part part(boolean inside, Collection<Integer> named, List<Row> rows, Instant now) {
    List<String> names = new ArrayList<>();
    named.stream()
        .sorted((one, two) -> areas.name(one).compareTo(areas.name(two)))
        .forEach(area -> names.add(Integer.toString(area)));
    if (!inside) {
      names.add(ELSEWHERE);
    }
    int[][] byArea =
        counts(
            names,
            rows,
            row -> List.of(named.contains(row.area()) ? Integer.toString(row.area()) : ELSEWHERE));
    List<String> kinds = Arrays.stream(NeedType.values()).map(Enum::name).toList();
    int[][] byNeed = counts(kinds, rows, row -> row.needs().stream().map(Enum::name).toList());
    return inside
        ? new Part(
            true, Tally.exact(names, byArea), Tally.exact(kinds, byNeed), lines(true, rows, now))
        : new Part(
            false,
            Tally.guarded(names, byArea),
            Tally.guarded(kinds, byNeed),
            lines(false, rows, now));
  }

  private static int[][] counts(
      List<String> names, List<Row> rows, Function<Row, List<String>> where) {
    Map<String, Integer> index = new TreeMap<>();
    names.forEach(name -> index.put(name, index.size()));
    int[][] counts = new int[names.size()][Tally.COLUMNS.size()];
    for (Row row : rows) {
      for (String name : where.apply(row)) {
        Integer at = index.get(name);
        if (at != null) {
          counts[at][Tally.COLUMNS.indexOf(row.state())]++;
        }
      }
    }
    return counts;
  }

  private static List<Line> lines(boolean inside, List<Row> all, Instant now) {
    Instant from = now.minus(Duration.ofDays(DAYS));
    List<Row> rows =
        all.stream().filter(row -> !row.offeredAt().toInstant().isBefore(from)).toList();
    List<Long> yes = new ArrayList<>();
    List<Long> contact = new ArrayList<>();
    int declined = 0;
    for (Row row : rows) {
      OffsetDateTime accepted = row.acceptedAt();
      if (accepted != null) {
        yes.add(Duration.between(row.offeredAt(), accepted).toHours());
        OffsetDateTime reached = row.contactAt();
        if (reached != null) {
          contact.add(Duration.between(accepted, reached).toHours());
        }
      }
      declined += row.state() == ReferralState.DECLINED ? 1 : 0;
    }
    return List.of(
        middle(inside, Measure.HOURS_TO_YES, yes),
        middle(inside, Measure.HOURS_TO_CONTACT, contact),
        share(inside, yes.size(), declined));
  }

  private static Line middle(boolean inside, Measure measure, List<Long> hours) {
    if (hours.size() < smallest(inside)) {
      return new Line(measure, null, null);
    }
    List<Long> sorted = hours.stream().sorted().toList();
    return new Line(
        measure, sorted.get(Math.ceilDiv(sorted.size(), 2) - 1), told(inside, sorted.size()));
  }

  private static Line share(boolean inside, int accepted, int declined) {
    int answered = accepted + declined;
    // R-SUP-04: a share gives both counts away, the one it is of and the rest.
    boolean few = answered < smallest(inside) || (!inside && (small(accepted) || small(declined)));
    return few
        ? new Line(Measure.SHARE_ACCEPTED, null, null)
        : new Line(
            Measure.SHARE_ACCEPTED,
            (long) Math.round(100f * accepted / answered),
            told(inside, answered));
  }

  private static boolean small(int count) {
    return count > 0 && count < Tally.THRESHOLD;
  }

  private static int smallest(boolean inside) {
    return inside ? SMALLEST_INSIDE : Tally.THRESHOLD;
  }

  private static int told(boolean inside, int n) {
    return inside ? n : n / Tally.THRESHOLD * Tally.THRESHOLD;
  }

  private List<Row> rows() {
    return jdbc.sql(
            """
            select area, needs, state, offered_at, accepted_at, contact_at
            from referrals.referral
            """)
        .query(
            (row, n) ->
                new Row(
                    row.getInt("area"),
                    Arrays.stream((String[]) row.getArray("needs").getArray())
                        .map(NeedType::valueOf)
                        .toList(),
                    ReferralState.valueOf(row.getString("state")),
                    row.getObject("offered_at", OffsetDateTime.class),
                    row.getObject("accepted_at", OffsetDateTime.class),
                    row.getObject("contact_at", OffsetDateTime.class)))
        .list();
  }
}
