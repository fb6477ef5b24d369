package org.cscc.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.ReviewWeek;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people asked the City for on some blocks and is still open: for the packet of a team. */
@Component
public class PlaceConditions {
  private final JdbcClient jdbc;
  private final ServiceBundles services;
  private final BusinessCalendar calendar;

  PlaceConditions(JdbcClient jdbc, ServiceBundles services, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.services = services;
    this.calendar = calendar;
  }

  /**
   * A block.
   *
   * @param block hundred-block, as the house writes it
   * @param area number of its community area
   */
  public record Place(String block, int area) {}

  /**
   * Open requests of one kind on one block; what repeats another one is not counted.
   *
   * @param type code of the service; null for all that is none of ours
   * @param open how many
   * @param late how many of them are past the day of their kind (R-COO-02); 0 for what is none of
   *     ours, which has no such day here
   * @param since day of the oldest
   */
  public record Line(
      String block,
      int area,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String type,
      int open,
      int late,
      LocalDate since) {
    /** Key of the service's name. */
    public String key() {
      return type == null ? "requests.type.other" : "services.type." + type;
    }
  }

  /**
   * What is open, as the City's files tell it.
   *
   * @param asOf the newest moment in all files
   * @param lines by block, the ones with most past their day first
   */
  public record State(Instant asOf, List<Line> lines) {
    /** The newest moment on Chicago's wall clock. */
    public ZonedDateTime until() {
      return asOf.atZone(ReviewWeek.CHICAGO);
    }

    /** What lies on some places alone. */
    public State on(Collection<Place> places) {
      return new State(
          asOf,
          lines.stream()
              .filter(line -> places.contains(new Place(line.block(), line.area())))
              .toList());
    }
  }

  private record Row(
      String block, int area, @Nullable String type, LocalDate openedOn, boolean priority, int n) {}

  /**
   * What is open on some blocks, in two statements.
   *
   * @param decision about {@link Capability#READ_CITY_REQUESTS}
   * @return empty when no file has come in yet, which is not the same as nothing being open
   */
  public Optional<State> open(Decision decision, Collection<Place> places, LocalDate today) {
    decision.about(Capability.READ_CITY_REQUESTS);
    Optional<Instant> asOf =
        jdbc.sql("select max(as_of) from requests.intake")
            .query(
                (row, n) ->
                    Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
            .single();
    return asOf.map(moment -> new State(moment, lines(places, today)));
  }

  private List<Line> lines(Collection<Place> places, LocalDate today) {
    Map<String, ServiceBundles.Kind> kinds =
        services.kinds().stream()
            .collect(Collectors.toMap(ServiceBundles.Kind::code, Function.identity()));
    Map<String, List<Row>> byKind =
        rows(places).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.block() + "|" + row.area() + "|" + row.type(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    byKind.values().forEach(rows -> lines.add(line(rows, kinds, today)));
    lines.sort(
        Comparator.comparing(Line::block)
            .thenComparingInt(Line::area)
            .thenComparing(Comparator.comparingInt(Line::late).reversed())
            .thenComparing(Line::since));
    return List.copyOf(lines);
  }

  private Line line(List<Row> rows, Map<String, ServiceBundles.Kind> kinds, LocalDate today) {
    Row first = rows.getFirst();
    ServiceBundles.Kind kind = first.type() == null ? null : kinds.get(first.type());
    int late = 0;
    int open = 0;
    LocalDate since = first.openedOn();
    for (Row row : rows) {
      open += row.n();
      since = row.openedOn().isBefore(since) ? row.openedOn() : since;
      if (kind != null && today.isAfter(lastDay(kind, row))) {
        late += row.n();
      }
    }
    return new Line(
        first.block(), first.area(), kind == null ? null : first.type(), open, late, since);
  }

  private LocalDate lastDay(ServiceBundles.Kind kind, Row row) {
    int days = row.priority() ? kind.priorityDays() : kind.usualDays();
    return calendar.lastOf(days, row.openedOn());
  }

  private List<Row> rows(Collection<Place> places) {
    return jdbc.sql(
            """
            select r.block, r.area, r.type, r.opened_on, r.asked_listed, count(*) as n
            from requests.request r
            join unnest(cast(? as text[]), cast(? as int[])) as p (block, area)
              on p.block = r.block and p.area = r.area
            where r.status = 'OPEN' and not r.duplicate and r.parent is null
            group by 1, 2, 3, 4, 5
            """)
        .param(places.stream().map(Place::block).toArray(String[]::new))
        .param(places.stream().map(Place::area).toArray(Integer[]::new))
        .query(
            (row, n) ->
                new Row(
                    row.getString("block"),
                    row.getInt("area"),
                    row.getString("type"),
                    row.getObject("opened_on", LocalDate.class),
                    row.getBoolean("asked_listed"),
                    row.getInt("n")))
        .list();
  }
}
