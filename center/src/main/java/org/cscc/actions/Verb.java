package org.cscc.actions;

/** What is to be done. */
public enum Verb {
  CLEAN(true),
  LIGHT(true),
  REPAIR(true),
  BOARD(true),
  INSPECT(true),
  OUTREACH_PRESENCE(false),
  VICTIM_SERVICE_REFERRAL(false),
  SAFE_SPACE(false),
  SCHOOL_NOTIFY(false),
  EVENT_SUPPORT(false),
  MEDIATION_REQUEST(false),
  BUSINESS_ENGAGE(false),
  COMMUNICATION(false),
  DATA_REQUEST(false),
  POLICY_ISSUE(false),
  OTHER(false);

  private final boolean physical;

  Verb(boolean physical) {
    this.physical = physical;
  }

  /** Whether the place looks different afterwards, so that there is something to show. */
  public boolean physical() {
    return physical;
  }
}
