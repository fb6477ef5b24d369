package org.cscc.access;

/** What data is used for; an agreement names one, and covers no other. */
public enum Purpose {
  /** The weekly review of a team. */
  WEEKLY_REVIEW,
  /** Bringing services to a block. */
  SERVICES,
  /** Finding out whether something helped. */
  EVALUATION
}
