package org.cscc.places;

import java.util.List;

/** What became of a file of places. */
sealed interface AssetOutcome {
  /**
   * The file is in use.
   *
   * @param read rows in the file: accepted and rejected together
   * @param rejects the rows that were left out
   */
  record Applied(int read, int accepted, List<Reject> rejects) implements AssetOutcome {}

  /** More rows can not be used than can, so nothing of the file counts. */
  record Quarantined(int read, int accepted, List<Reject> rejects) implements AssetOutcome {}

  /** The file is not one of places. */
  record Refused(String rule, String what) implements AssetOutcome {}

  /**
   * A row that was left out.
   *
   * @param row place in the file, from 1, the header not counted
   */
  record Reject(int row, String rule, String what) {}
}
