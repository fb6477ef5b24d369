package org.cscc.incidents;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings staged rows together with what is held, in sets. A case that one plain row tells is kept
 * in the incident's own row and handled by two statements however many there are; every other case
 * goes through {@link CaseMerge}, some thousands at a time.
 */
final class Merging {
  private static final int CASES_AT_A_TIME = 4000;

  private final JdbcClient jdbc;
  private final CaseLedger ledger;

  Merging(JdbcClient jdbc, CaseLedger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /** How many rows were new, changed something, or said what was known. */
  record Result(long added, long updated, long unchanged) {
    Result plus(Result other) {
      return new Result(added + other.added, updated + other.updated, unchanged + other.unchanged);
    }
  }

  /**
   * Merges what is staged.
   *
   * @param staged how many rows are
   */
  Result merge(UUID importId, OffsetDateTime receivedAt, long staged) {
    if (staged == 0) {
      return new Result(0, 0, 0);
    }
    // The join with what is held is by hash; on disk it takes several times as long.
    jdbc.sql("set local work_mem = '64MB'").update();
    long unsettled = collectUnsettled();
    Renumbering renumbering = new Renumbering(jdbc);
    long renumbered = unsettled == 0 ? 0 : renumbering.take(importId);
    long inserted = unsettled == 0 ? 0 : insertNewPlainCases(importId, receivedAt);
    long others = inserted < unsettled ? numberOtherCases() : 0;
    Result result = new Result(inserted, 0, staged - inserted - others);
    int chunks = others == 0 ? 0 : chunks();
    for (int chunk = 0; chunk < chunks; chunk++) {
      result = result.plus(ledger.merge(chunk, importId, receivedAt));
    }
    if (unsettled > 0 && renumbering.anyLeft()) {
      int left = CasesAgain.collect(jdbc, Renumbering.left());
      for (int chunk = 0; chunk < left; chunk++) {
        ledger.again(chunk, importId, receivedAt);
      }
    }
    // A row that says nothing new but its case number was corrected, too.
    return result.plus(new Result(0, renumbered, -renumbered));
  }

  /** The rows that are not plain or say something else than what is held. */
  private long collectUnsettled() {
    return jdbc.sql(
            """
            create temporary table unsettled on commit drop as
            select s.*
            from staged s left join incidents.incident i
              on i.ref = s.ref and i.row_key = s.row_key and i.row_hash = s.row_hash
            where not s.plain or i.id is null
            """)
        .update();
  }

  /** Cases that nothing is known of and that plain rows tell; the first row of each. */
  private long insertNewPlainCases(UUID importId, OffsetDateTime receivedAt) {
    jdbc.sql("analyze unsettled").update();
    return jdbc.sql(
            """
            insert into incidents.incident
              (ref, row_key, row_hash, occurred_at, first_seen_at, last_changed_at, row_updated_at,
               lon, lat, occurred_on, area, area_stated, area_computed, domestic, gunshot, serious,
               type, occurred_precision, standing, location_class, iucr, block, import)
            select s.ref, s.row_key, s.row_hash, s.occurred_at, :at, :at, s.row_updated_at,
                   s.lon, s.lat, s.occurred_on, s.area, s.area_stated, s.area_computed, s.domestic,
                   s.gunshot, false, s.type, s.occurred_precision, s.standing, s.location_class,
                   s.iucr, s.block, :import
            from unsettled s
            where s.seq in (select min(seq) from unsettled where plain group by ref)
              and not exists (select 1 from incidents.incident i where i.ref = s.ref)
            """)
        .param("at", receivedAt)
        .param("import", importId)
        .update();
  }

  /**
   * Numbers the other cases into chunks and answers how many rows they have. A row inserted a
   * moment ago says what is held, as does its twin further down in the file.
   */
  private long numberOtherCases() {
    long rows =
        jdbc.sql(
                """
            create temporary table other_row on commit drop as
            select s.*, (dense_rank() over (order by s.ref) - 1) / %d as chunk
            from unsettled s
            where not s.plain or not exists
              (select 1 from incidents.incident i
               where i.ref = s.ref and i.row_key = s.row_key and i.row_hash = s.row_hash)
            """
                    .formatted(CASES_AT_A_TIME))
            .update();
    jdbc.sql("create index on other_row (chunk)").update();
    jdbc.sql("analyze other_row").update();
    return rows;
  }

  private int chunks() {
    return jdbc.sql("select coalesce(max(chunk) + 1, 0) from other_row")
        .query(Integer.class)
        .single();
  }
}
