package org.cscc.incidents;

/** What is counted. */
public enum Measure {
  /** Events, each once. */
  INCIDENTS,
  /** People harmed, each once. */
  VICTIMIZATIONS
}
