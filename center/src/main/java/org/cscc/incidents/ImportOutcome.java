package org.cscc.incidents;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a file. */
public sealed interface ImportOutcome {
  /** The record of the import; its page is {@code /incidents/imports/ID}. */
  UUID importId();

  /**
   * Every acceptable row is in.
   *
   * @param dryRun whether the file was only checked and nothing of it kept
   */
  record Applied(UUID importId, Tally tally, boolean dryRun) implements ImportOutcome {}

  /**
   * The file broke half-way; nothing of it counts.
   *
   * @param rule the rule that stopped it
   * @param row the data row where it broke, from 1
   */
  record Quarantined(UUID importId, Tally tally, String rule, long row) implements ImportOutcome {}

  /**
   * The file was not opened for rows at all.
   *
   * @param rule the rule that refuses
   * @param detail what the sentence of the rule names, such as a column
   */
  record Refused(UUID importId, String rule, List<String> detail) implements ImportOutcome {}

  /**
   * The counts of an import. {@code accepted + rejected = read} and {@code added + updated +
   * unchanged = accepted}, always.
   *
   * @param unmapped accepted rows without a known area
   * @param withoutCase accepted rows without a case number, which no other feed can be joined to
   * @param identity how rows are told apart: ID, or CONTENT when the file has no ids
   */
  record Tally(
      long read,
      long accepted,
      long added,
      long updated,
      long unchanged,
      long rejected,
      long unmapped,
      long withoutCase,
      @Nullable String identity) {}
}
