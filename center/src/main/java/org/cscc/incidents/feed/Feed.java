package org.cscc.incidents.feed;

/** What one row of a file stands for; in this order where both speak of one case. */
public enum Feed {
  /** An offence; a homicide has one row for each person killed. */
  CRIMES,
  /** A person harmed. */
  VICTIMS
}
