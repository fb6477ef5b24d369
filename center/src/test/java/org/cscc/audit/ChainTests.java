package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail only grows, and shows whether somebody made it say something else. */
class ChainTests {
  private final Trails trails = Trails.fresh();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.event set actor = 'x'",
        "delete from audit.event",
        "truncate audit.event",
        "truncate audit.event_2026_11",
        "delete from audit.event_2026_11",
        "update audit.seal set rows = 0",
        "delete from audit.seal",
        "update audit.word set word = 'x'",
        "delete from audit.dropped"
      })
  void theDatabaseRefusesToChangeWhatWasWritten(String sql) {
    trails.note("a");
    trails.seal();
    assertThatThrownBy(() -> trails.jdbc().sql(sql).update())
        .rootCause()
        .hasMessageContaining("only grows");
  }

  @Test
  void anUntouchedTrailFits() {
    write(30);
    Finding finding = trails.verifying().verify();
    assertThat(finding.broken()).isEmpty();
    assertThat(finding.rows()).isEqualTo(30);
    assertThat(finding.unsealed()).isZero();
  }

  @Test
  void aChangedRowIsNamed() {
    write(30);
    trails.tamper("update audit.event set record = 'other' where record = 'r7'");
    assertThat(trails.verifying().verify().broken())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Row " + seq("other") + " was changed");
  }

  @Test
  void aChangedWordChangesEveryRowThatUsesIt() {
    write(30);
    trails.tamper("update audit.word set word = 'incident' where word = 'packet'");
    assertThat(trails.verifying().verify().broken()).hasSize(30);
  }

  @Test
  void aRemovedRowIsMissed() {
    write(30);
    trails.tamper("delete from audit.event where record = 'r7'");
    assertThat(trails.verifying().verify().broken())
        .hasSize(1)
        .first()
        .asString()
        .contains("removed");
  }

  @Test
  void rowsThatChangedPlacesAreFound() {
    write(30);
    trails.tamper(
        """
        update audit.event e set tx = o.tx from audit.event o
        where (e.record, o.record) in (('r3', 'r9'), ('r9', 'r3'))
        """);
    assertThat(trails.verifying().verify().broken()).hasSize(2);
  }

  @Test
  void aRowSlippedInAfterwardsIsFound() {
    write(30);
    trails.tamper(
        """
        insert into audit.event
          (tx, at, rows, deed, role, org, purpose, kind, way, actor, record)
        select tx, at, rows, deed, role, org, purpose, kind, way, 'ghost', record
        from audit.event where record = 'r3'
        """);
    assertThat(trails.verifying().verify().broken())
        .hasSize(1)
        .first()
        .asString()
        .contains("added");
  }

  @Test
  void aMissingOrRewrittenSealIsFound() {
    write(10);
    write(10);
    write(10);
    trails.tamper("delete from audit.seal where id = 2");
    assertThat(trails.verifying().verify().broken())
        .anyMatch(said -> said.contains("Seals 2 to 2 are missing"))
        .anyMatch(said -> said.contains("Seal 3 does not follow"));
  }

  @Test
  void theHeadWrittenDownElsewhereShowsThatTheEndWasCutOff() {
    write(10);
    write(10);
    String head = trails.verifying().verify().head();
    trails.tamper(
        "delete from audit.event where tx >= (select from_tx from audit.seal where id = 2)");
    trails.tamper("delete from audit.seal where id = 2");
    assertThat(trails.verifying().verify().broken()).isEmpty();
    assertThat(trails.chain().holds(head)).isFalse();
  }

  @Test
  void writersAtOnceAndATransactionLeftOpenLoseNoRowAndWaitForNoSeal() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(
                  writer ->
                      threads.submit(
                          () -> IntStream.range(0, 40).forEach(n -> trails.note(writer + "-" + n))))
              .toList();
      trails
          .transaction()
          .executeWithoutResult(
              status -> {
                trails.trail().note(AuditNote.change(Deed.CHANGE, "packet", "slow", null, "x"));
                for (Future<?> writer : writers) {
                  done(writer);
                }
                // The open transaction holds the horizon: its row can not come in behind a seal.
                try (var other = Executors.newSingleThreadExecutor()) {
                  done(other.submit(trails::seal));
                }
              });
    }
    while (trails.seal() > 0) {
      // until all is sealed
    }
    Finding finding = trails.verifying().verify();
    assertThat(finding.broken()).isEmpty();
    assertThat(finding.rows()).isEqualTo(8 * 40 + 1);
    assertThat(finding.unsealed()).isZero();
  }

  @RepeatedTest(20)
  void theFirstWritersOfAMonthDoNotHoldEachOtherUp() throws Exception {
    Trails fresh = Trails.fresh();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(writer -> threads.submit(() -> fresh.note("first " + writer)))
              .toList();
      fresh
          .transaction()
          .executeWithoutResult(
              status -> {
                fresh.trail().note(AuditNote.change(Deed.CHANGE, "packet", "open", null, "x"));
                writers.forEach(ChainTests::done);
              });
    }
    assertThat(fresh.chain().rowsFrom(0)).isEqualTo(9);
  }

  @Test
  void aNoteFallsWithTheTransactionThatFails() {
    assertThatThrownBy(
            () ->
                trails
                    .transaction()
                    .executeWithoutResult(
                        status -> {
                          trails.note("never");
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    assertThat(trails.chain().rowsFrom(0)).isZero();
  }

  private static void done(Future<?> work) {
    try {
      work.get(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(int rows) {
    IntStream.range(0, rows).forEach(n -> trails.note("r" + n));
    trails.seal();
  }

  private long seq(String record) {
    return trails
        .jdbc()
        .sql("select seq from audit.event where record = ?")
        .param(record)
        .query((row, number) -> row.getLong(1))
        .single();
  }
}
