package org.cscc.incidents.feed;

import java.util.List;

/** A file that is turned away at the door, before any of its rows is looked at. */
public final class FileRefused extends Exception {
  private final Rule rule;
  private final transient List<String> detail;

  /**
   * Turns a file away.
   *
   * @param detail what the rule's sentence names; never a cell of the file
   */
  public FileRefused(Rule rule, String... detail) {
    super(rule.id());
    this.rule = rule;
    this.detail = List.of(detail);
  }

  /** Why. */
  public Rule rule() {
    return rule;
  }

  /** What the rule's sentence names. */
  public List<String> detail() {
    return detail;
  }
}
