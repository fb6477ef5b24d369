package org.cscc.incidents.feed;

/** Takes what a file's rows say, in their order. */
public interface RowSink {
  /**
   * An acceptable row.
   *
   * @param row number of the data row, from 1
   */
  void accepted(long row, Report report);

  /**
   * A row that was turned away.
   *
   * @param row number of the data row, from 1
   * @param line number of the file's line on which it begins, from 1
   */
  void rejected(long row, long line, Rejection rejection);
}
