package org.cscc.blitz;

/** Why a department does not come. */
enum NoCode {
  NO_CAPACITY,
  NOT_OUR_WORK,
  SEASONAL,
  NO_BUDGET,
  OTHER_DAYS_ONLY;

  /** Key of its words. */
  public String key() {
    return "blitz.no." + name();
  }
}
