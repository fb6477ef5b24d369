package org.cscc.access;

/** How the person of a session has shown who they are. */
public enum Proof {
  /** The password alone; not enough for a role that reads protected records. */
  PASSWORD,
  /** The password alone, in a home that holds a demo and nothing else. */
  PASSWORD_IN_DEMO,
  /** The password, and a code of the phone or a recovery code. */
  PASSWORD_AND_CODE,
  /** The City's single sign-on, which did not say that it asked for a second factor. */
  CITY,
  /** The City's single sign-on, and a code of the phone or a recovery code. */
  CITY_AND_CODE,
  /** The City's single sign-on, which said that it asked for a second factor. */
  CITY_AND_FACTOR,
  /** A passkey, which the person's device unlocked for them: two factors in one. */
  PASSKEY;

  /** Whether one thing was shown, where two are asked for. */
  public boolean lacksFactor() {
    return this == PASSWORD || this == CITY;
  }

  /** The same with a code of the phone. */
  public Proof andCode() {
    return this == CITY ? CITY_AND_CODE : PASSWORD_AND_CODE;
  }
}
