package org.cscc.referrals;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door to referrals for other rooms: numbers, and never a token. */
@Component
public class Referrals {
  private final JdbcClient jdbc;
  private final Teams teams;

  Referrals(JdbcClient jdbc, Teams teams) {
    this.jdbc = jdbc;
    this.teams = teams;
  }

  /**
   * How far the referrals of incidents went, in one statement. A number below ten is told inside a
   * team only (R-SUP-01), and of one incident they always are: so an incident outside the areas of
   * the reader's own teams is not in the answer, nor is one without a referral.
   *
   * @param decision about {@link Capability#COUNT_REFERRALS}
   * @throws IllegalStateException within a transaction of a request
   */
  public Map<UUID, ReferralCounts> counts(Decision decision, Collection<UUID> incidents) {
    Set<Integer> own = ownAreas(decision.about(Capability.COUNT_REFERRALS));
    if (incidents.isEmpty() || own.isEmpty()) {
      return Map.of();
    }
    return Asking.asTheCenter(() -> read(own, incidents));
  }

  /** Numbers of the areas of the reader's own teams. */
  Set<Integer> ownAreas(Decision decision) {
    if (decision.teams().isEmpty()) {
      return Set.of();
    }
    return teams.all().stream()
        .filter(team -> decision.teams().contains(team.code()))
        .flatMap(team -> team.areaNumbers().stream())
        .collect(Collectors.toSet());
  }

  private Map<UUID, ReferralCounts> read(Set<Integer> areas, Collection<UUID> incidents) {
    Map<UUID, ReferralCounts> counts = new HashMap<>();
    jdbc.sql(
            """
            select r.incident,
              count(*) filter (where r.follows is null)::int as offered,
              count(*) filter (where r.accepted_at is not null)::int as accepted,
              count(*) filter (where r.contact_at is not null)::int as contacted,
              min(r.contact_at) as first_contact
            from referrals.referral r
            where r.incident in (:incidents) and r.area in (:areas)
            group by r.incident
            """)
        .param("incidents", incidents)
        .param("areas", areas)
        .query(
            row -> {
              OffsetDateTime first = row.getObject("first_contact", OffsetDateTime.class);
              counts.put(
                  row.getObject("incident", UUID.class),
                  new ReferralCounts(
                      row.getInt("offered"),
                      row.getInt("accepted"),
                      row.getInt("contacted"),
                      first == null ? null : first.toInstant()));
            });
    return counts;
  }
}
