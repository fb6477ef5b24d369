package org.cscc.incidents;

/** The kind of place; where the feed's words fit none of them it is OTHER. */
public enum LocationClass {
  STREET,
  ALLEY,
  RESIDENCE,
  PARK,
  SCHOOL_GROUNDS,
  GAS_STATION,
  TRANSIT,
  BUSINESS,
  VACANT_LOT,
  VACANT_BUILDING,
  VEHICLE,
  OTHER
}
