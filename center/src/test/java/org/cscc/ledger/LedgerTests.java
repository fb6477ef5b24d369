package org.cscc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.home.CenterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The ledger over tables that live as long as their transaction. */
@CenterTest
class LedgerTests {
  private static final Instant AT = Instant.parse("2026-11-24T14:00:00Z");

  @Autowired JdbcClient jdbc;
  @Autowired Batches batches;

  private enum Light {
    OUT,
    LIT
  }

  @Test
  @Transactional
  void stepsAreCountedWithinTheirRecordAndReadInOrder() {
    jdbc.sql(
            """
            create temporary table step (lamp uuid not null, position int not null, move text,
              from_state text, to_state text, by_account text, by_role text, by_organization text,
              at timestamptz, reason text, detail text, primary key (lamp, position))
            on commit drop
            """)
        .update();
    StepLog log = new StepLog(jdbc, "pg_temp.step", "lamp", "reason", "detail");
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    Hand hand = new Hand("liaison", "DEPARTMENT_LIAISON", "CDOT");
    log.add(one, new Entry("TELL", null, Light.OUT, hand, AT), null, null);
    log.add(other, new Entry("TELL", null, Light.OUT, Hand.CLOCK, AT), null, null);
    log.add(one, new Entry("REPAIR", Light.OUT, Light.LIT, hand, AT), "a new lamp", "WO 4711");
    assertThat(
            log.of(
                one,
                (row, n) ->
                    "%d %s %s %s %s %s"
                        .formatted(
                            row.getInt("position"),
                            row.getString("move"),
                            row.getString("from_state"),
                            row.getString("to_state"),
                            row.getString("reason"),
                            row.getString("detail"))))
        .containsExactly("1 TELL null OUT null null", "2 REPAIR OUT LIT a new lamp WO 4711");
    assertThat(log.of(other, (row, n) -> row.getString("by_account") + row.getString("by_role")))
        .containsExactly("systemCLOCK");
    assertThatThrownBy(
            () -> log.add(one, new Entry("REPAIR", Light.OUT, Light.LIT, hand, AT), "too few"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Transactional
  void aFormsKeyIsTakenOnceAndFindsWhatItMadeForTheSamePersonAlone() {
    jdbc.sql(
            """
            create temporary table once (key uuid primary key, account text not null,
              at timestamptz not null, lamp uuid) on commit drop
            """)
        .update();
    FormKeys keys = new FormKeys(jdbc, "pg_temp.once", "lamp");
    UUID key = UUID.randomUUID();
    UUID lamp = UUID.randomUUID();
    assertThat(keys.take(key, "liaison", AT)).isTrue();
    keys.made(key, lamp);
    assertThat(keys.take(key, "liaison", AT)).isFalse();
    assertThat(keys.take(null, "liaison", AT)).isTrue();
    keys.made(null, lamp);
    assertThat(made(keys, key, "liaison")).containsExactly(lamp);
    assertThat(made(keys, key, "somebody")).isEmpty();
    assertThat(made(keys, UUID.randomUUID(), "liaison")).isEmpty();
  }

  private List<@Nullable UUID> made(FormKeys keys, UUID key, String account) {
    return jdbc.sql("select lamp from pg_temp.once where " + keys.madeBefore("lamp"))
        .param("key", key)
        .param("account", account)
        .query(UUID.class)
        .list();
  }

  @Test
  @Transactional
  void aChangeCountsTheVersionEvenWhenNoColumnChanges() {
    jdbc.sql(
            """
            create temporary table lamp (id uuid primary key, code text unique, state text,
              level int, version int not null default 0, changed_at timestamptz) on commit drop
            """)
        .update();
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into pg_temp.lamp (id, code, state, level) values (?, 'A', 'OUT', 3)")
        .param(id)
        .update();
    VersionedRows rows = new VersionedRows(jdbc, "pg_temp.lamp");
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state", "LIT");
    columns.put("level", null);
    rows.hold("code", "A");
    rows.hold("code", "there is none");
    rows.change(id, columns, AT);
    rows.change(id, Map.of(), AT.plusSeconds(60));
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', state, coalesce(level, -1), version,
                      extract(epoch from changed_at - ?)::int) from pg_temp.lamp
                    """)
                .param(AT.atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .single())
        .isEqualTo("LIT -1 2 60");
  }

  @Test
  void aNameThatIsNoneNeverReachesAStatement() {
    assertThatThrownBy(() -> new VersionedRows(jdbc, "lamp; drop table lamp"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepLog(jdbc, "pg_temp.step", "lamp", "reason, at"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Columns(Map.of("state = 'LIT' --", "LIT")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void batchesAreTransactionsOfTheirOwnUntilNothingIsDue() {
    Deque<Integer> due = new ArrayDeque<>(List.of(500, 20, 0, 7));
    int all =
        batches.untilNothingIsDue(
            now -> {
              assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
              return due.remove();
            });
    assertThat(all).isEqualTo(520);
    assertThat(due).containsExactly(7);
  }
}
