package org.cscc.demo;

/** How large a synthetic city is made. */
enum DemoScale {
  /**
   * A city of Chicago's size; only shootings and shots. Three whole calendar years before the
   * demo's own, so that every date has three years to be compared with.
   */
  SMALL(4, 0, 12),
  /** Ten years with other crimes as well, some 300,000 incidents in all, for benches. */
  LARGE(10, 71.5, 12);

  private final int years;
  private final double otherCrimesADay;
  private final int weeksOfFiles;

  DemoScale(int years, double otherCrimesADay, int weeksOfFiles) {
    this.years = years;
    this.otherCrimesADay = otherCrimesADay;
    this.weeksOfFiles = weeksOfFiles;
  }

  /** Years of history before the demo's own now. */
  int years() {
    return years;
  }

  /** Crimes a day in which nobody is shot. */
  double otherCrimesADay() {
    return otherCrimesADay;
  }

  /** Weeks before now that come as weekly files, with their corrections, after the first one. */
  int weeksOfFiles() {
    return weeksOfFiles;
  }
}
