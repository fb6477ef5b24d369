package org.cscc.access;

/** How the person of a session has shown who they are. */
public enum Proof {
  /** The password alone; not enough for a role that reads protected records. */
  PASSWORD,
  /** The password alone, in a home that holds a demo and nothing else. */
  PASSWORD_IN_DEMO,
  /** The password, and a code of the phone or a recovery code. */
  PASSWORD_AND_CODE,
  /** A passkey, which is two factors by itself: the device and what unlocks it. */
  PASSKEY,
  /** The City's single sign-on, which has its own second factor. */
  SINGLE_SIGN_ON
}
