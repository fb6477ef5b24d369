package org.cscc.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes notes as rows. A change is written in its own transaction's durability. A read outside of
 * a transaction does not wait for the disk: a power failure may lose the last reads of some tenths
 * of a second, a crash of the center loses none (decision 0081).
 */
@Component
class StoredTrail implements AuditTrail {
  private static final int LONGEST = 4000;
  private static final String INSERT =
      """
      insert into audit.event
        (at, rows, deed, role, org, purpose, kind, way, actor, record, network, before, after)
      """;
  private static final String VALUES = "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::cidr, ?, ?)";
  private static final String AT_ONCE =
      "with c as (select set_config('synchronous_commit', 'off', true)) "
          + INSERT
          + "select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::cidr, ?, ? from c";

  private final JdbcClient jdbc;
  private final Words words;
  private final Clock clock;
  private final TransactionTemplate apart;
  private final Set<LocalDate> months = ConcurrentHashMap.newKeySet();

  StoredTrail(JdbcClient jdbc, Words words, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.words = words;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void note(AuditNote note) {
    note(note, Actor.now());
  }

  void note(AuditNote note, Actor actor) {
    Instant now = clock.instant();
    ensureMonth(now.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1));
    boolean alone = !TransactionSynchronizationManager.isActualTransactionActive();
    jdbc.sql(alone && waitsForNothing(note.deed()) ? AT_ONCE : INSERT + VALUES)
        .params(
            Arrays.<@Nullable Object>asList(
                now.atOffset(ZoneOffset.UTC),
                (int) Math.min(note.rows(), Integer.MAX_VALUE),
                (short) note.deed().code(),
                words.number(actor.role()),
                words.number(actor.organization()),
                words.number(cut(note.purpose(), 80)),
                words.number(note.kind()),
                words.number(actor.way(now)),
                actor.name(),
                cut(note.record(), 120),
                actor.network(),
                note.before() == null ? null : cut(note.before(), LONGEST),
                note.after() == null ? null : cut(note.after(), LONGEST)))
        .update();
  }

  private static boolean waitsForNothing(AuditNote.Deed deed) {
    return switch (deed) {
      case READ, PRINT, EXPORT, REFUSE -> true;
      default -> false;
    };
  }

  private void ensureMonth(LocalDate month) {
    if (!months.contains(month)) {
      apart.executeWithoutResult(
          status ->
              jdbc.sql("select audit.ensure_month(?)").param(month).query((row, n) -> 1).list());
      months.add(month);
    }
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
