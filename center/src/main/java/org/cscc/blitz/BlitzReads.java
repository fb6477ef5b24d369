package org.cscc.blitz;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.SpokenCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of blitzes as people read them; each takes a fixed number of statements. */
@Component
class BlitzReads {
  /** So many rows stand on a page. */
  static final int ROWS = 25;

  /** So many open ones stand on the page, more than departments can serve at once. */
  private static final int MOST_OPEN = 200;

  private static final String ENDED = "b.state in ('REPORTED', 'CALLED_OFF')";

  private final JdbcClient jdbc;
  private final BlitzStore store;

  BlitzReads(JdbcClient jdbc, BlitzStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /**
   * What is within reach, in numbers.
   *
   * @param mine wait for the answer of the reader's organization
   * @param toTell the reader's organization was there and has not said what it did
   * @param toWalk wait to be walked before, in the reader's areas
   * @param toLook wait for the second look, in the reader's areas
   * @param next wait for whoever leads them, in the reader's areas: everybody has answered, or the
   *     report is not written
   * @param late their days are over and nobody has said what was done, in the reader's areas
   */
  record Numbers(
      int open, int ended, int mine, int toTell, int toWalk, int toLook, int next, int late) {}

  Optional<Blitz> byCode(Decision decision, String code) {
    return store
        .withParts(
            jdbc.sql(
                    "select b.* from blitz.blitz b where b.code = :code and "
                        + BlitzReach.CONDITION)
                .param("code", SpokenCode.normal(code))
                .params(BlitzReach.values(decision.about(Capability.READ_BLITZES)))
                .query((row, n) -> BlitzStore.blitz(row))
                .list())
        .stream()
        .findFirst();
  }

  /** Those that are open, the next first. */
  List<Blitz> open(Decision decision) {
    return some(decision, "not " + ENDED + " order by b.first_day, b.code", MOST_OPEN, 0);
  }

  /**
   * A page of those that have ended, the newest first.
   *
   * @param page counted from 1
   */
  List<Blitz> ended(Decision decision, int page) {
    return some(
        decision,
        ENDED + " order by b.last_day desc, b.code",
        ROWS,
        (Math.max(1, page) - 1) * ROWS);
  }

  private List<Blitz> some(Decision decision, String which, int most, int skip) {
    return store.withParts(
        jdbc.sql(
                "select b.* from blitz.blitz b where "
                    + BlitzReach.CONDITION
                    + " and "
                    + which
                    + " limit :most offset :skip")
            .params(BlitzReach.values(decision.about(Capability.READ_BLITZES)))
            .param("most", most)
            .param("skip", skip)
            .query((row, n) -> BlitzStore.blitz(row))
            .list());
  }

  /**
   * What waits.
   *
   * @param areas of the reader; empty for all
   */
  Numbers numbers(Decision decision, Set<Integer> areas, LocalDate today) {
    return jdbc.sql(
            """
            select count(*) filter (where not ENDED) as open,
              count(*) filter (where ENDED) as ended,
              count(*) filter (where b.state = 'WALKED' and exists (
                select from blitz.part p where p.blitz = b.id and p.department = :own
                  and p.state = 'ASKED')) as mine,
              count(*) filter (where b.state in ('SCHEDULED', 'EXECUTED') and exists (
                select from blitz.part p where p.blitz = b.id and p.department = :own
                  and p.on_day <= :today)
                and not exists (
                  select from blitz.done d where d.blitz = b.id and d.department = :own)) as to_tell,
              count(*) filter (where NEAR and b.state = 'PLANNED') as to_walk,
              count(*) filter (where NEAR and b.state = 'EXECUTED') as to_look,
              count(*) filter (where NEAR and (b.state = 'REWALKED' or b.state = 'WALKED' and not exists (
                select from blitz.part p where p.blitz = b.id and p.state = 'ASKED'))) as next,
              count(*) filter (where NEAR and b.state in ('PLANNED', 'WALKED', 'SCHEDULED')
                and b.last_day < :today) as late
            from blitz.blitz b where\s"""
                    .replace("ENDED", ENDED)
                    .replace(
                        "NEAR",
                        "(:areas = '' or b.area = any (string_to_array(:areas, ',')::int[]))")
                + BlitzReach.CONDITION)
        .params(BlitzReach.values(decision.about(Capability.READ_BLITZES)))
        .param("areas", areas.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .param("today", today)
        .query(
            (row, n) ->
                new Numbers(
                    row.getInt("open"),
                    row.getInt("ended"),
                    row.getInt("mine"),
                    row.getInt("to_tell"),
                    row.getInt("to_walk"),
                    row.getInt("to_look"),
                    row.getInt("next"),
                    row.getInt("late")))
        .single();
  }
}
