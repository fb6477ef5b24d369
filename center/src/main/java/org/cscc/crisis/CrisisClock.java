package org.cscc.crisis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
import org.cscc.ledger.Batches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks which clocks ran out. Each is written down once, whichever node sees it first: the row of
 * its activation is held, and another node passes it by. Who does not answer is followed by the
 * back-up.
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
      where a.state <> 'AFTER_ACTION'
        and not exists (select from crisis.lapse l
                        where l.activation = a.id and l.organization = d.organization
                          and l.clock = d.clock)
      order by d.due, a.code, d.organization limit :most for update of a skip locked
      """;

  private final JdbcClient jdbc;
  private final CrisisStore store;
  private final CrisisMoves moves;
  private final CrisisTold told;
  private final OnCallList onCall;
  private final Batches batches;

  CrisisClock(
      JdbcClient jdbc,
      CrisisStore store,
      CrisisMoves moves,
      CrisisTold told,
      OnCallList onCall,
      Batches batches) {
    this.jdbc = jdbc;
    this.store = store;
    this.moves = moves;
    this.told = told;
    this.onCall = onCall;
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
            """)
        .params(
            activation.id(),
            lapse.organization(),
            lapse.clock().name(),
            CrisisStore.utc(lapse.due()),
            CrisisStore.utc(now))
        .update();
    moves.bySystem(
        activation,
        "LATE",
        activation.state(),
        lapse.organization().isEmpty() ? null : lapse.organization(),
        lapse.clock().name(),
        now);
    boolean followed =
        lapse.clock() == Lapse.Kind.ACKNOWLEDGE && backUp(activation, lapse.organization(), now);
    boolean steered = lapse.clock() == Lapse.Kind.NOTIFY || lapse.clock() == Lapse.Kind.CONTACT;
    told.lapsed(
        activation,
        lapse.clock(),
        steered || (lapse.clock() == Lapse.Kind.ACKNOWLEDGE && !followed));
  }

  /** Calls the one who stands behind the one who did not answer. */
  private boolean backUp(Activation activation, String organization, Instant now) {
    Party silent = activation.party(organization).orElse(null);
    if (silent == null || silent.duty() == Party.Duty.DEPARTMENT) {
      return false;
    }
    OnCallTurn.Duty duty = OnCallTurn.Duty.valueOf(silent.duty().name());
    return onCall.between(now, now).stream()
        .filter(turn -> turn.backUp() && turn.duty() == duty)
        .filter(turn -> turn.area() != null && turn.area() == activation.area())
        .map(OnCallTurn::organization)
        .distinct()
        .anyMatch(other -> moves.callBackUp(activation, other, silent.duty(), now));
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
