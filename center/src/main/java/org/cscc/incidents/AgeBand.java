package org.cscc.incidents;

/**
 * Age of a person harmed, in bands wide enough to hide a person in. Feeds use one of two families
 * of bands, which can not be turned into each other; neither is guessed from the other.
 */
public enum AgeBand {
  AGE_0_17,
  AGE_18_24,
  AGE_25_34,
  AGE_35_44,
  AGE_45_54,
  AGE_55_PLUS,
  /** The first of the bands by ten years, as in the City's file of people harmed. */
  AGE_0_19,
  AGE_20_29,
  AGE_30_39,
  AGE_40_49,
  AGE_50_59,
  AGE_60_69,
  AGE_70_79,
  AGE_80_PLUS,
  UNKNOWN
}
