package org.cscc.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.cscc.home.TestServer;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail of its own in a fresh database, without the rest of the center. */
record Trails(
    JdbcClient jdbc,
    StoredTrail trail,
    Sealing sealing,
    Verifying verifying,
    Chain chain,
    TransactionTemplate transaction) {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  static Trails fresh() {
    return at(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static Trails at(Clock clock) {
    return of(TestServer.freshDatabase(), clock);
  }

  static Trails of(DataSource source, Clock clock) {
    JdbcClient jdbc = JdbcClient.create(source);
    JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    Chain chain = new Chain(jdbc, clock);
    return new Trails(
        jdbc,
        new StoredTrail(jdbc, new Words(jdbc, transactions), clock, transactions),
        new Sealing(chain),
        new Verifying(chain),
        chain,
        new TransactionTemplate(transactions));
  }

  void note(String record) {
    trail.note(AuditNote.of(Deed.READ, "packet", record, 1));
  }

  /** Seals in a transaction, as the bean does. */
  int seal() {
    return transaction.execute(status -> sealing.seal());
  }

  /** What somebody with all power over the database could do. */
  void tamper(String sql) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(sql).update();
        });
  }
}
