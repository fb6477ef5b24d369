package org.cscc.access;

/**
 * A thing that somebody may or may not do: an act on a matter. Who may is said by the table in
 * {@code access/permissions.txt}; a row of it gets its constant here when a room comes that asks.
 */
public enum Capability {
  /** To be signed in at all: home, help, the areas and their names. */
  ENTER(Matter.HOUSE, Act.READ),
  /** Published numbers (T0). */
  READ_PUBLISHED(Matter.PUBLISHED, Act.READ),
  /** Incident facts at block level (T1). */
  READ_INCIDENTS(Matter.INCIDENT, Act.READ),
  /** Saying that an incident does not count, against the feed (T1). */
  CLASSIFY_INCIDENTS(Matter.INCIDENT, Act.UPDATE),
  /** Counts, trends, blocks and near repeats (T1). */
  READ_PATTERNS(Matter.PATTERN, Act.READ),
  /** Saying of a hot spot what people who know the place know, and planning for it (T1). */
  JUDGE_HOT_SPOTS(Matter.PRIORITY_BLOCK, Act.VERIFY),
  /** Naming a block that needs the City's services (T1). */
  NOMINATE_BLOCKS(Matter.PRIORITY_BLOCK, Act.CREATE),
  /** Deciding on the quarterly list of priority blocks. */
  APPROVE_BLOCKS(Matter.PRIORITY_BLOCK, Act.APPROVE),
  /** How incidents hang together, as computed and as people know it (T1). */
  READ_LINKS(Matter.TENSION, Act.READ),
  /** Stating that two incidents hang together (T1). */
  ASSERT_LINKS(Matter.TENSION, Act.CREATE),
  /** Coding the circumstances of an incident from a fixed list (T1). */
  CODE_CIRCUMSTANCES(Matter.TENSION, Act.UPDATE),
  /** The weekly packet (T1). */
  READ_PACKET(Matter.PACKET, Act.READ),
  /** Preparing and publishing the weekly packet (T1). */
  PREPARE_PACKET(Matter.PACKET, Act.UPDATE),
  /** Putting an incident off to a later review, with a reason (T1). */
  DEFER_INCIDENT(Matter.DEFERRAL, Act.CREATE),
  /** When a team meets, and what came of it (T1). */
  READ_MEETINGS(Matter.MEETING, Act.READ),
  /** Leading a team's meetings: planning, opening, closing (T1). */
  RUN_MEETINGS(Matter.MEETING, Act.UPDATE),
  /** Opening the minutes of a closed meeting again (T1). */
  REOPEN_MEETINGS(Matter.MEETING, Act.APPROVE),
  /** How tense people near a block say it is (T1); it goes one way. */
  READ_TENSION(Matter.TENSION, Act.READ),
  /** Saying how tense a block is (T1). */
  SAY_TENSION(Matter.TENSION, Act.CREATE),
  /** What is coming on a weekend, who is on call, and what was known on Monday (T1). */
  READ_WEEKEND(Matter.WEEKEND, Act.READ),
  /** Writing down what is coming in an area (T1). */
  ADD_GATHERINGS(Matter.WEEKEND, Act.CREATE),
  /** Changing it and taking it off (T1). */
  CHANGE_GATHERINGS(Matter.WEEKEND, Act.UPDATE),
  /** Freezing the plan of a weekend (T1). */
  PUBLISH_WEEKEND(Matter.WEEKEND, Act.APPROVE),
  /** Bringing in a feed and reading its rejects. */
  IMPORT_FEEDS(Matter.FEED, Act.CREATE),
  /** What organizations offer, who speaks for them and who is on call. */
  READ_DIRECTORY(Matter.DIRECTORY, Act.READ),
  /** Keeping that true, of one's own organization or of all. */
  EDIT_DIRECTORY(Matter.DIRECTORY, Act.UPDATE),
  /** Changing boundaries, assets, priority lists, departments and teams. */
  EDIT_REFERENCE(Matter.REFERENCE, Act.UPDATE),
  /** Sharing agreements and consents, as far as the account is a party (T2). */
  READ_AGREEMENTS(Matter.AGREEMENT, Act.READ),
  /** Drafting and ending sharing agreements; withdrawing and correcting consents (T2). */
  EDIT_AGREEMENTS(Matter.AGREEMENT, Act.UPDATE),
  /** Putting a drafted agreement into force (T2). */
  APPROVE_AGREEMENTS(Matter.AGREEMENT, Act.APPROVE),
  /** Writing down a consent (T2). */
  RECORD_CONSENT(Matter.AGREEMENT, Act.CREATE),
  /** Accounts and their roles, to look at (T2). */
  READ_ACCOUNTS(Matter.ACCOUNT, Act.READ),
  /** Accounts and their roles. */
  MANAGE_ACCOUNTS(Matter.ACCOUNT, Act.UPDATE),
  /** Confirming that the accounts there are should be there. */
  APPROVE_ACCOUNTS(Matter.ACCOUNT, Act.APPROVE),
  /** Reading beyond the own teams for an hour, with a reason that somebody looks at (T2). */
  BREAK_GLASS(Matter.EMERGENCY, Act.CREATE),
  /** Who read beyond the own teams, why, and what the privacy officer found (T2). */
  READ_EMERGENCIES(Matter.EMERGENCY, Act.READ),
  /** Saying whether an emergency was one. */
  REVIEW_EMERGENCIES(Matter.EMERGENCY, Act.APPROVE),
  /** Who did what, when and why (T2). */
  READ_AUDIT(Matter.AUDIT, Act.READ),
  /** Taking the audit log out of the center. */
  EXPORT_AUDIT(Matter.AUDIT, Act.EXPORT),
  /** The audit log without anything about survivors and applicants, for who keeps the machine. */
  READ_MACHINE_LOG(Matter.AUDIT, Act.LOG),
  /** Saving a free text that the wording check held back, with a reason. */
  OVERRIDE_WORDING(Matter.WORDING, Act.APPROVE),
  /** Commitments, as far as the account has to do with them (T1). */
  READ_ACTIONS(Matter.ACTION, Act.READ),
  /** Proposing a commitment (T1). */
  PROPOSE_ACTIONS(Matter.ACTION, Act.CREATE),
  /** Seeing for oneself whether a claim holds (T1). */
  VERIFY_ACTIONS(Matter.ACTION, Act.VERIFY),
  /** What rose because it was late, with the answers (T1). */
  READ_ESCALATIONS(Matter.ESCALATION, Act.READ),
  /** Answering what rose (T1). */
  ANSWER_ESCALATIONS(Matter.ESCALATION, Act.UPDATE),
  /** What services were asked for on blocks, and how they stand. */
  READ_SERVICES(Matter.SERVICE_TASK, Act.READ),
  /** Asking for a service on a block. */
  REQUEST_SERVICES(Matter.SERVICE_TASK, Act.CREATE),
  /** Working on services: routing, accepting, scheduling, completing. */
  WORK_SERVICES(Matter.SERVICE_TASK, Act.UPDATE),
  /** Seeing for oneself whether a service was done. */
  VERIFY_SERVICES(Matter.SERVICE_TASK, Act.VERIFY),
  /** Several departments' work in one place within days, as far as the own one was asked. */
  READ_BLITZES(Matter.BLITZ, Act.READ),
  /** Planning such a blitz. */
  PLAN_BLITZES(Matter.BLITZ, Act.CREATE),
  /** Leading a blitz, or answering it for the own organization. */
  WORK_BLITZES(Matter.BLITZ, Act.UPDATE),
  /** Walking the blocks of a blitz, before and after. */
  WALK_BLITZES(Matter.BLITZ, Act.VERIFY),
  /** Tabletop exercises with what they found, as far as the own organization was asked (T1). */
  READ_TABLETOPS(Matter.TABLETOP, Act.READ),
  /** Planning such an exercise (T1). */
  PLAN_TABLETOPS(Matter.TABLETOP, Act.CREATE),
  /** Leading an exercise until its report is finished (T1). */
  LEAD_TABLETOPS(Matter.TABLETOP, Act.UPDATE),
  /** What people asked the City for by 311, as its own files tell it, and how it is followed. */
  READ_CITY_REQUESTS(Matter.CITY_REQUEST, Act.READ),
  /** Seeing for oneself whether what the City calls done is fixed, in the own areas. */
  LOOK_AT_REQUESTS(Matter.CITY_LOOK, Act.VERIFY),
  /** Activations after an incident: of the own areas, or those that the own organization is in. */
  READ_CRISES(Matter.CRISIS, Act.READ),
  /** Opening an activation by hand (T1). */
  OPEN_CRISES(Matter.CRISIS, Act.CREATE),
  /** Leading an activation, or answering it for the own organization (T1). */
  WORK_CRISES(Matter.CRISIS, Act.UPDATE),
  /** Hand-offs of a need offered by or to the own organization, and those one offered (T2). */
  READ_REFERRALS(Matter.REFERRAL, Act.READ),
  /** Offering a need to an organization (T2). */
  OFFER_REFERRALS(Matter.REFERRAL, Act.CREATE),
  /** Answering what was offered to the own organization, and saying how far it went (T2). */
  WORK_REFERRALS(Matter.REFERRAL, Act.UPDATE),
  /** How many hand-offs there are and how they stand, never which (T2). */
  COUNT_REFERRALS(Matter.REFERRAL, Act.COUNT),
  /**
   * Reviews of incidents by many disciplines, after scanning, analysis, response, assessment (T1).
   */
  READ_INCIDENT_REVIEWS(Matter.INCIDENT_REVIEW, Act.READ),
  /** Starting such a review (T1). */
  START_INCIDENT_REVIEWS(Matter.INCIDENT_REVIEW, Act.CREATE),
  /** Writing in it and concluding it (T1). */
  WRITE_INCIDENT_REVIEWS(Matter.INCIDENT_REVIEW, Act.UPDATE),
  /** Opening a concluded one again (T1). */
  REOPEN_INCIDENT_REVIEWS(Matter.INCIDENT_REVIEW, Act.APPROVE),
  /** What organizations were recommended to do, and what they answered (T1). */
  READ_RECOMMENDATIONS(Matter.RECOMMENDATION, Act.READ),
  /** Drafting a recommendation (T1). */
  DRAFT_RECOMMENDATIONS(Matter.RECOMMENDATION, Act.CREATE),
  /** Proposing, answering, carrying out and evaluating recommendations (T1). */
  WORK_RECOMMENDATIONS(Matter.RECOMMENDATION, Act.UPDATE),
  /** Issuing a recommendation that was proposed (T1). */
  ISSUE_RECOMMENDATIONS(Matter.RECOMMENDATION, Act.APPROVE),
  /** Which notices could not be handed over, and to whom; never what they say. */
  READ_NOTICES(Matter.NOTICE, Act.READ),
  /** Saying that somebody was told another way. */
  SETTLE_NOTICES(Matter.NOTICE, Act.UPDATE),
  /** Who a survivor is and how to reach them, for the organization that looks after them (T3). */
  KEEP_SURVIVORS(Matter.FUND_REQUEST, Act.UPDATE),
  /** Token, area, amounts and clocks of a survivor, and nothing else (T3). */
  SEE_SURVIVOR_TOKENS(Matter.FUND_REQUEST, Act.SEE_TOKEN),
  /** Opening a survivor's record against its seal, with a reason that stays on record (T3). */
  OPEN_ON_CAUSE(Matter.FUND_REQUEST, Act.READ_ON_CAUSE),
  /** How long the center keeps what it holds, and how much of it went. */
  READ_RETENTION(Matter.RETENTION, Act.READ),
  /** Moving the clock of a demo. */
  MOVE_DEMO_CLOCK(Matter.DEMO_CLOCK, Act.UPDATE);

  private final Matter matter;
  private final Act act;

  Capability(Matter matter, Act act) {
    this.matter = matter;
    this.act = act;
  }

  Matter matter() {
    return matter;
  }

  Act act() {
    return act;
  }

  /**
   * Whether an emergency widens it from the own teams to all: reading, and only facts about places
   * (T1).
   */
  boolean widens() {
    return act == Act.READ && matter.tier() == Tier.T1;
  }

  /** How guarded the records are that it reaches. */
  public Tier tier() {
    return matter.tier();
  }
}
