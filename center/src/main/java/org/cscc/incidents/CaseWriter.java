package org.cscc.incidents;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cscc.incidents.feed.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes merged cases: the old version aside, the present one in its place. */
final class CaseWriter {
  private final JdbcTemplate jdbc;

  CaseWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Batch batch(UUID importId, OffsetDateTime receivedAt) {
    return new Batch(importId, receivedAt);
  }

  /** The statements of some thousand cases, sent together. */
  final class Batch {
    private final UUID importId;
    private final OffsetDateTime receivedAt;
    private final List<Object[]> newIncidents = new ArrayList<>();
    private final List<Object[]> oldVersions = new ArrayList<>();
    private final List<Object[]> oldHarms = new ArrayList<>();
    private final List<Object[]> incidents = new ArrayList<>();
    private final List<Object[]> goneReports = new ArrayList<>();
    private final List<Object[]> reports = new ArrayList<>();
    private final List<Object[]> gonePeople = new ArrayList<>();
    private final List<Object[]> people = new ArrayList<>();

    private Batch(UUID importId, OffsetDateTime receivedAt) {
      this.importId = importId;
      this.receivedAt = receivedAt;
    }

    void add(String ref, CaseLedger.@Nullable HeldCase before, CaseMerge.Merged merged) {
      boolean plain = merged.rows().size() == 1 && merged.rows().getFirst().report().plain();
      @Nullable Report only = plain ? merged.rows().getFirst().report() : null;
      UUID id = before == null ? TimeOrderedIds.next() : before.id();
      CaseFacts now = standing(before, merged.facts());
      boolean moved =
          before == null
              || !before.facts().besidesComputed().equals(now.besidesComputed())
              || !before.people().equals(merged.people());
      if (before == null) {
        newIncidents.add(incident(id, ref, 1, receivedAt, merged, only, null));
      } else if (!moved || before.writtenBy().equals(importId)) {
        // Nothing that anybody sees has moved, or the version is of this very import.
        incidents.add(update(before, before.version(), utc(before.since()), merged, only));
      } else {
        keepOld(before);
        incidents.add(update(before, before.version() + 1, receivedAt, merged, only));
      }
      if (!plain) {
        merged.rows().stream()
            .filter(told -> told.changed() || before == null || before.rows().size() == 1)
            .forEach(told -> reports.add(report(id, told)));
      } else if (before != null) {
        goneReports.add(new Object[] {id});
      }
      if (moved) {
        if (before != null && !before.people().isEmpty()) {
          gonePeople.add(new Object[] {id});
        }
        merged.people().forEach(person -> people.add(person(id, person)));
      }
    }

    /** Facts in which an analyst's word on the standing holds against the feed's. */
    private static CaseFacts standing(CaseLedger.@Nullable HeldCase before, CaseFacts told) {
      return before == null || !before.ruled() ? told : told.standing(before.facts().standing());
    }

    private void keepOld(CaseLedger.HeldCase before) {
      CaseFacts facts = before.facts();
      oldVersions.add(
          new Object[] {
            before.id(),
            before.version(),
            utc(before.since()),
            receivedAt,
            facts.type().name(),
            facts.standing().name(),
            utc(facts.occurredAt()),
            facts.block(),
            facts.lon(),
            facts.lat(),
            facts.area(),
            facts.locationClass().name(),
            importId
          });
      for (PersonHarmed person : before.people()) {
        oldHarms.add(
            new Object[] {
              before.id(),
              before.version(),
              person.id(),
              person.seq(),
              person.kind().name(),
              person.fatal(),
              person.ageBand().name(),
              utc(person.occurredAt()),
              person.area()
            });
      }
    }

    private Object[] incident(
        UUID id,
        String ref,
        int version,
        OffsetDateTime since,
        CaseMerge.Merged merged,
        @Nullable Report only,
        CaseLedger.@Nullable HeldCase before) {
      CaseFacts f = standing(before, merged.facts());
      boolean ruled = before != null && before.ruled();
      return new Object[] {
        only == null ? null : only.rowKey(),
        only == null ? null : only.hash(),
        only == null ? null : utcOrNull(only.updatedAt()),
        utc(f.occurredAt()),
        since,
        f.lon(),
        f.lat(),
        f.occurredOn(),
        version,
        f.area(),
        f.areaStated(),
        f.areaComputed(),
        f.domestic(),
        f.gunshot(),
        serious(merged),
        f.type().name(),
        f.precision().name(),
        f.standing().name(),
        ruled ? merged.facts().standing().name() : null,
        f.locationClass().name(),
        f.iucr(),
        f.block(),
        importId,
        id,
        ref,
        receivedAt
      };
    }

