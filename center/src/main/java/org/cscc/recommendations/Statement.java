package org.cscc.recommendations;

/** What kind of sentence an evaluation is; the three are never mixed. */
enum Statement {
  /** What was done, counted. */
  ACTIVITY,
  /** How something went over time; it does not say why. */
  TREND,
  /** What it brought about, against a comparison. */
  EFFECT
}
