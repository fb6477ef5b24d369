package org.cscc.vault;

/** What is sealed of a record; the word is stored and part of the seal, so it never changes. */
public enum Field {
  /** How the person wants to be called. */
  CALLED,
  /** How the person can be reached safely. */
  WAY,
  /** When the person can be reached safely. */
  TIMES,
  /** What must not be done, such as leaving a message. */
  CARE
}
