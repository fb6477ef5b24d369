package org.cscc.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.patterns.PriorityBlocks.ListedPlace;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the rows of a file to what is known, in the caller's transaction. A request is known by its
 * number and by the system that gave it. What a file says of a later moment makes a version; what
 * it says of an earlier one changes nothing; a column that a file does not have takes nothing away.
 */
final class RequestMerge {
  private static final String CONTENT =
      "type_written, type, department, status, duplicate, parent, opened_at, closed_at, block, area";

  private final JdbcClient jdbc;

  RequestMerge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many rows of the file were what. */
  record Counts(long added, long updated, long unchanged, long older) {}

  /** Judges every staged row; nothing is changed yet. */
  Counts judge(Instant asOf) {
    jdbc.sql("analyze pg_temp.told").update();
    jdbc.sql(
            """
            create temporary table judged on commit drop as
            with newest as (
              select distinct on (number, legacy) t.*, coalesce(state_at, :asOf) as at
              from pg_temp.told t
              order by number, legacy, coalesce(state_at, :asOf) desc, row desc),
            merged as (
              select n.row, n.number, n.legacy, r.id,
                coalesce(n.type_written, r.type_written) as type_written,
                coalesce(n.type, r.type) as type, coalesce(n.department, r.department) as department,
                n.status, coalesce(n.duplicate, r.duplicate, false) as duplicate,
                coalesce(n.parent, r.parent) as parent,
                n.opened_at, n.opened_timed, n.opened_on, n.closed_at, n.closed_timed, n.closed_on,
                n.days, coalesce(n.block, r.block) as block, coalesce(n.area, r.area) as area,
                n.at, r.state_at as known_at
              from newest n
              left join requests.request r on r.number = n.number and r.legacy = n.legacy)
            select m.*, case
                when m.id is null then 'ADDED'
                when m.known_at > m.at then 'OLDER'
                when exists (select from requests.request r where r.id = m.id
                  and (%s) is not distinct from (%s)) then 'UNCHANGED'
                else 'UPDATED' end as verdict
            from merged m
            """
                .formatted(of("r"), of("m")))
        .param("asOf", utc(asOf))
        .update();
    jdbc.sql("analyze pg_temp.judged").update();
    return jdbc.sql(
            """
            select count(*) filter (where verdict = 'ADDED') as added,
              count(*) filter (where verdict = 'UPDATED') as updated,
              count(*) filter (where verdict = 'UNCHANGED') as unchanged,
              count(*) filter (where verdict = 'OLDER') as older,
              (select count(*) from pg_temp.told t join pg_temp.judged j using (number, legacy)
               where t.row <> j.row and (t.status, t.opened_at, t.closed_at, t.type_written)
                 is not distinct from (j.status, j.opened_at, j.closed_at, j.type_written)) as again,
              (select count(*) from pg_temp.told t join pg_temp.judged j using (number, legacy)
               where t.row <> j.row) as twice
            from pg_temp.judged
            """)
        .query(
            (row, n) ->
                new Counts(
                    row.getLong("added"),
                    row.getLong("updated"),
                    row.getLong("unchanged") + row.getLong("again"),
                    row.getLong("older") + row.getLong("twice") - row.getLong("again")))
        .single();
  }