    private Object[] update(
        CaseLedger.HeldCase before,
        int version,
        OffsetDateTime since,
        CaseMerge.Merged merged,
        @Nullable Report only) {
      Object[] all = incident(before.id(), "", version, since, merged, only, before);
      return java.util.Arrays.copyOf(all, all.length - 2);
    }

    private static boolean serious(CaseMerge.Merged merged) {
      return merged.people().stream().anyMatch(person -> person.kind().serious());
    }

    private Object[] report(UUID incident, Told told) {
      Report r = told.report();
      return new Object[] {
        r.feed().name(),
        r.rowKey(),
        incident,
        told.person(),
        importId,
        r.hash(),
        utcOrNull(r.updatedAt()),
        r.type().name(),
        r.kind() == null ? null : r.kind().name(),
        r.fatal(),
        r.gunshot(),
        r.domestic(),
        r.iucr(),
        utc(r.occurredAt()),
        r.precision().name(),
        r.block(),
        r.lon(),
        r.lat(),
        r.area(),
        r.areaStated(),
        r.areaComputed(),
        r.locationClass().name(),
        r.standing().name(),
        r.ageBand().name(),
        r.sex(),
        r.race()
      };
    }

    private static Object[] person(UUID incident, PersonHarmed person) {
      return new Object[] {
        person.id(),
        incident,
        person.seq(),
        person.kind().name(),
        person.fatal(),
        person.ageBand().name(),
        utc(person.occurredAt()),
        person.occurredOn(),
        person.area()
      };
    }

    void write() {
      send(
          """
          insert into incidents.incident
            (row_key, row_hash, row_updated_at, occurred_at, last_changed_at, lon, lat, occurred_on,
             version, area, area_stated, area_computed, domestic, gunshot, serious, type,
             occurred_precision, standing, standing_told, location_class, iucr, block, import, id,
             ref, first_seen_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          newIncidents);
      send(
          """
          insert into incidents.incident_version
            (incident, version, valid_from, valid_until, type, standing, occurred_at, block, lon,
             lat, area, location_class, ended_by)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          oldVersions);
      send(
          """
          insert into incidents.harm_version
            (incident, version, victimization, seq, kind, fatal, age_band, occurred_at, area)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          oldHarms);
      send(
          """
          update incidents.incident
          set row_key = ?, row_hash = ?, row_updated_at = ?, occurred_at = ?, last_changed_at = ?,
              lon = ?, lat = ?, occurred_on = ?, version = ?, area = ?, area_stated = ?,
              area_computed = ?, domestic = ?, gunshot = ?, serious = ?, type = ?,
              occurred_precision = ?, standing = ?, standing_told = ?, location_class = ?, iucr = ?,
              block = ?, import = ?
          where id = ?
          """,
          incidents);
      writeRowsAndPeople();
    }

    private void writeRowsAndPeople() {
      send("delete from incidents.report where incident = ?", goneReports);
      send(
          """
          insert into incidents.report
            (feed, row_key, incident, victimization, import, row_hash, row_updated_at, type, kind,
             fatal, gunshot, domestic, iucr, occurred_at, occurred_precision, block, lon, lat, area,
             area_stated, area_computed, location_class, standing, age_band, sex, race)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (feed, row_key) do update
          set incident = excluded.incident, victimization = excluded.victimization,
              import = excluded.import, row_hash = excluded.row_hash,
              row_updated_at = excluded.row_updated_at, type = excluded.type,
              kind = excluded.kind, fatal = excluded.fatal, gunshot = excluded.gunshot,
              domestic = excluded.domestic, iucr = excluded.iucr,
              occurred_at = excluded.occurred_at,
              occurred_precision = excluded.occurred_precision, block = excluded.block,
              lon = excluded.lon, lat = excluded.lat, area = excluded.area,
              area_stated = excluded.area_stated, area_computed = excluded.area_computed,
              location_class = excluded.location_class, standing = excluded.standing,
              age_band = excluded.age_band, sex = excluded.sex, race = excluded.race
          """,
          reports);
      send("delete from incidents.victimization where incident = ?", gonePeople);
      send(
          """
          insert into incidents.victimization
            (id, incident, seq, kind, fatal, age_band, occurred_at, occurred_on, area)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          people);
    }

    private void send(String sql, List<Object[]> rows) {
      if (!rows.isEmpty()) {
        jdbc.batchUpdate(sql, rows);
      }
    }

    private static OffsetDateTime utc(Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
      return instant == null ? null : utc(instant);
    }
  }
}
