package org.cscc.incidents;

/** Where an incident stands with the feed. */
public enum IncidentState {
  /** Among the newest days of the data, which the feed still revises. */
  REPORTED,
  /** Older than the days that the feed usually revises. */
  CONFIRMED,
  /** The feed says that it did not happen; kept and not counted. */
  UNFOUNDED,
  /** Not the city's to review, such as an expressway shooting; kept and not counted. */
  OUT_OF_SCOPE;

  /** Whether the incident counts. */
  public boolean counted() {
    return this == REPORTED || this == CONFIRMED;
  }
}
