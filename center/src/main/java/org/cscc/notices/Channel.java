package org.cscc.notices;

/** Where somebody wants to be told. */
public enum Channel {
  /** Only on the person's own page. */
  PAGE,
  MAIL,
  /** A text message to a telephone. */
  TEXT
}
