package org.cscc.blitz;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.ledger.Entry;
import org.cscc.ledger.FormKeys;
import org.cscc.ledger.StepLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a blitz, and the keys of the forms that did it. */
@Component
class BlitzHistory {
  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final StepLog log;

  BlitzHistory(JdbcClient jdbc) {
    this.keys = new FormKeys(jdbc, "blitz.once", "blitz");
    this.log = new StepLog(jdbc, "blitz.step", "blitz", "reason_code", "detail");
  }

  void step(UUID blitz, Entry entry, @Nullable String reasonCode, @Nullable String detail) {
    log.add(blitz, entry, reasonCode, detail);
  }

  List<BlitzStep> steps(UUID blitz) {
    return log.of(
        blitz,
        (row, n) -> {
          String from = row.getString("from_state");
          return new BlitzStep(
              row.getInt("position"),
              row.getString("move"),
              from == null ? null : BlitzState.valueOf(from),
              BlitzState.valueOf(row.getString("to_state")),
              row.getString("by_account"),
              row.getString("by_organization"),
              row.getObject("at", OffsetDateTime.class),
              row.getString("reason_code"),
              row.getString("detail"));
        });
  }
}
