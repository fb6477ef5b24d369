package org.cscc.crisis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cscc.ledger.Batches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks which clocks ran out. Each is written down once, whichever node sees it first: the row of
 * its activation is held, and another node passes it by. Who does not answer is followed by the
 * back-up; a clock that began anew can run out anew.
 */
@Component
class CrisisClock {
  private static final int MOST = 200;

  private static final String DUE =
      """
      select a.code, d.organization, d.duty, d.clock, d.due
      from crisis.activation a
      join lateral (
        select '' as organization, null as duty, 'NOTIFY' as clock, a.notify_by as due
        where a.notified_at is null and a.state = 'OPENED'
        union all
        select '', null, 'PLAN', a.plan_by
        where a.planned_at is null and a.state not in ('STOOD_DOWN', 'AFTER_ACTION')
        union all
        select '', null, 'LESSONS', a.lessons_by where a.state = 'STOOD_DOWN'
        union all
        select p.organization, p.duty, 'ACKNOWLEDGE', p.acknowledge_by from crisis.party p
        where p.activation = a.id and p.state = 'NOTIFIED'
          and a.state not in ('STOOD_DOWN', 'AFTER_ACTION')
        union all
        select p.organization, p.duty, 'DEPLOY', p.deploy_by from crisis.party p
        where p.activation = a.id and p.state = 'ACKNOWLEDGED'
          and a.state not in ('STOOD_DOWN', 'AFTER_ACTION')
        union all
        select p.organization, p.duty, 'CONTACT', p.contact_by from crisis.party p
        where p.activation = a.id and p.state <> 'UNABLE' and p.contact_at is null
          and a.retracted_at is null
      ) d on d.due <= :now
      where not exists (select from crisis.lapse l
                        where l.activation = a.id and l.organization = d.organization
                          and l.clock = d.clock and l.due >= d.due)
      order by d.due, a.code, d.organization limit :most for update of a skip locked
      """;

  private final JdbcClient jdbc;
  private final CrisisStore store;
  private final CrisisCalls calls;
  private final CrisisLog log;
  private final CrisisTold told;
  private final Batches batches;

  CrisisClock(
      JdbcClient jdbc,
      CrisisStore store,
      CrisisCalls calls,
      CrisisLog log,
      CrisisTold told,
      Batches batches) {
    this.jdbc = jdbc;
    this.store = store;
    this.calls = calls;
    this.log = log;
    this.told = told;
    this.batches = batches;
  }

  private record Due(String code, Lapse lapse) {}

  /**
   * Writes down every clock that ran out.
   *
   * @return how many
   */
  int run() {
    return batches.untilNothingIsDue(this::lapse);
  }

  private int lapse(Instant now) {
    List<Due> due =
        jdbc.sql(DUE)
            .param("now", CrisisStore.utc(now))
            .param("most", MOST)
            .query(
                (row, number) ->
                    new Due(
                        row.getString("code"),
                        new Lapse(
                            Lapse.Kind.valueOf(row.getString("clock")),
                            row.getString("organization"),
                            CrisisRows.instant(row, "due"))))
            .list();
    for (Due one : due) {
      lapse(store.byCode(one.code()).orElseThrow(), one.lapse(), now);
    }
    return due.size();
  }

  private void lapse(Activation activation, Lapse lapse, Instant now) {
    jdbc.sql(
            """
            insert into crisis.lapse (activation, organization, clock, due, at)
            values (?, ?, ?, ?, ?)
            on conflict (activation, organization, clock)
              do update set due = excluded.due, at = excluded.at
            """)
        .params(
            activation.id(),
            lapse.organization(),
            lapse.clock().name(),
            CrisisStore.utc(lapse.due()),
            CrisisStore.utc(now))
        .update();
    log.bySystem(
        activation,
        "LATE",
        activation.state(),
        lapse.organization().isEmpty() ? null : lapse.organization(),
        lapse.clock().name(),
        now);
    boolean followed =
        lapse.clock() == Lapse.Kind.ACKNOWLEDGE
            && calls.silent(activation, lapse.organization(), now);
    boolean steered = lapse.clock() == Lapse.Kind.NOTIFY || lapse.clock() == Lapse.Kind.CONTACT;
    told.lapsed(
        activation,
        lapse.clock(),
        steered || (lapse.clock() == Lapse.Kind.ACKNOWLEDGE && !followed));
  }

  /** The clocks of an activation that ran out. */
  List<Lapse> of(UUID activation) {
    return jdbc.sql("select * from crisis.lapse where activation = ? order by due, clock")
        .param(activation)
        .query(
            (row, number) ->
                new Lapse(
                    Lapse.Kind.valueOf(row.getString("clock")),
                    row.getString("organization"),
                    CrisisRows.instant(row, "due")))
        .list();
  }
}
