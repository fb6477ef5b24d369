package org.cscc.access;

/** How the person of a session has shown who they are. */
public enum Proof {
  /** The password alone; not enough for a role that reads protected records. */
  PASSWORD,
  /** The password alone, in a home that holds a demo and nothing else. */
  PASSWORD_IN_DEMO,
  /** The password, and a code of the phone or a recovery code. */
  PASSWORD_AND_CODE
}
