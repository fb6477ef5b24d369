package org.cscc.access;

/** What a permission is about; the rows of the table, with the guard each record of it has. */
enum Matter {
  HOUSE(Tier.T0),
  PUBLISHED(Tier.T0),
  PACKET(Tier.T1),
  DEFERRAL(Tier.T1),
  MEETING(Tier.T1),
  INCIDENT(Tier.T1),
  PATTERN(Tier.T1),
  PRIORITY_BLOCK(Tier.T1),
  WEEKEND(Tier.T1),
  FEED(Tier.T1),
  CASE_REFERENCE(Tier.T2),
  TENSION(Tier.T1),
  ACTION(Tier.T1),
  ESCALATION(Tier.T1),
  SERVICE_TASK(Tier.T0),
  BLITZ(Tier.T0),
  TABLETOP(Tier.T1),
  CITY_REQUEST(Tier.T0),
  CITY_LOOK(Tier.T0),
  CRISIS(Tier.T1),
  INCIDENT_REVIEW(Tier.T1),
  RECOMMENDATION(Tier.T1),
  REFERRAL(Tier.T2),
  REBATE(Tier.T2),
  DETERMINATION(Tier.T2),
  FUND_REQUEST(Tier.T3),
  TRAINING(Tier.T0),
  CAMPAIGN(Tier.T0),
  EVENT(Tier.T0),
  BLOCK_CLUB(Tier.T2),
  BUDGET(Tier.T0),
  RULESET(Tier.T0),
  AGREEMENT(Tier.T2),
  ACCOUNT(Tier.T2),
  EMERGENCY(Tier.T2),
  AUDIT(Tier.T2),
  WORDING(Tier.T1),
  NOTICE(Tier.T0),
  RETENTION(Tier.T0),
  DIRECTORY(Tier.T0),
  REFERENCE(Tier.T0),
  DEMO_CLOCK(Tier.T0);

  private final Tier tier;

  Matter(Tier tier) {
    this.tier = tier;
  }

  Tier tier() {
    return tier;
  }
}
