package org.cscc.blitz;

/** Why it goes on without an organization. */
enum LetOutCode {
  NOTHING_FOR_THEM,
  NO_ANSWER,
  COMES_LATER;

  /** Key of its words. */
  public String key() {
    return "blitz.let-out." + name();
  }
}
