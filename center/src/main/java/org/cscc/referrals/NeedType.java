package org.cscc.referrals;

/**
 * What kind of help is asked for; the directory names its services by the same words. It says what
 * was offered, never what somebody has.
 */
enum NeedType {
  OUTREACH,
  VICTIM_SERVICES,
  COUNSELING,
  HOUSING,
  FOOD,
  LEGAL_AID,
  WORK,
  YOUTH,
  HEALTH_CARE,
  OTHER;

  /** Key of its word. */
  public String key() {
    return "referrals.need." + name();
  }
}
