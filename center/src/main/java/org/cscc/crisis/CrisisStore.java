package org.cscc.crisis;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cscc.ledger.Columns;
import org.cscc.ledger.Entry;
import org.cscc.ledger.FormKeys;
import org.cscc.ledger.StepLog;
import org.cscc.ledger.VersionedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of activations, of who was called, and of what happened. */
@Component
class CrisisStore {
  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final Activations activations;
  private final VersionedRows rows;
  private final StepLog log;

  CrisisStore(JdbcClient jdbc, Activations activations) {
    this.jdbc = jdbc;
    this.activations = activations;
    this.keys = new FormKeys(jdbc, "crisis.once", "activation");
    this.rows = new VersionedRows(jdbc, "crisis.activation");
    this.log = new StepLog(jdbc, "crisis.step", "activation", "organization", "reason", "detail");
  }

  /**
   * What an activation begins with.
   *
   * @param by account, or {@code system} for a rule
   */
  record Beginning(
      UUID id,
      String code,
      @Nullable UUID incident,
      int area,
      @Nullable String block,
      Instant occurredAt,
      Instant knownAt,
      String by,
      String why) {}

  /**
   * Adds an activation.
   *
   * @return false when its incident has one already
   */
  boolean add(Beginning beginning, Clocks clocks, Instant now) {
    return jdbc.sql(
                """
                insert into crisis.activation
                  (id, code, incident, area, block, occurred_at, known_at, opened_at, opened_by,
                   why, state, notify_by, plan_by, changed_at)
                values (:id, :code, :incident, :area, :block, :occurred, :known, :now, :by, :why,
                  'OPENED', :notify, :plan, :now)
                on conflict (incident) do nothing
                """)
            .param("id", beginning.id())
            .param("code", beginning.code())
            .param("incident", beginning.incident())
            .param("area", beginning.area())
            .param("block", beginning.block())
            .param("occurred", utc(beginning.occurredAt()))
            .param("known", utc(beginning.knownAt()))
            .param("now", utc(now))
            .param("by", beginning.by())
            .param("why", beginning.why())
            .param("notify", utc(now.plus(clocks.call())))
            .param("plan", utc(now.plus(clocks.plan())))
            .update()
        == 1;
  }

  Optional<Activation> byCode(String code) {
    return activations.where("a.code = :code", Map.of("code", code)).stream().findFirst();
  }

