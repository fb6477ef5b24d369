package org.cscc.weekend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.ledger.FormKeys;
import org.cscc.ledger.VersionedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of gatherings and of their history. */
@Component
class GatheringStore {
  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final VersionedRows rows;

  GatheringStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = new FormKeys(jdbc, "weekend.once", "gathering");
    this.rows = new VersionedRows(jdbc, "weekend.gathering");
  }

  /** What lies in a span, cancelled or not, by when it begins. */
  List<Gathering> between(Instant from, Instant until) {
    return jdbc.sql(
            """
            select * from weekend.gathering where starts_at < ? and ends_at > ?
            order by starts_at, kind, place, id
            """)
        .params(utc(until), utc(from))
        .query((row, n) -> gathering(row))
        .list();
  }

  /** What is coming after a moment and not cancelled, by when it begins. */
  List<Gathering> after(Instant from, int most) {
    return jdbc.sql(
            """
            select * from weekend.gathering where starts_at >= ? and not cancelled
            order by starts_at, kind, place, id limit ?
            """)
        .params(utc(from), most)
        .query((row, n) -> gathering(row))
        .list();
  }

  Optional<Gathering> byId(UUID id) {
    return jdbc.sql("select * from weekend.gathering where id = ?")
        .param(id)
        .query((row, n) -> gathering(row))
        .optional();
  }

  /** Several at once, wherever they lie now. */
  List<Gathering> byIds(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select * from weekend.gathering where id in (:ids)")
            .param("ids", ids)
            .query((row, n) -> gathering(row))
            .list();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Gathering> lock(UUID id) {
    rows.hold("id", id);
    return byId(id);
  }

  void add(UUID id, GatheringWish wish, String by, Instant at) {
    bound(
            """
            insert into weekend.gathering
              (id, kind, area, place, starts_at, ends_at, organization, note, created_by,
               created_at, changed_at)
            values (:id, :kind, :area, :place, :from, :until, :organization, :note, :by, :at, :at)
            """,
            id,
            wish,
            at)
        .param("by", by)
        .update();
  }

  void change(UUID id, GatheringWish wish, Instant at) {
    bound(
            """
            update weekend.gathering
            set kind = :kind, area = :area, place = :place, starts_at = :from, ends_at = :until,
              organization = :organization, note = :note, changed_at = :at, version = version + 1
            where id = :id
            """,
            id,
            wish,
            at)
        .update();
  }

  void cancel(UUID id, Instant at) {
    jdbc.sql(
            """
            update weekend.gathering set cancelled = true, changed_at = ?, version = version + 1
            where id = ?
            """)
        .params(utc(at), id)
        .update();
  }

  private JdbcClient.StatementSpec bound(String sql, UUID id, GatheringWish wish, Instant at) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("kind", wish.kind().name())
        .param("area", wish.area())
        .param("place", wish.place())
        .param("from", utc(wish.from()))
        .param("until", utc(wish.until()))
        .param("organization", wish.organization())
        .param("note", wish.note())
        .param("at", utc(at));
  }

  /** Writes down how a gathering stands now, and why it came to. */
  void step(Gathering now, String move, @Nullable String reason, Author by, Instant at) {
    jdbc.sql(
            """
            insert into weekend.step
              (gathering, position, move, area, place, starts_at, ends_at, reason, by_account,
               by_role, at)
            select :id, coalesce(max(position), 0) + 1, :move, :area, :place, :from, :until,
              :reason, :account, :role, :at
            from weekend.step where gathering = :id
            """)
        .param("id", now.id())
        .param("move", move)
        .param("area", now.area())
        .param("place", now.place())
        .param("from", utc(now.from()))
        .param("until", utc(now.until()))
        .param("reason", reason)
        .param("account", by.account())
        .param("role", by.role().name())
        .param("at", utc(at))
        .update();
  }

  List<GatheringStep> steps(UUID id) {
    return jdbc.sql("select * from weekend.step where gathering = ? order by position")
        .param(id)
        .query(
            (row, n) ->
                new GatheringStep(
                    row.getString("move"),
                    row.getObject("area", Integer.class),
                    row.getString("place"),
                    at(row, "starts_at"),
                    at(row, "ends_at"),
                    row.getString("reason"),
                    row.getString("by_account"),
                    at(row, "at")))
        .list();
  }

  /** What the same form made before. */
  Optional<Gathering> byKey(@Nullable UUID key, String account) {
    return jdbc.sql("select g.* from weekend.gathering g where " + keys.madeBefore("g.id"))
        .param("key", key)
        .param("account", account)
        .query((row, n) -> gathering(row))
        .optional();
  }

  private static Gathering gathering(ResultSet row) throws SQLException {
    return new Gathering(
        row.getObject("id", UUID.class),
        GatheringKind.valueOf(row.getString("kind")),
        row.getObject("area", Integer.class),
        row.getString("place"),
        at(row, "starts_at"),
        at(row, "ends_at"),
        row.getString("organization"),
        row.getString("note"),
        row.getBoolean("cancelled"),
        row.getInt("version"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
