package org.cscc.blitz;

/** Why a blitz does not take place. */
enum CallOffCode {
  WEATHER,
  DEPARTMENTS_CAN_NOT,
  PLANNED_TWICE,
  NOTHING_FOUND,
  PLACE_NOT_FREE;

  /** Key of its words. */
  public String key() {
    return "blitz.call-off." + name();
  }
}
