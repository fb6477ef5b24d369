package org.cscc.incidents;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exact counts of incidents or of people harmed, by area, week or month. */
@Component
public class Counting {
  private final JdbcClient jdbc;
  private final Reach reach;
  private final Freshness freshness;
  private final int weekStart;

  Counting(
      JdbcClient jdbc,
      Reach reach,
      Freshness freshness,
      @Value("${cscc.week-start:SUNDAY}") DayOfWeek weekStart) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.freshness = freshness;
    this.weekStart = weekStart.getValue();
  }

  /**
   * Counts what counts.
   *
   * @param types what to count; empty for all. HOMICIDE includes homicides that a feed names
   *     domestic. People harmed are only ever of HOMICIDE, NONFATAL_SHOOTING or OTHER
   * @param from first day in Chicago, included
   * @param to last day, included
   */
  public Counts count(
      Decision decision,
      Measure measure,
      Set<IncidentType> types,
      CountBy by,
      LocalDate from,
      LocalDate to) {
    record Group(@Nullable Integer area, @Nullable LocalDate start, long count) {}
    boolean people = measure == Measure.VICTIMIZATIONS;
    List<Group> groups =
        jdbc.sql(
                """
                select %s as area, %s as start, count(*) as n
                from %s
                where i.standing = 'COUNTED' and c.occurred_on between :from and :to
                  and (:types = '' or %s = any(string_to_array(:types, ',')))
                  and (cast(:areas as text) is null
                       or c.area = any(cast(string_to_array(:areas, ',') as int[])))
                group by 1, 2 order by 1, 2
                """
                    .formatted(
                        by == CountBy.AREA ? "c.area" : "null::smallint",
                        start(by),
                        people
                            ? "incidents.victimization c join incidents.incident i on i.id = c.incident"
                            : "incidents.incident i join lateral (select i.area, i.occurred_on) c on true",
                        people ? "c.kind" : "i.type"))
            .param("from", from)
            .param("to", to)
            .param("types", words(types, people))
            .param("areas", reach.areas(decision, null))
            .param("week", weekStart)
            .query(
                (row, number) ->
                    new Group(
                        row.getObject("area", Integer.class),
                        row.getObject("start", LocalDate.class),
                        row.getLong("n")))
            .list();
    List<Counts.Row> rows = new ArrayList<>();
    for (Group group : groups) {
      if (by != CountBy.AREA || group.area() != null) {
        rows.add(new Counts.Row(group.area(), group.start(), group.count()));
      }
    }
    Optional<FeedStatus> fresh = freshness.latest();
    Instant asOf = fresh.map(FeedStatus::asOf).orElse(null);
    Instant through = fresh.map(FeedStatus::dataThrough).orElse(null);
    return new Counts(asOf, through, rows, unmapped(decision, people, types, from, to));
  }

  private static String start(CountBy by) {
    return switch (by) {
      case AREA -> "null::date";
      case WEEK ->
          "c.occurred_on - cast((cast(extract(isodow from c.occurred_on) as int)"
              + " - :week + 7) % 7 as int)";
      case MONTH -> "cast(date_trunc('month', c.occurred_on) as date)";
    };
  }

  private static String words(Set<IncidentType> types, boolean people) {
    if (types.isEmpty()) {
      return "";
    }
    Set<IncidentType> meant = EnumSet.copyOf(types);
    if (meant.contains(IncidentType.HOMICIDE) && !people) {
      meant.add(IncidentType.DV_HOMICIDE);
    }
    return meant.stream().map(Enum::name).collect(Collectors.joining(","));
  }

  private long unmapped(
      Decision decision, boolean people, Set<IncidentType> types, LocalDate from, LocalDate to) {
    if (reach.areas(decision, null) != null) {
      return 0;
    }
    return jdbc.sql(
            """
            select count(*) from %s
            where i.standing = 'COUNTED' and c.occurred_on between :from and :to
              and c.area is null
              and (:types = '' or %s = any(string_to_array(:types, ',')))
            """
                .formatted(
                    people
                        ? "incidents.victimization c join incidents.incident i on i.id = c.incident"
                        : "incidents.incident i join lateral (select i.area, i.occurred_on) c on true",
                    people ? "c.kind" : "i.type"))
        .param("from", from)
        .param("to", to)
        .param("types", words(types, people))
        .query(Long.class)
        .single();
  }
}
