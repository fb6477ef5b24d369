package org.cscc.weekend;

/** What brings people together, or keeps them away, at a place and hour. */
enum GatheringKind {
  VIGIL,
  FUNERAL,
  PARK_PERMIT,
  SCHOOL_EVENT,
  FESTIVAL,
  ANNIVERSARY,
  WEATHER,
  STREET_CLOSURE,
  SAFE_SPACE,
  OTHER;

  /** Key of its word. */
  public String key() {
    return "weekend.kind." + name();
  }
}
