package org.cscc.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows and the seals of the trail as they are stored. */
@Component
class Chain {
  private static final String ROWS =
      """
      select e.seq, e.tx, e.at, e.rows, e.deed, r.word as role, o.word as org,
             p.word as purpose, k.word as kind, w.word as way, e.actor, e.record,
             e.network::text as network, e.before, e.after
      from audit.event e
      join audit.word r on r.id = e.role join audit.word o on o.id = e.org
      join audit.word p on p.id = e.purpose join audit.word k on k.id = e.kind
      join audit.word w on w.id = e.way
      """;
  private static final String SEALS =
      """
      select id, month, from_tx, to_tx, rows,
             prints, previous, hash
      from audit.seal
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Chain(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One sealing at a time, on whichever node. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('audit.seal'))")
        .query((row, number) -> 1)
        .list();
  }

  Optional<Seal> last() {
    return jdbc.sql(SEALS + " order by id desc limit 1").query((row, n) -> seal(row)).optional();
  }

  /** The seals after one, in the order of the chain, a few at a time. */
  List<Seal> after(long id, int most) {
    return jdbc.sql(SEALS + " where id > ? order by id limit ?")
        .params(id, most)
        .query((row, n) -> seal(row))
        .list();
  }

  /** The oldest transaction that may still write: everything before it is complete. */
  long horizon() {
    return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        .query((row, number) -> row.getLong(1))
        .single();
  }

  /** The transaction after which a span from the given one holds no more than so many rows. */
  long nearer(long from, long horizon, int most) {
    return jdbc.sql(
            """
            select tx + 1 from audit.event
            where tx >= ? and tx < ? order by tx, seq offset ? limit 1
            """)
        .params(from, horizon, most)
        .query((row, number) -> row.getLong(1))
        .optional()
        .orElse(horizon);
  }

  /** Rows of the transactions from one (included) to another (not included), in sealing order. */
  List<EventRow> rows(long from, long to) {
    return jdbc.sql(ROWS + " where e.tx >= ? and e.tx < ? order by e.tx, e.seq")
        .params(from, to)
        .query((row, number) -> row(row))
        .list();
  }

  /** Whether a link of the chain has the hash. */
  boolean holds(String hex) {
    return jdbc.sql("select exists (select from audit.seal where encode(hash, 'hex') = lower(?))")
        .param(hex.strip())
        .query((row, number) -> row.getBoolean(1))
        .single();
  }

  /** How many rows no seal covers. */
  long rowsFrom(long tx) {
    return jdbc.sql("select count(*) from audit.event where tx >= ?")
        .param(tx)
        .query((row, number) -> row.getLong(1))
        .single();
  }

  /** Whether a month was dropped by a rule of retention. */
  boolean dropped(LocalDate month) {
    return jdbc.sql("select exists (select from audit.dropped where month = ?)")
        .param(month)
        .query((row, number) -> row.getBoolean(1))
        .single();
  }

  void add(Seal seal) {
    jdbc.sql(
            """
            insert into audit.seal
              (id, month, from_tx, to_tx, rows, prints, previous, hash, sealed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            seal.id(),
            seal.month(),
            seal.fromTx(),
            seal.toTx(),
            seal.rows(),
            bytes(seal.prints()),
            bytes(seal.previous()),
            bytes(seal.hash()),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("id"),
        row.getObject("month", LocalDate.class),
        row.getLong("from_tx"),
        row.getLong("to_tx"),
        row.getInt("rows"),
        hex(row.getBytes("prints")),
        hex(row.getBytes("previous")),
        hex(row.getBytes("hash")));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static EventRow row(ResultSet row) throws SQLException {
    return new EventRow(
        row.getLong("seq"),
        row.getLong("tx"),
        row.getObject("at", OffsetDateTime.class),
        row.getInt("rows"),
        row.getInt("deed"),
        row.getString("role"),
        row.getString("org"),
        row.getString("purpose"),
        row.getString("kind"),
        row.getString("way"),
        row.getString("actor"),
        row.getString("record"),
        row.getString("network"),
        row.getString("before"),
        row.getString("after"));
  }
}
