package org.cscc.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cscc.incidents.feed.Feed;
import org.cscc.incidents.feed.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the cases of a chunk as they are held, lets them be merged, and hands on what changed. */
final class CaseLedger {
  private final JdbcClient jdbc;
  private final CaseWriter writer;

  CaseLedger(JdbcClient jdbc, CaseWriter writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  /**
   * A case as it is held.
   *
   * @param writtenBy the import, ruling or resurvey that wrote the present version
   * @param ruled whether an analyst's word holds instead of the feed's; the facts have the former
   */
  record HeldCase(
      UUID id,
      int version,
      Instant since,
      UUID writtenBy,
      boolean ruled,
      CaseFacts facts,
      List<Told> rows,
      List<PersonHarmed> people) {}

  private static final String OF_ARRIVING = "i.ref in (select ref from other_row where chunk = ?)";
  private static final String OF_AGAIN = "i.id in (select id from again_case where chunk = ?)";

  /** Makes out cases again from the rows they hold; see {@link CasesAgain}. */
  void again(int chunk, UUID changeId, OffsetDateTime now) {
    CaseWriter.Batch batch = writer.batch(changeId, now);
    held(OF_AGAIN, chunk)
        .forEach(
            (ref, before) -> batch.add(ref, before, CaseMerge.again(before, TimeOrderedIds::next)));
    batch.write();
  }

  Merging.Result merge(int chunk, UUID importId, OffsetDateTime receivedAt) {
    Map<String, List<Report>> arriving = arriving(chunk);
    Map<String, HeldCase> held = held(OF_ARRIVING, chunk);
    long added = 0;
    long updated = 0;
    long unchanged = 0;
    CaseWriter.Batch batch = writer.batch(importId, receivedAt);
    for (Map.Entry<String, List<Report>> entry : arriving.entrySet()) {
      @Nullable HeldCase before = held.get(entry.getKey());
      CaseMerge.Merged merged =
          CaseMerge.merge(
              before == null ? List.of() : before.rows(),
              before == null ? List.of() : before.people(),
              entry.getValue(),
              TimeOrderedIds::next);
      added += merged.added();
      updated += merged.updated();
      unchanged += merged.unchanged();
      if (merged.added() + merged.updated() > 0) {
        batch.add(entry.getKey(), before, merged);
      }
    }
    batch.write();
    return new Merging.Result(added, updated, unchanged);
  }

  private Map<String, List<Report>> arriving(int chunk) {
    Map<String, List<Report>> cases = new TreeMap<>();
    jdbc.sql("select * from other_row where chunk = ? order by ref, seq")
        .param(chunk)
        .query(
            rows -> {
              Report report =
                  report(rows, rows.getString("ref"), rows.getBoolean("with_case"), "standing");
              cases.computeIfAbsent(report.ref(), ref -> new ArrayList<>()).add(report);
            });
    return cases;
  }

  private Map<String, HeldCase> held(String which, int chunk) {
    Map<UUID, List<Told>> rows = rows(which, chunk);
    Map<UUID, List<PersonHarmed>> people = people(which, chunk);
    Map<String, HeldCase> held = new HashMap<>();
    jdbc.sql(
            """
            select i.*, coalesce(i.standing_told, i.standing) as told, 'CRIMES' as feed, null as kind, 'UNKNOWN' as age_band, 'UNK' as sex,
                   'UNK' as race
            from incidents.incident i where %s
            """
                .formatted(which))
        .param(chunk)
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              List<Told> told = rows.getOrDefault(id, new ArrayList<>());
              if (row.getString("row_key") != null) {
                told.add(new Told(report(row, row.getString("ref"), true, "told"), null, false));
              }
              held.put(
                  row.getString("ref"),
                  new HeldCase(
                      id,
                      row.getInt("version"),
                      IncidentRow.instant(row, "last_changed_at"),
                      row.getObject("import", UUID.class),
                      row.getString("standing_told") != null,
                      facts(row),
                      told,
                      people.getOrDefault(id, List.of())));
            });
    return held;
  }

  private Map<UUID, List<Told>> rows(String which, int chunk) {
    Map<UUID, List<Told>> rows = new HashMap<>();
    jdbc.sql(
            """
            select r.*, i.ref, cast(r.occurred_at at time zone 'America/Chicago' as date)
                     as occurred_on
            from incidents.report r join incidents.incident i on i.id = r.incident
            where %s
            """
                .formatted(which))
        .param(chunk)
        .query(
            row -> {
              rows.computeIfAbsent(row.getObject("incident", UUID.class), id -> new ArrayList<>())
                  .add(
                      new Told(
                          report(row, row.getString("ref"), true, "standing"),
                          row.getObject("victimization", UUID.class),
                          false));
            });
    return rows;
  }

  private Map<UUID, List<PersonHarmed>> people(String which, int chunk) {
    Map<UUID, List<PersonHarmed>> people = new HashMap<>();
    jdbc.sql(
            """
            select v.* from incidents.victimization v
            join incidents.incident i on i.id = v.incident
            where %s
            order by v.seq
            """
                .formatted(which))
        .param(chunk)
        .query(
            row -> {
              people
                  .computeIfAbsent(row.getObject("incident", UUID.class), id -> new ArrayList<>())
                  .add(
                      new PersonHarmed(
                          row.getObject("id", UUID.class),
                          row.getInt("seq"),
                          HarmKind.valueOf(row.getString("kind")),
                          AgeBand.valueOf(row.getString("age_band")),
                          IncidentRow.instant(row, "occurred_at"),
                          row.getObject("occurred_on", LocalDate.class),
                          IncidentRow.area(row, "area")));
            });
    return people;
  }

  private static Report report(ResultSet row, String ref, boolean withCase, String standing)
      throws SQLException {
    @Nullable String kind = row.getString("kind");
    @Nullable OffsetDateTime updatedAt = row.getObject("row_updated_at", OffsetDateTime.class);
    return new Report(
        Feed.valueOf(row.getString("feed")),
        row.getString("row_key"),
        ref,
        withCase,
        row.getLong("row_hash"),
        updatedAt == null ? null : updatedAt.toInstant(),
        IncidentType.valueOf(row.getString("type")),
        kind == null ? null : HarmKind.valueOf(kind),
        row.getBoolean("gunshot"),
        row.getBoolean("domestic"),
        row.getString("iucr"),
        IncidentRow.instant(row, "occurred_at"),
        row.getObject("occurred_on", LocalDate.class),
        OccurredPrecision.valueOf(row.getString("occurred_precision")),
        row.getString("block"),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        IncidentRow.area(row, "area"),
        IncidentRow.area(row, "area_stated"),
        IncidentRow.area(row, "area_computed"),
        LocationClass.valueOf(row.getString("location_class")),
        Standing.valueOf(row.getString(standing)),
        AgeBand.valueOf(row.getString("age_band")),
        row.getString("sex"),
        row.getString("race"));
  }

  private static CaseFacts facts(ResultSet row) throws SQLException {
    return new CaseFacts(
        IncidentType.valueOf(row.getString("type")),
        Standing.valueOf(row.getString("standing")),
        row.getString("iucr"),
        IncidentRow.instant(row, "occurred_at"),
        row.getObject("occurred_on", LocalDate.class),
        OccurredPrecision.valueOf(row.getString("occurred_precision")),
        row.getString("block"),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        IncidentRow.area(row, "area"),
        IncidentRow.area(row, "area_stated"),
        IncidentRow.area(row, "area_computed"),
        LocationClass.valueOf(row.getString("location_class")),
        row.getBoolean("domestic"),
        row.getBoolean("gunshot"));
  }
}
