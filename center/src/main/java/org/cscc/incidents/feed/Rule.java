package org.cscc.incidents.feed;

/**
 * The rules by which files and rows are turned away. The sentences, and what to do, are in the
 * message bundle under {@code incidents.rule.ID}.
 */
public enum Rule {
  WRONG_KIND("R-IMP-01"),
  EMPTY("R-IMP-02"),
  ENCODING("R-IMP-03"),
  NO_HEADER("R-IMP-04"),
  UNKNOWN_HEADER("R-IMP-05"),
  DUPLICATE_COLUMN("R-IMP-06"),
  DELIMITER("R-IMP-07"),
  AGGREGATED("R-IMP-08"),
  BAD_MAPPING("R-IMP-09"),
  DEMO_HOME("R-IMP-10"),
  REAL_HOME("R-IMP-11"),
  OTHER_FORMAT("R-IMP-12"),
  NO_FILE("R-IMP-13"),
  CUT_OFF("R-IMP-20"),
  QUOTE("R-IMP-21"),
  GZIP("R-IMP-22"),
  HUGE_CELL("R-IMP-23"),
  BOMB("R-IMP-25"),
  STOPPED("R-IMP-24"),
  TOO_FEW_CELLS("R-IMP-40"),
  TOO_MANY_CELLS("R-IMP-41"),
  NO_DATE("R-IMP-42"),
  BAD_DATE("R-IMP-43"),
  FUTURE_DATE("R-IMP-44"),
  OLD_DATE("R-IMP-45"),
  NO_TYPE("R-IMP-46"),
  BAD_ID("R-IMP-47"),
  BAD_POINT("R-IMP-48"),
  BAD_CASE("R-IMP-49");

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /** The id that people and programs see. */
  public String id() {
    return id;
  }
}
