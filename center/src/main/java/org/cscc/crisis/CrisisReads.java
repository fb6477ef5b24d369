package org.cscc.crisis;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody may read of the activations; three statements, however many there are. */
@Component
class CrisisReads {
  private static final String OPEN = "a.state not in ('STOOD_DOWN', 'AFTER_ACTION')";

  /** Who has to answer comes first, then what is late, then the newest. */
  private static final String ORDER =
      """
       order by exists (select from crisis.party p where p.activation = a.id
                        and p.organization = :own and p.state = 'NOTIFIED') desc,
         a.opened_at desc, a.id
      """;

  private final JdbcClient jdbc;
  private final Activations activations;

  CrisisReads(JdbcClient jdbc, Activations activations) {
    this.jdbc = jdbc;
    this.activations = activations;
  }

  /** What is open within reach. */
  List<Activation> open(Decision decision, int most) {
    return read(decision, OPEN + ORDER + " limit " + most, Map.of());
  }

  /** What was stood down last. */
  List<Activation> ended(Decision decision, int most, int after) {
    return read(
        decision,
        "not (" + OPEN + ") order by a.stood_down_at desc, a.id limit :most offset :after",
        Map.of("most", most, "after", after));
  }

  /** Everything that was opened in a span, the newest first. */
  List<Activation> openedBetween(Decision decision, Instant from, Instant until, int most) {
    return read(
        decision,
        "a.opened_at >= :from and a.opened_at < :until order by a.opened_at desc, a.id limit :most",
        Map.of("from", CrisisStore.utc(from), "until", CrisisStore.utc(until), "most", most));
  }

  /** One of them, if it is within reach. */
  Optional<Activation> byCode(Decision decision, String code) {
    return read(decision, "a.code = :code", Map.of("code", code)).stream().findFirst();
  }

  /** Those of them that are within reach. */
  List<Activation> byCodes(Decision decision, Collection<String> codes) {
    return read(decision, "a.code = any (:codes)", Map.of("codes", codes.toArray(String[]::new)));
  }

  /** The activations of incidents, as far as they are within reach. */
  List<Activation> byIncidents(Decision decision, Collection<UUID> incidents) {
    return read(
        decision,
        "a.incident = any (:incidents)",
        Map.of("incidents", incidents.toArray(UUID[]::new)));
  }

  /**
   * How many there are.
   *
   * @param mine those in which the own organization has not answered
   * @param unsettled those that are in doubt
   */
  record Numbers(int open, int late, int mine, int unsettled, int ended) {}

  Numbers numbers(Decision decision, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where %1$s)::int as open,
              count(*) filter (where %1$s and (
                (a.notified_at is null and a.notify_by < :now)
                or (a.planned_at is null and a.plan_by < :now)
                or exists (select from crisis.party p where p.activation = a.id and (
                     (p.state = 'NOTIFIED' and p.acknowledge_by < :now)
                     or (p.state = 'ACKNOWLEDGED' and p.deploy_by < :now)
                     or (p.state <> 'UNABLE' and p.contact_at is null and p.contact_by < :now)))
                ))::int as late,
              count(*) filter (where %1$s and exists (
                select from crisis.party p where p.activation = a.id and p.organization = :own
                  and p.state = 'NOTIFIED'))::int as mine,
              count(*) filter (where %1$s and a.doubted)::int as unsettled,
              count(*) filter (where not (%1$s))::int as ended
            from crisis.activation a where %2$s
            """
                .formatted(OPEN, CrisisReach.CONDITION))
        .params(CrisisReach.values(decision.about(Capability.READ_CRISES)))
        .param("now", CrisisStore.utc(now))
        .query(
            (row, number) ->
                new Numbers(
                    row.getInt("open"),
                    row.getInt("late"),
                    row.getInt("mine"),
                    row.getInt("unsettled"),
                    row.getInt("ended")))
        .single();
  }

  private List<Activation> read(Decision decision, String which, Map<String, Object> values) {
    Map<String, @Nullable Object> all =
        new HashMap<>(CrisisReach.values(decision.about(Capability.READ_CRISES)));
    all.putAll(values);
    return activations.where(CrisisReach.CONDITION + " and " + which, all);
  }
}