  Optional<Activation> byIncident(UUID incident) {
    return activations.where("a.incident = :incident", Map.of("incident", incident)).stream()
        .findFirst();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Activation> lock(String code) {
    rows.hold("code", code);
    return byCode(code);
  }

  /** Those of the incidents that have an activation. */
  Set<UUID> answered(List<UUID> incidents) {
    return jdbc.sql("select incident from crisis.activation where incident = any (?)")
        .param(incidents.toArray(UUID[]::new))
        .query((row, number) -> row.getObject("incident", UUID.class))
        .set();
  }

  /** Activations that follow their incident still: those opened since an instant. */
  List<Activation> followed(Instant since) {
    return activations.where(
        "a.incident is not null and a.opened_at >= :since order by a.opened_at",
        Map.of("since", utc(since)));
  }

  /** An activation that was called by hand and has no incident yet, near a place and a time. */
  Optional<Activation> withoutIncident(
      int area, @Nullable String block, Instant from, Instant until) {
    return activations
        .where(
            """
            a.incident is null and a.area = :area and a.occurred_at between :from and :until
              and (a.block is null or cast(:block as text) is null or a.block = :block)
            order by a.opened_at desc limit 1
            """,
            values("area", area, "block", block, "from", utc(from), "until", utc(until)))
        .stream()
        .findFirst();
  }

  /** Lets another hand that opens one in the same area wait until this transaction ends. */
  void oneOpeningAtATime(int area) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('crisis.activation'), ?)")
        .param(area)
        .query()
        .listOfRows();
  }

  /**
   * Open ones that may be about the same: on the same block, or within a time in the area when one
   * of the two blocks is not known.
   */
  List<Activation> openAlike(int area, @Nullable String block, Instant from, Instant until) {
    return activations.where(
        """
        a.state not in ('STOOD_DOWN', 'AFTER_ACTION') and a.area = :area
          and (a.block = cast(:block as text)
            or ((a.block is null or cast(:block as text) is null)
              and a.occurred_at between :from and :until))
        order by a.opened_at desc, a.id limit 10
        """,
        values("area", area, "block", block, "from", utc(from), "until", utc(until)));
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, ? extends @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  /** The columns that a move changes of an organization that was called. */
  void changeParty(UUID id, String organization, Map<String, ? extends @Nullable Object> columns) {
    jdbc.sql(
            "update crisis.party set "
                + new Columns(columns).assigned()
                + " where activation = :id and organization = :organization")
        .params(columns)
        .param("id", id)
        .param("organization", organization)
        .update();
  }

  /**
   * Adds an organization that is called.
   *
   * @return false when it was called before
   */
  boolean call(
      UUID id,
      String organization,
      Party.Duty duty,
      boolean backUp,
      Clocks clocks,
      Instant knownAt,
      Instant now) {
    boolean added =
        jdbc.sql(
                    """
                    insert into crisis.party
                      (activation, organization, duty, back_up, state, notified_at, acknowledge_by,
                       contact_by)
                    values (:id, :organization, :duty, :backUp, 'NOTIFIED', :now, :by, :contact)
                    on conflict do nothing
                    """)
                .param("id", id)
                .param("organization", organization)
                .param("duty", duty.name())
                .param("backUp", backUp)
                .param("now", utc(now))
                .param("by", utc(now.plus(clocks.acknowledge())))
                .param("contact", contactBy(duty, clocks, knownAt))
                .update()
            == 1;
    if (added) {
      jdbc.sql("update crisis.activation set called = array_append(called, ?) where id = ?")
          .params(organization, id)
          .update();
    }
    return added;
  }

  /** Calls one again that has said that it can not come: its clocks begin anew. */
  void callAnew(
      Activation activation, String organization, Party.Duty duty, Clocks clocks, Instant now) {
    jdbc.sql(
            """
            update crisis.party
            set duty = :duty, back_up = false, state = 'NOTIFIED', unable_code = null,
              notified_at = :now, acknowledge_by = :by, acknowledged_at = null, deploy_by = null,
              contact_by = :contact
            where activation = :id and organization = :organization and state = 'UNABLE'
            """)
        .param("id", activation.id())
        .param("organization", organization)
        .param("duty", duty.name())
        .param("now", utc(now))
        .param("by", utc(now.plus(clocks.acknowledge())))
        .param("contact", contactBy(duty, clocks, activation.knownAt()))
        .update();
  }

  private static @Nullable OffsetDateTime contactBy(
      Party.Duty duty, Clocks clocks, Instant knownAt) {
    return duty == Party.Duty.VICTIM_SERVICES ? utc(knownAt.plus(clocks.contact())) : null;
  }

  /** Whether a clock of an organization that was due then is written down as run out. */
  boolean ranOut(UUID id, String organization, Lapse.Kind clock, Instant due) {
    return jdbc.sql(
            """
            select exists (select from crisis.lapse where activation = ? and organization = ?
                             and clock = ? and due >= ?)
            """)
        .params(id, organization, clock.name(), utc(due))
        .query(Boolean.class)
        .single();
  }

  void reason(UUID id, Reason reason) {
    jdbc.sql(
            """
            insert into crisis.reason (activation, kind, earlier, at)
            values (:id, :kind, :earlier, :at)
            """)
        .param("id", id)
        .param("kind", reason.kind().name())
        .param("earlier", reason.earlier())
        .param("at", utc(reason.at()))
        .update();
  }

  void strike(UUID id, Reason reason, Instant at) {
    jdbc.sql(
            """
            update crisis.reason set struck_at = ?
            where activation = ? and kind = ? and at = ? and struck_at is null
            """)
        .params(utc(at), id, reason.kind().name(), utc(reason.at()))
        .update();
  }

  /**
   * Adds to what happened.
   *
   * @param organization the organization that moved, or that was called
   * @param detail a word of the move's own: a clock, a reason, an organization
   */
  void step(
      UUID id,
      Entry entry,
      @Nullable String organization,
      @Nullable String reason,
      @Nullable String detail) {
    log.add(id, entry, organization, reason, detail);
  }

  List<CrisisStep> steps(UUID id) {
    return log.of(id, (row, number) -> CrisisRows.step(row));
  }

  /** Writes the plan of the next day; earlier ones stay. */
  void plan(UUID id, List<PlanLine> lines, String by, Instant now) {
    int edition =
        jdbc.sql("select coalesce(max(edition), 0) + 1 from crisis.plan_line where activation = ?")
            .param(id)
            .query(Integer.class)
            .single();
    for (int i = 0; i < lines.size(); i++) {
      PlanLine line = lines.get(i);
      jdbc.sql(
              """
              insert into crisis.plan_line
                (activation, edition, position, kind, organization, from_at, until_at, said,
                 by_account, at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              id,
              edition,
              i + 1,
              line.kind().name(),
              line.organization(),
              utc(line.from()),
              utc(line.until()),
              line.said(),
              by,
              utc(now))
          .update();
    }
  }

  /** The plan in force, in the order in which it was written. */
  List<PlanLine> plan(UUID id) {
    return jdbc.sql(
            """
            select * from crisis.plan_line p where activation = :id
              and edition = (select max(edition) from crisis.plan_line where activation = :id)
            order by position
            """)
        .param("id", id)
        .query((row, number) -> CrisisRows.planLine(row))
        .list();
  }

  void lesson(UUID id, CrisisMove.Learned lesson, String by, Instant now) {
    jdbc.sql(
            """
            insert into crisis.lesson
              (activation, edition, strengths, to_improve, next_steps, by_account, at)
            select :id, coalesce(max(edition), 0) + 1, :strengths, :improve, :next, :by, :at
            from crisis.lesson where activation = :id
            """)
        .param("id", id)
        .param("strengths", lesson.strengths())
        .param("improve", lesson.toImprove())
        .param("next", lesson.nextSteps())
        .param("by", by)
        .param("at", utc(now))
        .update();
  }

  Optional<Lesson> lesson(UUID id) {
    return jdbc.sql(
            "select * from crisis.lesson where activation = ? order by edition desc limit 1")
        .param(id)
        .query(
            (row, number) ->
                new Lesson(
                    row.getInt("edition"),
                    row.getString("strengths"),
                    row.getString("to_improve"),
                    row.getString("next_steps")))
        .optional();
  }

  /** What the same form made before. */
  Optional<Activation> byKey(@Nullable UUID key, String account) {
    return activations
        .where(keys.madeBefore("a.id"), values("key", key, "account", account))
        .stream()
        .findFirst();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return values;
  }
}
