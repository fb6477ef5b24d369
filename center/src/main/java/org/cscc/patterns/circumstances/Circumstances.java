package org.cscc.patterns.circumstances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.Asking;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Grounds;
import org.cscc.patterns.circumstances.Circumstance.Code;
import org.cscc.patterns.circumstances.Circumstance.Confidence;
import org.cscc.patterns.circumstances.Circumstance.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is coded about incidents, and coding it. */
@Component
public class Circumstances {
  /** After so long a statement ends, unless it is made again. */
  static final Duration LASTS = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Incidents incidents;
  private final Grounds grounds;
  private final Access access;
  private final Clock clock;

  Circumstances(JdbcClient jdbc, Incidents incidents, Grounds grounds, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.incidents = incidents;
    this.grounds = grounds;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Codes by incident that may enter a theme: of each code and incident the newest statement that
   * has not ended decides, and it must be at least probable.
   *
   * @param oneWayToo whether what outreach, residents and partners said counts; without it the
   *     answer may be shown to a police liaison
   */
  public Map<UUID, Set<Code>> counting(boolean oneWayToo) {
    Map<UUID, Set<Code>> counting = new HashMap<>();
    Map<UUID, Set<Code>> decided = new HashMap<>();
    for (Circumstance stated : standing()) {
      boolean newest =
          (oneWayToo || !stated.source().oneWay())
              && decided
                  .computeIfAbsent(stated.incident(), none -> EnumSet.noneOf(Code.class))
                  .add(stated.code());
      if (newest && stated.confidence().counts()) {
        counting
            .computeIfAbsent(stated.incident(), none -> EnumSet.noneOf(Code.class))
            .add(stated.code());
      }
    }
    return counting;
  }

  /** Changes whenever something was coded or ended since, so that themes are computed anew. */
  public String stamp() {
    return jdbc.sql(
            """
            select count(*) || '/' || coalesce(max(created_at)::text, '')
            from patterns.circumstance where expires_at > ?
            """)
        .param(now())
        .query(String.class)
        .single();
  }

  /**
   * The incident and what is coded about it now, the newest first.
   *
   * @throws Refused for an unknown incident or one out of reach
   */
  About about(Decision decision, UUID id) {
    decision.about(Capability.READ_LINKS);
    IncidentFacts incident = within(decision, id);
    List<Circumstance> own = new ArrayList<>(standing());
    own.removeIf(stated -> !stated.incident().equals(id));
    return new About(incident, own);
  }

  /** An incident with its circumstances. */
  record About(IncidentFacts incident, List<Circumstance> stated) {}

  /** Codes a circumstance; to code it again replaces it and lets it last another 90 days. */
  void code(
      Decision decision, String role, UUID id, Code code, Confidence confidence, Source source) {
    decision.about(Capability.CODE_CIRCUMSTANCES);
    within(decision, id);
    Instant at = clock.instant();
    jdbc.sql(
            """
            insert into patterns.circumstance
              (id, incident, code, confidence, source, coded_by, by_role, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            id,
            code.name(),
            confidence.name(),
            source.name(),
            decision.account(),
            role,
            at.atOffset(ZoneOffset.UTC),
            at.plus(LASTS).atOffset(ZoneOffset.UTC))
        .update();
  }

  private IncidentFacts within(Decision decision, UUID id) {
    IncidentFacts incident =
        Asking.asTheCenter(() -> incidents.byId(access.forSystem(Capability.READ_INCIDENTS), id))
            .orElseThrow(Circumstances::unknown);
    Integer area = incident.area();
    if (area == null && !decision.everywhere()) {
      throw unknown();
    }
    if (area != null) {
      grounds.mustReach(decision, area);
    }
    return incident;
  }

  private static Refused unknown() {
    return new Refused(Kind.NOT_FOUND, "R-PATTERNS-02", "patterns.refused.no-incident");
  }

  /** The newest statement of each incident, code and source that has not ended; newest first. */
  private List<Circumstance> standing() {
    return jdbc.sql(
            """
            select * from (
              select distinct on (incident, code, source)
                incident, code, confidence, source, by_role, created_at, expires_at
              from patterns.circumstance where expires_at > ?
              order by incident, code, source, created_at desc, id) newest
            order by created_at desc, incident, code, source
            """)
        .param(now())
        .query((row, n) -> circumstance(row))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Circumstance circumstance(ResultSet row) throws SQLException {
    return new Circumstance(
        row.getObject("incident", UUID.class),
        Code.valueOf(row.getString("code")),
        Confidence.valueOf(row.getString("confidence")),
        Source.valueOf(row.getString("source")),
        row.getString("by_role"),
        LocalDate.ofInstant(
            row.getObject("expires_at", OffsetDateTime.class).toInstant(), ReviewWeek.CHICAGO));
  }
}
