package org.cscc.recommendations;

/** What may have had a part in it: places, settings, hours and services, never people. */
enum Factor {
  DARK(Group.PLACE),
  VACANT_LOT(Group.PLACE),
  VACANT_BUILDING(Group.PLACE),
  HIDDEN_VIEW(Group.PLACE),
  FAST_CARS(Group.PLACE),
  NEGLECT(Group.PLACE),
  BUSINESS(Group.SETTING),
  GAS_STATION(Group.SETTING),
  PARK(Group.SETTING),
  TRANSIT(Group.SETTING),
  SCHOOL_WAY(Group.SETTING),
  GATHERING(Group.SETTING),
  RENTED_PLACE(Group.SETTING),
  LATE_NIGHT(Group.TIME),
  WEEKEND(Group.TIME),
  SCHOOL_ENDS(Group.TIME),
  AFTER_AN_EVENT(Group.TIME),
  REPEATED(Group.TIME),
  REPAIR_LATE(Group.SERVICE),
  NOBODY_THERE(Group.SERVICE),
  NO_SAFE_PLACE(Group.SERVICE),
  HELP_LATE(Group.SERVICE),
  NO_LANGUAGE(Group.SERVICE),
  NOT_TOLD(Group.SERVICE);

  private final Group group;

  Factor(Group group) {
    this.group = group;
  }

  /** What kind of factor it is. */
  enum Group {
    PLACE,
    SETTING,
    TIME,
    SERVICE
  }

  public Group group() {
    return group;
  }
}
