package org.cscc.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where one organization took the same step very often within an hour, whenever that hour begins: a
 * clock's full hour in between hides nothing. Hours that overlap are told as one, by the fullest.
 */
public final class Bursts {
  private final JdbcClient jdbc;
  private final String read;

  /**
   * Bursts in the history of a table that is named with its schema, as {@link StepLog} writes it.
   */
  public Bursts(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.read =
        """
        with taken as (
          select by_organization as organization, at,
            count(*) over (partition by by_organization order by at
              range between current row and interval '1 hour' following) as steps
          from %s
          where move = :move and at > :since
            and (:organization::text is null or by_organization = :organization)),
        full_hour as (
          select *, lag(at) over (partition by organization order by at) as earlier
          from taken where steps >= :many),
        burst as (
          select organization, at, steps,
            count(*) filter (where earlier is null or at > earlier + interval '1 hour')
              over (partition by organization order by at) as number
          from full_hour)
        select * from (
          select distinct on (organization, number) organization, at, steps::int as steps
          from burst order by organization, number, steps desc, at) fullest
        order by at desc, organization limit :most
        """
            .formatted(Names.table(table));
  }

  /**
   * One of them.
   *
   * @param from when its fullest hour begins
   * @param steps how many were taken in that hour
   */
  public record Burst(String organization, OffsetDateTime from, int steps) {}

  /**
   * The newest of them.
   *
   * @param organization whose; null for everybody's
   * @param many so many steps within an hour are a burst
   * @param most so many are told
   */
  public List<Burst> since(
      Instant since, String move, @Nullable String organization, int many, int most) {
    return jdbc.sql(read)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("move", move)
        .param("organization", organization)
        .param("many", many)
        .param("most", most)
        .query(
            (row, n) ->
                new Burst(
                    row.getString("organization"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getInt("steps")))
        .list();
  }
}
