package org.cscc.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as people read them; each list takes a fixed number of statements. */
@Component
class RequestReads {
  /** So many rows stand on a page. */
  static final int ROWS = 25;

  private final JdbcClient jdbc;

  RequestReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which requests a list shows. */
  enum View {
    OPEN("r.status = 'OPEN'"),
    LOOK("f.state = 'CLOSED_BY_CITY'"),
    NOT_FIXED("f.state = 'NOT_FIXED'"),
    FIXED("f.state = 'FIXED'"),
    CLOSED("r.status = 'COMPLETED'"),
    CANCELED("r.status = 'CANCELED'"),
    ALL("true");

    private final String condition;

    View(String condition) {
      this.condition = condition;
    }

    /** Key of its name. */
    public String key() {
      return "requests.view." + name();
    }
  }

  /**
   * What is shown.
   *
   * @param block as the house writes it; empty for all
   * @param after cursor of the last row of the page before; empty for the first page
   */
  record Which(View view, @Nullable Integer area, String block, String after) {}

  /**
   * The newest file.
   *
   * @param asOf the newest moment in all files
   * @param files how many came in
   */
  record Newest(ZonedDateTime asOf, int files) {}

  /**
   * How many there are.
   *
   * @param priority open ones on priority blocks
   * @param looks called done by the City on priority blocks and not looked at
   * @param notFixed looked at, and not fixed
   */
  record Numbers(long open, long priority, long looks, long notFixed) {}

  /** What is to be looked at in some areas. */
  record Due(int due, int late) {}

  /** An older version of a request. */
  record Version(
      int version,
      RequestStatus status,
      @Nullable String typeWritten,
      @Nullable OffsetDateTime closedAt,
      OffsetDateTime stateAt,
      OffsetDateTime knownAt) {
    /** Until when it held, on Chicago's wall clock. */
    public ZonedDateTime held() {
      return stateAt.atZoneSameInstant(ReviewWeek.CHICAGO);
    }
  }

