package org.cscc.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as pages and programs show it.
 *
 * @param state WAITING, RUNNING, APPLIED, CHECKED, QUARANTINED, REFUSED or FAILED
 * @param rule the rule that stopped it, if one did
 */
record ImportReport(
    UUID id,
    String fileName,
    @Nullable String format,
    String state,
    String requestedBy,
    Instant requestedAt,
    Instant receivedAt,
    @Nullable Instant endedAt,
    long rowsRead,
    long accepted,
    long added,
    long updated,
    long unchanged,
    long rejected,
    long unmapped,
    long withoutCase,
    @Nullable String identity,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable String rule,
    @Nullable Long ruleRow,
    @Nullable String ruleColumn,
    @Nullable String sha256) {
  /** Whether it still changes by itself. */
  public boolean open() {
    return state.equals("WAITING") || state.equals("RUNNING");
  }
}
