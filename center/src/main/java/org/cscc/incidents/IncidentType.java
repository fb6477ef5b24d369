package org.cscc.incidents;

/** What an incident is counted as; the most serious of what its rows say. */
public enum IncidentType {
  /** At least one person was killed. */
  HOMICIDE,
  /** At least one person was shot and nobody died. */
  NONFATAL_SHOOTING,
  /** A gun was fired and nobody is known to be hit. */
  SHOTS_FIRED,
  /** Aggravated battery without a gun. */
  AGG_BATTERY,
  /** Robbery in which somebody was hurt; only feeds that say so by a mapping have it. */
  ROBBERY_INJURY,
  /** A homicide that the feed itself names domestic; a part of HOMICIDE in every count. */
  DV_HOMICIDE,
  /** Everything else that a feed holds. */
  OTHER;

  /** Whether it is a homicide of either name. */
  public boolean homicide() {
    return this == HOMICIDE || this == DV_HOMICIDE;
  }

  /** 0 for the gravest; the gravest row speaks for its incident. */
  int gravity() {
    return switch (this) {
      case HOMICIDE, DV_HOMICIDE -> 0;
      case NONFATAL_SHOOTING -> 1;
      case SHOTS_FIRED -> 2;
      case AGG_BATTERY -> 3;
      case ROBBERY_INJURY -> 4;
      case OTHER -> 5;
    };
  }
}
