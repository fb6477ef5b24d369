package org.cscc.blitz;

/** What the second look found of something that was there before. */
enum Verdict {
  FIXED,
  NOT_FIXED,
  CAME_BACK;

  /** Key of its words. */
  public String key() {
    return "blitz.verdict." + name();
  }
}
