package org.cscc.tabletops;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cscc.actions.ItemStanding;
import org.jspecify.annotations.Nullable;

/**
 * The after-action report in the order of HSEEP: objectives, strengths, areas for improvement,
 * improvement plan. It is drawn from what was written down; how items stand is of now.
 *
 * @param plan what becomes of each gap
 */
record AfterAction(
    Exercise exercise,
    List<Present> present,
    List<Finding> strengths,
    List<Finding> gaps,
    List<Line> plan,
    Instant asOf) {
  /**
   * What becomes of a gap.
   *
   * @param item how the item stands; null when there is none, or it is kept no more
   */
  record Line(Finding gap, @Nullable ItemStanding item) {}

  static AfterAction of(
      Exercise exercise,
      List<Present> present,
      List<Finding> findings,
      Map<String, ItemStanding> standing,
      Instant asOf) {
    List<Finding> gaps = findings.stream().filter(Finding::gap).toList();
    return new AfterAction(
        exercise,
        present,
        findings.stream().filter(finding -> !finding.gap()).toList(),
        gaps,
        gaps.stream()
            .map(gap -> new Line(gap, gap.item() == null ? null : standing.get(gap.item())))
            .toList(),
        asOf);
  }

  /** The parts, in their order. */
  public List<Part> parts() {
    return Arrays.asList(Part.values());
  }

  /** How many people came. */
  public int heads() {
    return present.stream().mapToInt(Present::heads).sum();
  }
}
