package org.cscc.tabletops;

/** What a finding is. */
enum FindingKind {
  /** Something is lacking; it is owed by somebody or answered no. */
  GAP,
  /** Something holds; it is kept so that nobody takes it away. */
  STRENGTH;

  /** Key of its word. */
  public String key() {
    return "tabletops.kind." + name();
  }
}
