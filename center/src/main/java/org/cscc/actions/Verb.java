package org.cscc.actions;

/** What is to be done. */
public enum Verb {
  CLEAN(true, Pillar.COMMUNITY_REVITALIZATION),
  LIGHT(true, Pillar.COMMUNITY_REVITALIZATION),
  REPAIR(true, Pillar.COMMUNITY_REVITALIZATION),
  BOARD(true, Pillar.COMMUNITY_REVITALIZATION),
  INSPECT(true, Pillar.COMMUNITY_REVITALIZATION),
  OUTREACH_PRESENCE(false, Pillar.INDIVIDUALS_AT_RISK),
  VICTIM_SERVICE_REFERRAL(false, Pillar.CRISIS_RESPONSE),
  SAFE_SPACE(false, Pillar.COMMUNITY_REVITALIZATION),
  SCHOOL_NOTIFY(false, Pillar.CRISIS_RESPONSE),
  EVENT_SUPPORT(false, Pillar.COMMUNITY_REVITALIZATION),
  MEDIATION_REQUEST(false, Pillar.INDIVIDUALS_AT_RISK),
  BUSINESS_ENGAGE(false, Pillar.COMMUNITY_REVITALIZATION),
  COMMUNICATION(false, Pillar.SYSTEMIC_TRANSFORMATION),
  DATA_REQUEST(false, Pillar.SYSTEMIC_TRANSFORMATION),
  POLICY_ISSUE(false, Pillar.SYSTEMIC_TRANSFORMATION),
  OTHER(false, Pillar.COMMUNITY_REVITALIZATION);

  private final boolean physical;
  private final Pillar pillar;

  Verb(boolean physical, Pillar pillar) {
    this.physical = physical;
    this.pillar = pillar;
  }

  /** The pillar that it serves most often: for what is captured in seconds, with nobody to ask. */
  public Pillar pillar() {
    return pillar;
  }

  /** Whether the place looks different afterwards, so that there is something to show. */
  public boolean physical() {
    return physical;
  }
}
