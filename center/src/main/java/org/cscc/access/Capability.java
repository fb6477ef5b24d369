package org.cscc.access;

/** A thing that somebody may or may not do; the rows of the table of roles and permissions. */
public enum Capability {
  /** To be signed in at all: home, help, the areas and their names. */
  ENTER,
  /** Published numbers (T0). */
  READ_PUBLISHED,
  /** Incident facts at block level (T1). */
  READ_INCIDENTS,
  /** Counts, trends, blocks and near repeats (T1). */
  READ_PATTERNS,
  /** Saying of a hot spot what people who know the place know, and planning for it (T1). */
  JUDGE_HOT_SPOTS,
  /** Naming a block that needs the City's services (T1). */
  NOMINATE_BLOCKS,
  /** Deciding on the quarterly list of priority blocks. */
  APPROVE_BLOCKS,
  /** How incidents hang together, as computed and as people know it (T1). */
  READ_LINKS,
  /** Stating that two incidents hang together (T1). */
  ASSERT_LINKS,
  /** The weekly packet (T1). */
  READ_PACKET,
  /** Preparing and publishing the weekly packet (T1). */
  PREPARE_PACKET,
  /** Putting an incident off to a later review, with a reason (T1). */
  DEFER_INCIDENT,
  /** Bringing in a feed and reading its rejects. */
  IMPORT_FEEDS,
  /** Changing boundaries, assets, priority lists, departments and teams. */
  EDIT_REFERENCE,
  /** Accounts and their roles. */
  MANAGE_ACCOUNTS,
  /** Writing down a consent (T2). */
  RECORD_CONSENT,
  /** Who did what, when and why (T2). */
  READ_AUDIT,
  /** Taking the audit log out of the center. */
  EXPORT_AUDIT,
  /** The audit log without anything about survivors and applicants, for who keeps the machine. */
  READ_MACHINE_LOG,
  /** Saving a free text that the wording check held back, with a reason. */
  OVERRIDE_WORDING,
  /** Moving the clock of a demo. */
  MOVE_DEMO_CLOCK
}
