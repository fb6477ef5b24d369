package org.cscc.blitz;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.ledger.VersionedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of blitzes and of what organizations answered. */
@Component
class BlitzStore {
  private final JdbcClient jdbc;
  private final VersionedRows rows;

  BlitzStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.rows = new VersionedRows(jdbc, "blitz.blitz");
  }

  void add(UUID id, String code, BlitzWish wish, List<String> listed, Mover by, Instant at) {
    jdbc.sql(
            """
            insert into blitz.blitz
              (id, code, area, reason_code, note, first_day, last_day, blocks, listed, types,
               departments, state, planned_by, planned_org, planned_at, changed_at)
            values (:id, :code, :area, :reason, :note, :first, :last, :blocks, :listed, :types,
              :departments, 'PLANNED', :by, :org, :at, :at)
            """)
        .param("id", id)
        .param("code", code)
        .param("area", wish.area())
        .param("reason", String.valueOf(wish.reason()))
        .param("note", wish.note())
        .param("first", wish.firstDay())
        .param("last", wish.lastDay())
        .param("blocks", wish.blocks().toArray(String[]::new))
        .param("listed", listed.toArray(String[]::new))
        .param("types", wish.types().toArray(String[]::new))
        .param("departments", wish.departments().toArray(String[]::new))
        .param("by", by.account())
        .param("org", by.organization())
        .param("at", utc(at))
        .update();
    wish.departments().forEach(department -> part(id, department, by.account(), at));
  }

  /** Asks one more organization; it reads the blitz from then on. */
  void callIn(UUID blitz, String department, String by, Instant at) {
    jdbc.sql("update blitz.blitz set departments = array_append(departments, ?) where id = ?")
        .params(department, blitz)
        .update();
    part(blitz, department, by, at);
  }

  private void part(UUID blitz, String department, String by, Instant at) {
    jdbc.sql(
            """
            insert into blitz.part (blitz, department, state, by_account, at)
            values (?, ?, 'ASKED', ?, ?)
            """)
        .params(blitz, department, by, utc(at))
        .update();
  }

  /** Keeps what an organization answered, or that it goes on without it. */
  void answer(UUID blitz, Part part, String by, Instant at) {
    jdbc.sql(
            """
            update blitz.part set state = :state, on_day = :day, work_order = :order,
              reason_code = :reason, by_account = :by, at = :at
            where blitz = :blitz and department = :department
            """)
        .param("blitz", blitz)
        .param("department", part.department())
        .param("state", part.state().name())
        .param("day", part.onDay())
        .param("order", part.order())
        .param("reason", part.reasonCode())
        .param("by", by)
        .param("at", utc(at))
        .update();
  }

  Optional<Blitz> byCode(String code) {
    return withParts(
            jdbc.sql("select b.* from blitz.blitz b where b.code = ?")
                .param(code)
                .query((row, n) -> blitz(row))
                .list())
        .stream()
        .findFirst();
  }

  /** What the same form of the same person made before. */
  Optional<Blitz> byKey(UUID key, String account) {
    return jdbc.sql(
            """
            select b.code from blitz.blitz b join blitz.once o on o.blitz = b.id
            where o.key = ? and o.account = ?
            """)
        .params(key, account)
        .query(String.class)
        .optional()
        .flatMap(this::byCode);
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Blitz> lock(String code) {
    rows.hold("code", code);
    return byCode(code);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  /** The same blitzes with what was answered, in one more statement for all of them. */
  List<Blitz> withParts(List<Blitz> bare) {
    Map<UUID, List<Part>> parts = new HashMap<>();
    jdbc.sql(
            """
            select * from blitz.part where blitz = any (cast(string_to_array(:ids, ',') as uuid[]))
            order by blitz, department
            """)
        .param(
            "ids", bare.stream().map(one -> one.id().toString()).collect(Collectors.joining(",")))
        .query(
            (row, n) ->
                parts
                    .computeIfAbsent(row.getObject("blitz", UUID.class), id -> new ArrayList<>())
                    .add(part(row)))
        .list();
    return bare.stream().map(one -> one.with(parts.getOrDefault(one.id(), List.of()))).toList();
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getString("department"),
        Part.State.valueOf(row.getString("state")),
        row.getObject("on_day", LocalDate.class),
        row.getString("work_order"),
        row.getString("reason_code"));
  }

  /** A blitz without what was answered. */
  static Blitz blitz(ResultSet row) throws SQLException {
    String callOff = row.getString("call_off_code");
    return new Blitz(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getInt("area"),
        ReasonCode.valueOf(row.getString("reason_code")),
        row.getString("note"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        texts(row, "blocks"),
        texts(row, "listed"),
        texts(row, "types"),
        List.of(),
        BlitzState.valueOf(row.getString("state")),
        callOff == null ? null : CallOffCode.valueOf(callOff),
        row.getObject("walkers", Integer.class),
        row.getString("planned_by"),
        row.getString("planned_org"),
        row.getObject("planned_at", OffsetDateTime.class),
        row.getInt("version"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
