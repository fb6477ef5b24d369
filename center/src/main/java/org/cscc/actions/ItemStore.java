package org.cscc.actions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of items, of their history and of what was shown for them. */
@Component
class ItemStore {
  private final JdbcClient jdbc;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
    return jdbc.sql("select " + ItemRows.COLUMNS + " from actions.item i where i.code = ?")
        .param(code)
        .query((row, n) -> ItemRows.item(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<ActionItem> lock(String code) {
    jdbc.sql("select 1 from actions.item where code = ? for update")
        .param(code)
        .query(Integer.class)
        .optional();
    return byCode(code);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    StringBuilder sql = new StringBuilder("update actions.item set version = version + 1");
    columns.keySet().forEach(name -> sql.append(", ").append(name).append(" = :").append(name));
    JdbcClient.StatementSpec update =
        jdbc.sql(sql + ", changed_at = :at where id = :id").param("id", id).param("at", utc(at));
    for (Map.Entry<String, @Nullable Object> column : columns.entrySet()) {
      update = update.param(column.getKey(), column.getValue());
    }
    update.update();
  }

  void step(UUID item, String move, Change change, Actor actor, Instant at) {
    jdbc.sql(
            """
            insert into actions.step
              (item, position, move, from_state, to_state, by_account, by_role, by_organization,
               at, reason_code, reason, detail)
            select :item, coalesce(max(position), 0) + 1, :move, :from, :to, :account, :role,
              :organization, :at, :code, :reason, :detail
            from actions.step where item = :item
            """)
        .param("item", item)
        .param("move", move)
        .param("from", change.from() == null ? null : change.from().name())
        .param("to", change.to().name())
        .param("account", actor.account())
        .param("role", actor.role().name())
        .param("organization", actor.organization())
        .param("at", utc(at))
        .param("code", change.reasonCode())
        .param("reason", change.reason())
        .param("detail", change.detail())
        .update();
  }

  /** Puts evidence beside the newest step of an item. */
  void evidence(UUID item, List<Evidence> shown, String by, Instant at) {
    for (Evidence one : shown) {
      jdbc.sql(
              """
              insert into actions.evidence (id, item, position, kind, said, upload, by_account, at)
              select :id, :item, max(position), :kind, :said, :upload, :by, :at
              from actions.step where item = :item
              """)
          .param("id", UUID.randomUUID())
          .param("item", item)
          .param("kind", one.kind().name())
          .param("said", one.said())
          .param("upload", one.upload())
          .param("by", by)
          .param("at", utc(at))
          .update();
    }
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
    return jdbc.sql("select * from actions.step where item = ? order by position")
        .param(item)
        .query((row, n) -> ItemRows.step(row))
        .list();
  }

  /** Items that were folded into this one. */
  List<ActionItem> children(UUID parent) {
    return jdbc.sql("select " + ItemRows.COLUMNS + " from actions.item i where i.parent = ?")
        .param(parent)
        .query((row, n) -> ItemRows.item(row))
        .list();
  }

  /**
   * Takes a form's key.
   *
   * @return false when it was taken before
   */
  boolean takeKey(UUID key, String account, Instant at) {
    return jdbc.sql(
                """
                insert into actions.once (key, account, at) values (?, ?, ?)
                on conflict (key) do nothing
                """)
            .params(key, account, utc(at))
            .update()
        == 1;
  }

  void keyMade(UUID key, UUID item) {
    jdbc.sql("update actions.once set item = ? where key = ?").params(item, key).update();
  }

  /** What was done with a key by the account that used it. */
  Optional<ActionItem> byKey(UUID key, String account) {
    return jdbc.sql(
            "select "
                + ItemRows.COLUMNS
                + """
                 from actions.once o join actions.item i on i.id = o.item
                where o.key = ? and o.account = ?
                """)
        .params(key, account)
        .query((row, n) -> ItemRows.item(row))
        .optional();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