  /** The newest moment of what came in; empty when nothing has. */
  Optional<Newest> newest(Decision decision) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql("select max(as_of) as as_of, count(*) as files from requests.intake")
        .query(
            (row, n) -> {
              OffsetDateTime asOf = row.getObject("as_of", OffsetDateTime.class);
              return asOf == null
                  ? Optional.<Newest>empty()
                  : Optional.of(
                      new Newest(asOf.atZoneSameInstant(ReviewWeek.CHICAGO), row.getInt("files")));
            })
        .single();
  }

  Numbers numbers(Decision decision) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql(
            """
            select (select count(*) from requests.request where status = 'OPEN') as open,
              (select count(*) from requests.request where status = 'OPEN' and listed) as priority,
              count(*) filter (where state = 'CLOSED_BY_CITY') as looks,
              count(*) filter (where state = 'NOT_FIXED') as not_fixed
            from requests.follow
            """)
        .query(
            (row, n) ->
                new Numbers(
                    row.getLong("open"),
                    row.getLong("priority"),
                    row.getLong("looks"),
                    row.getLong("not_fixed")))
        .single();
  }

  /** A page of requests, priority blocks first, the newest first, with one more if there is. */
  List<Request> list(Decision decision, Which which) {
    decision.about(Capability.READ_CITY_REQUESTS);
    Map<String, @Nullable Object> values = new HashMap<>();
    StringBuilder where = new StringBuilder("where ").append(which.view().condition);
    if (which.area() != null) {
      where.append(" and r.area = :area");
      values.put("area", which.area());
    }
    if (!which.block().isEmpty()) {
      where.append(" and r.block = :block");
      values.put("block", which.block());
    }
    if (!which.after().isEmpty()) {
      where.append(" and (r.listed, r.opened_at, r.slug) < (:listed, :opened, :slug)");
      values.putAll(cursor(which.after()));
    }
    return jdbc.sql(
            Request.SELECT
                + where
                + " order by r.listed desc, r.opened_at desc, r.slug desc limit "
                + (ROWS + 1))
        .params(values)
        .query(Request::of)
        .list();
  }

  private static Map<String, Object> cursor(String written) {
    String[] parts = written.split("_", 3);
    try {
      if (parts.length == 3 && parts[0].matches("[01]")) {
        return Map.of(
            "listed",
            parts[0].equals("1"),
            "opened",
            Instant.parse(parts[1]).atOffset(java.time.ZoneOffset.UTC),
            "slug",
            parts[2]);
      }
    } catch (DateTimeParseException e) {
      // refused below, as any other cursor that no page gave out
    }
    throw LookRules.unfit("requests.refused.page");
  }

  Optional<Request> bySlug(Decision decision, String slug) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql(Request.SELECT + "where r.slug = ?").param(slug).query(Request::of).optional();
  }

  /** The one that a request repeats, and those that repeat it; the oldest first. */
  List<Request> family(Decision decision, Request of) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql(
            Request.SELECT
                + """
                where r.legacy = :legacy and r.id <> :id
                  and (r.number = :parent or r.parent = :number)
                order by r.opened_at, r.slug limit 50
                """)
        .param("legacy", of.legacy())
        .param("id", of.id())
        .param("parent", of.parent() == null ? "" : of.parent())
        .param("number", of.number())
        .query(Request::of)
        .list();
  }

  /** What was said of a request before, the newest first. */
  List<Version> versions(Decision decision, UUID request) {
    decision.about(Capability.READ_CITY_REQUESTS);
    return jdbc.sql(
            """
            select version, status, type_written, closed_at, state_at, known_at
            from requests.request_version where request = ? order by version desc
            """)
        .param(request)
        .query(
            (row, n) ->
                new Version(
                    row.getInt("version"),
                    RequestStatus.valueOf(row.getString("status")),
                    row.getString("type_written"),
                    row.getObject("closed_at", OffsetDateTime.class),
                    row.getObject("state_at", OffsetDateTime.class),
                    row.getObject("known_at", OffsetDateTime.class)))
        .list();
  }

  /**
   * What somebody should look at now, the longest waiting first.
   *
   * @param looking reaches the areas
   * @param own organization of who looks, whose own work is not in it
   */
  List<Follow> looks(Decision looking, String own, LocalDate today, int most) {
    return jdbc.sql(
            FollowStore.SELECT
                + """
                where f.state = 'CLOSED_BY_CITY' and f.look_on <= :today
                  and (:everywhere or f.area = any (string_to_array(:areas, ',')::int[]))
                  and r.department is distinct from :own
                order by f.look_on, f.block, r.slug limit :most
                """)
        .params(near(looking, own, today))
        .param("most", most)
        .query((row, n) -> FollowStore.follow(row))
        .list();
  }

  /** How many that are, and of how many the day is over for so many days. */
  Due due(Decision looking, String own, LocalDate today, int grace) {
    return jdbc.sql(
            """
            select count(*) as due, count(*) filter (where f.look_on < :late) as late
            from requests.follow f join requests.request r on r.id = f.request
            where f.state = 'CLOSED_BY_CITY' and f.look_on <= :today
              and (:everywhere or f.area = any (string_to_array(:areas, ',')::int[]))
              and r.department is distinct from :own
            """)
        .params(near(looking, own, today))
        .param("late", today.minusDays(grace))
        .query((row, n) -> new Due(row.getInt("due"), row.getInt("late")))
        .single();
  }

  private static Map<String, Object> near(Decision looking, String own, LocalDate today) {
    Set<Integer> areas = looking.about(Capability.LOOK_AT_REQUESTS).areas();
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", looking.everywhere());
    values.put("areas", areas.stream().map(String::valueOf).collect(Collectors.joining(",")));
    values.put("own", own);
    values.put("today", today);
    return values;
  }
}
