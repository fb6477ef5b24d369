package org.cscc.requests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of a file of requests. */
sealed interface Intake {
  /**
   * Every acceptable row is in.
   *
   * @param asOf the newest moment in the file
   * @param dryRun whether it was only checked and nothing of it kept
   * @param rejects the rows that were not taken
   */
  record Applied(
      UUID id, Shape shape, Instant asOf, Tally tally, boolean dryRun, List<Reject> rejects)
      implements Intake {}

  /** The file broke half-way; nothing of it counts. */
  record Quarantined(long row, String rule, List<String> detail) implements Intake {}

  /** It is no file of requests, or may not come in. */
  record Refused(String rule, List<String> detail) implements Intake {}

  /** A row that was not taken. */
  record Reject(long row, long line, String column, String rule) {}

  /**
   * The counts. {@code accepted + rejected = read} and {@code added + updated + unchanged + older =
   * accepted}, always.
   *
   * @param older rows that say what was true before something that is known already
   * @param unmapped accepted rows of a type that is no service of ours
   */
  record Tally(
      long read,
      long accepted,
      long added,
      long updated,
      long unchanged,
      long older,
      long rejected,
      long withoutArea,
      long withoutBlock,
      long unmapped) {}
}
