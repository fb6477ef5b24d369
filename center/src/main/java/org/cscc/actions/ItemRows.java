package org.cscc.actions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads items out of rows. */
final class ItemRows {
  /** The columns of {@code actions.item i}. */
  static final String COLUMNS =
      """
      i.id, i.code, i.title, i.verb, i.pillar, i.priority, i.tier, i.area, i.block, i.lon, i.lat,
      i.team, i.origin, i.origin_record, i.state, i.owner_org, i.owner_account, i.due_at,
      i.helpers, i.blocked_on, i.level, i.rises_at, i.claimed_at, i.check_until,
      (select p.code from actions.item p where p.id = i.parent) as parent_code,
      (select count(*) from actions.carried c where c.item = i.id) as carried,
      i.created_by, i.created_at, i.changed_at, i.version\
      """;

  private ItemRows() {}

  static ActionItem item(ResultSet row) throws SQLException {
    return new ActionItem(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("title"),
        Verb.valueOf(row.getString("verb")),
        Pillar.valueOf(row.getString("pillar")),
        Priority.valueOf(row.getString("priority")),
        row.getString("tier"),
        row.getObject("area", Integer.class),
        row.getString("block"),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        row.getString("team"),
        Origin.valueOf(row.getString("origin")),
        row.getString("origin_record"),
        ActionState.valueOf(row.getString("state")),
        row.getString("owner_org"),
        row.getString("owner_account"),
        at(row, "due_at"),
        List.of((String[]) row.getArray("helpers").getArray()),
        row.getString("blocked_on"),
        row.getInt("level"),
        at(row, "rises_at"),
        at(row, "claimed_at"),
        at(row, "check_until"),
        row.getString("parent_code"),
        row.getInt("carried"),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("changed_at", OffsetDateTime.class),
        row.getInt("version"));
  }

  static Step step(ResultSet row) throws SQLException {
    String from = row.getString("from_state");
    return new Step(
        row.getInt("position"),
        row.getString("move"),
        from == null ? null : ActionState.valueOf(from),
        ActionState.valueOf(row.getString("to_state")),
        row.getString("by_account"),
        row.getString("by_role"),
        row.getString("by_organization"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("reason_code"),
        row.getString("reason"),
        row.getString("detail"));
  }

  private static @Nullable OffsetDateTime at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }
}
