package org.cscc.incidents.feed;

/** A file that breaks while its rows are read; nothing of it may count. */
public final class FileBroken extends Exception {
  private final Rule rule;
  private final long row;

  /**
   * Stops the reading.
   *
   * @param row the data row where it broke, from 1
   */
  public FileBroken(Rule rule, long row) {
    super(rule.id() + " at row " + row);
    this.rule = rule;
    this.row = row;
  }

  /** Why. */
  public Rule rule() {
    return rule;
  }

  /** The data row where it broke, from 1. */
  public long row() {
    return row;
  }
}
