package org.cscc.actions;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.SpokenCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes many items at once: the rows and the two steps that each began with. */
@Component
class PasteStore {
  private final NamedParameterJdbcTemplate jdbc;

  PasteStore(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Paste.Row> rows, Actor actor, Deadlines deadlines, Instant now) {
    // A department's own list is its own yes to come: who may give items out gives them out.
    boolean gives = MoveKind.ASSIGN.openTo(actor.role());
    SqlParameterSource[] values =
        rows.stream()
            .map(row -> values(row, actor, deadlines, now, gives))
            .toArray(SqlParameterSource[]::new);
    jdbc.batchUpdate(
        """
        insert into actions.item
          (id, code, title, verb, pillar, priority, area, block, origin, state, owner_org,
           owner_account, due_at, first_at, second_at, third_at, created_by, created_at, changed_at)
        values (:id, :code, :title, :verb, :pillar, :priority, :area, :block,
          'PASTED', :state, :organization, :account, :due, :first, :second, :third, :by, :now, :now)
        """,
        values);
    jdbc.batchUpdate(
        """
        insert into actions.step (item, position, move, to_state, by_account, by_role,
          by_organization, at)
        values (:id, 1, 'PROPOSE', 'PROPOSED', :by, :role, :byOrganization, :now)
        """,
        values);
    if (gives) {
      jdbc.batchUpdate(
          """
          insert into actions.step (item, position, move, from_state, to_state, by_account, by_role,
            by_organization, at, detail)
          values (:id, 2, 'ASSIGN', 'PROPOSED', 'ASSIGNED', :by, :role, :byOrganization, :now,
            :organization || ' ' || :account)
          """,
          values);
    }
  }

  private static SqlParameterSource values(
      Paste.Row row, Actor actor, Deadlines deadlines, Instant now, boolean gives) {
    return new MapSqlParameterSource()
        .addValue("id", UUID.randomUUID())
        .addValue("code", SpokenCode.next())
        .addValue("title", row.title())
        .addValue("verb", row.verb().name())
        .addValue("pillar", row.verb().pillar().name())
        .addValue("priority", row.priority().name())
        .addValue("area", row.area(), Types.SMALLINT)
        .addValue("block", row.block(), Types.VARCHAR)
        .addValue("state", gives ? "ASSIGNED" : "PROPOSED")
        .addValue("organization", row.organization())
        .addValue("account", row.account())
        .addValue("due", ItemStore.utc(row.due()))
        .addValue("first", ItemStore.utc(deadlines.rises(row.priority(), row.due(), 1)))
        .addValue("second", ItemStore.utc(deadlines.rises(row.priority(), row.due(), 2)))
        .addValue("third", ItemStore.utc(deadlines.rises(row.priority(), row.due(), 3)))
        .addValue("by", actor.account())
        .addValue("role", actor.role().name())
        .addValue("byOrganization", actor.organization())
        .addValue("now", ItemStore.utc(now));
  }
}
