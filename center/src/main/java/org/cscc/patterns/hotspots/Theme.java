package org.cscc.patterns.hotspots;

import java.util.List;

/**
 * Something that incidents of the last weeks have in common (M-9): a kind of place, a time of the
 * week, a place of public life nearby, or two of them.
 *
 * @param area number of the area
 * @param codes what they share, such as {@code SETTING.GAS_STATION} and {@code TIME.NIGHT_WEEKEND}
 * @param incidents incidents that share it
 * @param of incidents of the area in these weeks
 * @param weeks review weeks in which one of them lies
 * @param before incidents that shared it in the year before
 * @param beforeOf incidents of the area in the year before
 * @param p one-sided p that the share is no larger than in the year before; 1 without a year before
 * @param outside enough incidents to be shown outside of the teams
 */
record Theme(
    int area,
    List<String> codes,
    int incidents,
    int of,
    int weeks,
    int before,
    int beforeOf,
    double p,
    boolean outside) {
  /** What the codes of coded circumstances begin with. */
  static final String CIRCUMSTANCE = "CIRCUMSTANCE.";

  /** Whether there is a year before to compare with. */
  public boolean compared() {
    return beforeOf > 0;
  }

  /** How many would share it now, were the share that of the year before. */
  public double expected() {
    return of * (before + 1.0) / (beforeOf + 2.0);
  }

  /** p for people. */
  public String saidP() {
    return Said.p(p);
  }
}
