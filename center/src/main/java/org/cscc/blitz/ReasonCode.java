package org.cscc.blitz;

/** Why a place was chosen; codes only, so that no report tells more. */
enum ReasonCode {
  PRIORITY_BLOCK,
  RESIDENTS,
  TEAM_REVIEW,
  SEASON,
  BEFORE_AN_EVENT;

  /** Key of its words. */
  public String key() {
    return "blitz.reason." + name();
  }
}
