package org.cscc.actions;

/** Where a commitment comes from. */
public enum Origin {
  /** A weekly review; the record is the meeting. */
  MEETING,
  /** A team, between two reviews. */
  TEAM,
  /** An incident; the record is its id. What is owed then rests on protected records. */
  INCIDENT,
  /** An activation of crisis response. */
  CRISIS,
  /** The review of an incident, or of several. */
  RECOMMENDATION,
  /** A walk over the block. */
  WALK,
  /** A gap that a tabletop exercise found; the record is its code. */
  TABLETOP,
  /** What residents said. */
  RESIDENTS,
  /** A list that was pasted from a spreadsheet. */
  PASTED;

  /** Whether an item of this origin carries facts that only organizations under agreement see. */
  boolean protectedFacts() {
    return this == INCIDENT || this == CRISIS;
  }
}
