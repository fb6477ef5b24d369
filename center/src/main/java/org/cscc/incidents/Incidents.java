package org.cscc.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The incidents as they are known now. Who has seats in teams sees the areas of those teams.
 * Incidents that do not count (unfounded, out of scope) are found by id only.
 */
@Component
public class Incidents {
  private final JdbcClient jdbc;
  private final Reach reach;
  private final Freshness freshness;
  private final Versions versions;
  private final Harms harms;

  Incidents(JdbcClient jdbc, Reach reach, Freshness freshness, Versions versions, Harms harms) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.freshness = freshness;
    this.versions = versions;
    this.harms = harms;
  }

  /**
   * The incidents that count in which somebody was killed or shot, oldest first.
   *
   * @param to last day, included
   * @param areas null for all within reach
   */
  public List<IncidentFacts> serious(
      Decision decision, LocalDate from, LocalDate to, @Nullable Set<Integer> areas) {
    return read(decision, from, to, areas, "i.serious");
  }

  /**
   * The incidents that count in which shots were fired and nobody is known to be hit.
   *
   * @param to last day, included
   * @param areas null for all within reach
   */
  public List<IncidentFacts> shotsFired(
      Decision decision, LocalDate from, LocalDate to, @Nullable Set<Integer> areas) {
    return read(decision, from, to, areas, "i.type = 'SHOTS_FIRED'");
  }

  private List<IncidentFacts> read(
      Decision decision,
      LocalDate from,
      LocalDate to,
      @Nullable Set<Integer> areas,
      String condition) {
    return jdbc.sql(
            """
            select %s, %s
            from incidents.incident i left join incidents.victimization v on v.incident = i.id
            where %s and i.standing = 'COUNTED' and i.occurred_on between :from and :to
              and (cast(:areas as text) is null
                   or i.area = any(cast(string_to_array(:areas, ',') as int[])))
            order by i.occurred_at, i.id, v.seq
            """
                .formatted(IncidentRow.COLUMNS, IncidentRow.HARM_COLUMNS, condition))
        .param("days", freshness.provisionalDays())
        .param("from", from)
        .param("to", to)
        .param("areas", reach.areas(decision, areas))
        .query(IncidentRow::fold);
  }

  /** People harmed in the days, both included, as columns for arithmetic; see {@link HarmTable}. */
  public HarmTable harms(Decision decision, LocalDate from, LocalDate to) {
    return harms.table(reach.areas(decision, null), from, to);
  }

  /** The incident with the id, if there is one within reach. */
  public Optional<IncidentFacts> byId(Decision decision, UUID id) {
    return jdbc
        .sql(
            """
            select %s, %s
            from incidents.incident i left join incidents.victimization v on v.incident = i.id
            where i.id = :id
              and (cast(:areas as text) is null
                   or i.area = any(cast(string_to_array(:areas, ',') as int[])))
            order by v.seq
            """
                .formatted(IncidentRow.COLUMNS, IncidentRow.HARM_COLUMNS))
        .param("days", freshness.provisionalDays())
        .param("id", id)
        .param("areas", reach.areas(decision, null))
        .query(IncidentRow::fold)
        .stream()
        .findFirst();
  }

  /** The incidents with the ids that are within reach, whether they count or not. */
  public List<IncidentFacts> byIds(Decision decision, Collection<UUID> ids) {
    return jdbc.sql(
            """
            select %s, %s
            from incidents.incident i left join incidents.victimization v on v.incident = i.id
            where i.id = any(cast(string_to_array(:ids, ',') as uuid[]))
              and (cast(:areas as text) is null
                   or i.area = any(cast(string_to_array(:areas, ',') as int[])))
            order by i.occurred_at, i.id, v.seq
            """
                .formatted(IncidentRow.COLUMNS, IncidentRow.HARM_COLUMNS))
        .param("days", freshness.provisionalDays())
        .param("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .param("areas", reach.areas(decision, null))
        .query(IncidentRow::fold);
  }

  /** The incident that a feed knows, or knew, by this case number, if one is within reach. */
  public Optional<IncidentFacts> byCase(Decision decision, String caseNumber) {
    return jdbc
        .sql(
            """
            select %s, %s
            from incidents.incident i left join incidents.victimization v on v.incident = i.id
            where (i.ref = upper(:ref) or i.id in (select f.incident from incidents.former_ref f
                                                   where f.ref = upper(:ref)))
              and (cast(:areas as text) is null
                   or i.area = any(cast(string_to_array(:areas, ',') as int[])))
            order by i.ref = upper(:ref) desc, i.id, v.seq
            """
                .formatted(IncidentRow.COLUMNS, IncidentRow.HARM_COLUMNS))
        .param("days", freshness.provisionalDays())
        .param("ref", caseNumber.strip())
        .param("areas", reach.areas(decision, null))
        .query(IncidentRow::fold)
        .stream()
        .findFirst();
  }

  /** All versions of an incident, the present one first; empty when it is out of reach. */
  public List<IncidentVersion> history(Decision decision, UUID id) {
    return byId(decision, id).map(versions::of).orElse(List.of());
  }

  /** How fresh the data is; empty before the first import. */
  public Optional<FeedStatus> latest() {
    return freshness.latest();
  }

  /**
   * What moved since an instant in incidents of the days that are or were serious, oldest first.
   *
   * @param since what was known up to then, itself included, is the before
   * @param to last day, included
   * @param areas areas in which the incident counts now or counted then
   */
  public List<Change> changedSince(
      Decision decision, Instant since, LocalDate from, LocalDate to, Set<Integer> areas) {
    return versions.changedSince(reach.areas(decision, areas), since, from, to);
  }
}
