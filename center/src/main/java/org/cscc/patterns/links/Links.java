package org.cscc.patterns.links;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links of the last 90 days: those that follow from the records, and those people state. */
@Component
class Links {
  /** After so long a statement ends, unless it is made again. */
  static final Duration LASTS = Duration.ofDays(90);

  private static final int DAYS = 90;

  private final JdbcClient jdbc;
  private final Incidents incidents;
  private final Grounds grounds;
  private final Access access;
  private final Clock clock;

  Links(JdbcClient jdbc, Incidents incidents, Grounds grounds, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.incidents = incidents;
    this.grounds = grounds;
    this.access = access;
    this.clock = clock;
  }

  /**
   * What hangs together now.
   *
   * @param incidents the incidents of 90 days within reach, by time
   */
  record Web(List<IncidentFacts> incidents, List<IncidentLink> links, List<Cluster> clusters) {}

  /** The web within reach of the decision. */
  Web now(Decision decision) {
    decision.about(Capability.READ_LINKS);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
    Set<Integer> areas = grounds.choices(grounds.reach(decision)).keySet();
    List<IncidentFacts> recent =
        Asking.asTheCenter(
            () ->
                incidents.serious(
                    access.forSystem(Capability.READ_INCIDENTS),
                    today.minusDays(DAYS),
                    today,
                    areas));
    List<IncidentLink> links = new ArrayList<>(ComputedLinks.of(recent));
    links.removeIf(link -> link.until().isBefore(today));
    Set<UUID> known = recent.stream().map(IncidentFacts::id).collect(Collectors.toSet());
    stated(clock.instant()).stream()
        .filter(link -> known.contains(link.a()) && known.contains(link.b()))
        .forEach(links::add);
    return new Web(recent, links, Cluster.of(recent, links));
  }

  /**
   * States that two incidents hang together. To state it again lets it last another 90 days.
   *
   * @throws Refused for an incident out of reach or unknown, an incident with itself, a computed
   *     kind (R-PATTERNS-10)
   */
  void state(
      Decision decision,
      String role,
      UUID one,
      UUID other,
      LinkKind kind,
      IncidentLink.Confidence confidence,
      String basis) {
    decision.about(Capability.ASSERT_LINKS);
    IncidentFacts first = within(decision, one);
    IncidentFacts second = within(decision, other);
    if (kind.computed() || one.equals(other) || !IncidentLink.BASES.contains(basis)) {
      throw new Refused(Kind.INVALID, "R-PATTERNS-10", "patterns.refused.link");
    }
    boolean inOrder = first.id().toString().compareTo(second.id().toString()) < 0;
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into patterns.link
              (id, a, b, kind, confidence, basis, asserted_by, by_role, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            inOrder ? one : other,
            inOrder ? other : one,
            kind.name(),
            confidence.name(),
            basis,
            decision.account(),
            role,
            now.atOffset(ZoneOffset.UTC),
            now.plus(LASTS).atOffset(ZoneOffset.UTC))
        .update();
  }

  private IncidentFacts within(Decision decision, UUID id) {
    IncidentFacts incident =
        Asking.asTheCenter(() -> incidents.byId(access.forSystem(Capability.READ_INCIDENTS), id))
            .orElseThrow(
                () -> new Refused(Kind.NOT_FOUND, "R-PATTERNS-02", "patterns.refused.no-incident"));
    Integer area = incident.area();
    if (area == null && !decision.everywhere()) {
      throw new Refused(Kind.NOT_FOUND, "R-PATTERNS-02", "patterns.refused.no-incident");
    }
    if (area != null) {
      grounds.mustReach(decision, area);
    }
    return incident;
  }

  /** Statements that have not ended, the newest of each pair and kind. */
  List<IncidentLink> stated(Instant now) {
    return jdbc.sql(
            """
            select distinct on (a, b, kind) id, a, b, kind, confidence, basis, by_role, expires_at
            from patterns.link where expires_at > ? order by a, b, kind, created_at desc
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> link(row))
        .list();
  }

  private static IncidentLink link(ResultSet row) throws SQLException {
    return new IncidentLink(
        row.getObject("id", UUID.class),
        row.getObject("a", UUID.class),
        row.getObject("b", UUID.class),
        LinkKind.valueOf(row.getString("kind")),
        IncidentLink.Confidence.valueOf(row.getString("confidence")),
        row.getString("basis"),
        row.getString("by_role"),
        LocalDate.ofInstant(
            row.getObject("expires_at", OffsetDateTime.class).toInstant(), ReviewWeek.CHICAGO));
  }
}
