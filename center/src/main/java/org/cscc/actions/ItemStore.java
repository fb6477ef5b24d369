package org.cscc.actions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.ledger.Entry;
import org.cscc.ledger.Exhibits;
import org.cscc.ledger.FormKeys;
import org.cscc.ledger.StepLog;
import org.cscc.ledger.VersionedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of items, of their history and of what was shown for them. */
@Component
class ItemStore {
  private static final String SELECT = "select " + ItemRows.COLUMNS + " from actions.item i where ";

  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final VersionedRows rows;
  private final StepLog log;
  private final Exhibits exhibits;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = new FormKeys(jdbc, "actions.once", "item");
    this.rows = new VersionedRows(jdbc, "actions.item");
    this.log = new StepLog(jdbc, "actions.step", "item", "reason_code", "reason", "detail");
    this.exhibits = new Exhibits(jdbc, "actions.evidence", "actions.step", "item");
  }

  void add(UUID id, String code, Proposal proposal, @Nullable String block, String by, Instant at) {
    jdbc.sql(
            """
            insert into actions.item
              (id, code, title, verb, pillar, priority, tier, area, block, team, origin,
               origin_record, state, owner_org, created_by, created_at, changed_at)
            values (:id, :code, :title, :verb, :pillar, :priority, :tier, :area, :block, :team,
              :origin, :record, 'PROPOSED', :organization, :by, :at, :at)
            """)
        .param("id", id)
        .param("code", code)
        .param("title", proposal.title())
        .param("verb", proposal.verb().name())
        .param("pillar", proposal.pillar().name())
        .param("priority", proposal.priority().name())
        .param("tier", proposal.tier())
        .param("area", proposal.area())
        .param("block", block)
        .param("team", proposal.team())
        .param("origin", proposal.origin().name())
        .param("record", proposal.originRecord())
        .param("organization", proposal.organization())
        .param("by", by)
        .param("at", utc(at))
        .update();
  }

  Optional<ActionItem> byCode(String code) {
    return jdbc.sql(SELECT + "i.code = ?")
        .param(code)
        .query((row, n) -> ItemRows.item(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<ActionItem> lock(String code) {
    rows.hold("code", code);
    return byCode(code);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  void step(UUID item, String move, Change change, Actor actor, Instant at) {
    log.add(
        item,
        new Entry(move, change.from(), change.to(), actor.hand(), at),
        change.reasonCode(),
        change.reason(),
        change.detail());
  }

  /** Puts evidence beside the newest step of an item. */
  void evidence(UUID item, List<Evidence> shown, String by, Instant at) {
    shown.forEach(one -> exhibits.add(item, one.kind(), one.said(), one.upload(), by, at));
  }

  void escalation(UUID item, int level, Actor actor, String reason, Instant at) {
    jdbc.sql(
            """
            insert into actions.escalation (item, level, at, by_account, by_role, reason)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(item, level, utc(at), actor.account(), actor.role().name(), reason)
        .update();
  }

  List<Step> steps(UUID item) {
    return log.of(item, (row, n) -> ItemRows.step(row));
  }

  /** Items that were folded into this one. */
  List<ActionItem> children(UUID parent) {
    return jdbc.sql(SELECT + "i.parent = ?")
        .param(parent)
        .query((row, n) -> ItemRows.item(row))
        .list();
  }

  /** What was done with a key by the account that used it. */
  Optional<ActionItem> byKey(UUID key, String account) {
    return jdbc.sql(SELECT + keys.madeBefore("i.id"))
        .param("key", key)
        .param("account", account)
        .query((row, n) -> ItemRows.item(row))
        .optional();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
