package org.cscc.consent;

/** What a consent can allow to be told; each is a set of fields of the rooms that hold them. */
public enum Share {
  /** How and when the person can be reached safely. */
  CONTACT,
  /** Which help is needed. */
  NEED,
  /** Which help was given. */
  HELP_GIVEN,
  /** What was stated in an application. */
  APPLICATION,
  /** What was paid. */
  PAYMENT
}
