package org.cscc.incidents;

/** Age of a person harmed, in bands wide enough to hide a person in. */
public enum AgeBand {
  AGE_0_17,
  AGE_18_24,
  AGE_25_34,
  AGE_35_44,
  AGE_45_54,
  AGE_55_PLUS,
  UNKNOWN
}