  /** Writes what was judged. */
  void write(UUID intake, Instant at) {
    jdbc.sql(
            """
            insert into requests.request_version
              (request, version, %1$s, state_at, known_at, intake)
            select r.id, r.version, %2$s, r.state_at, r.changed_at, r.changed_by
            from requests.request r join pg_temp.judged j on j.id = r.id
            where j.verdict = 'UPDATED'
            """
                .formatted(CONTENT, of("r")))
        .update();
    jdbc.sql(
            """
            update requests.request r set (%s, opened_timed, opened_on, closed_timed, closed_on, days)
                = (%s, j.opened_timed, j.opened_on, j.closed_timed, j.closed_on, j.days),
              state_at = j.at, changed_at = :at, changed_by = :intake, version = r.version + 1
            from pg_temp.judged j where j.id = r.id and j.verdict = 'UPDATED'
            """
                .formatted(CONTENT, of("j")))
        .param("at", utc(at))
        .param("intake", intake)
        .update();
    jdbc.sql(
            """
            update requests.request r set state_at = j.at from pg_temp.judged j
            where j.id = r.id and j.verdict = 'UNCHANGED' and r.state_at < j.at
            """)
        .update();
    jdbc.sql(
            """
            insert into requests.request
              (id, number, legacy, %s, opened_timed, opened_on, closed_timed, closed_on, days,
               state_at, first_seen, changed_at, changed_by)
            select gen_random_uuid(), j.number, j.legacy, %s, j.opened_timed, j.opened_on,
              j.closed_timed, j.closed_on, j.days, j.at, :at, :at, :intake
            from pg_temp.judged j where j.verdict = 'ADDED'
            """
                .formatted(CONTENT, of("j")))
        .param("at", utc(at))
        .param("intake", intake)
        .update();
  }

  /** The day on which the oldest request was asked for. */
  LocalDate firstDay(LocalDate otherwise) {
    return jdbc.sql("select coalesce(min(opened_on), :otherwise) from requests.request")
        .param("otherwise", otherwise)
        .query(LocalDate.class)
        .single();
  }

  /**
   * Notes which requests lie on a block that was listed on their day (R-HOT-06), and keeps in a
   * table of this transaction which requests may have to be followed otherwise than before.
   */
  void list(UUID intake, PriorityBlocks.Lists lists, LocalDate today) {
    stage(lists);
    jdbc.sql(
            """
            create temporary table touched on commit drop as
            select id from requests.request where changed_by = :intake
            union
            select child.id from requests.request child
            join requests.request p on p.number = child.parent and p.legacy = child.legacy
            where p.changed_by = :intake
            """)
        .param("intake", intake)
        .update();
    jdbc.sql(
            """
            with now as (
              select r.id,
                exists (select from pg_temp.listed_on l where l.block = r.block and l.area = r.area
                  and r.opened_on >= l.from_day and r.opened_on < l.until_day) as asked_listed,
                exists (select from pg_temp.listed_on l where l.block = r.block and l.area = r.area
                  and coalesce(r.closed_on, :today) >= l.from_day
                  and coalesce(r.closed_on, :today) < l.until_day) as listed
              from requests.request r
              where r.block is not null and r.area is not null
                and (r.changed_by = :intake or r.status = 'OPEN')),
            turned as (
              update requests.request r set asked_listed = now.asked_listed, listed = now.listed
              from now where now.id = r.id
                and (r.asked_listed, r.listed) is distinct from (now.asked_listed, now.listed)
              returning r.id)
            insert into pg_temp.touched select id from turned
            where id not in (select id from pg_temp.touched)
            """)
        .param("intake", intake)
        .param("today", today)
        .update();
  }

  private void stage(PriorityBlocks.Lists lists) {
    jdbc.sql(
            """
            create temporary table listed_on (from_day date, until_day date, block text, area smallint)
            on commit drop
            """)
        .update();
    Iterator<Map.Entry<LocalDate, Set<ListedPlace>>> all = lists.byFirstDay().entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<LocalDate, Set<ListedPlace>> list = all.next();
      LocalDate next = lists.byFirstDay().higherKey(list.getKey());
      List<ListedPlace> places = new ArrayList<>(list.getValue());
      jdbc.sql(
              """
              insert into pg_temp.listed_on
              select :from, coalesce(:until, 'infinity'::date), block, area
              from unnest(cast(:blocks as text[]), cast(:areas as smallint[])) as l (block, area)
              """)
          .param("from", list.getKey())
          .param("until", next, java.sql.Types.DATE)
          .param("blocks", places.stream().map(ListedPlace::block).toArray(String[]::new))
          .param("areas", places.stream().map(one -> (short) one.area()).toArray(Short[]::new))
          .update();
    }
    jdbc.sql("create index on pg_temp.listed_on (block, area)").update();
    jdbc.sql("analyze pg_temp.listed_on").update();
  }

  private static String of(String table) {
    return table + "." + CONTENT.replace(", ", ", " + table + ".");
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
