package org.cscc.reviews;

import java.util.ArrayList;
import java.util.List;

/**
 * What a revision of minutes has and the one before had not, or the other way round.
 *
 * @param added whether it is new; else it is gone
 * @param part where it stands
 * @param words what it says
 */
record MinutesChange(boolean added, String part, String words) {
  /** What changed from one revision to the next, part by part, in the reader's words. */
  static List<MinutesChange> between(
      MinutesContent before, MinutesContent after, MinutesLines lines) {
    List<MinutesChange> changes = new ArrayList<>();
    compare(changes, "opening", lines.seats(before), lines.seats(after));
    compare(changes, "promises", lines.open(before), lines.open(after));
    compare(changes, "incidents", lines.incidents(before), lines.incidents(after));
    compare(changes, "blocks", lines.spots(before), lines.spots(after));
    compare(changes, "look-ahead", lines.coming(before), lines.coming(after));
    compare(changes, "read-back", lines.promises(before.items()), lines.promises(after.items()));
    compare(changes, "notes", lines.notes(before), lines.notes(after));
    return changes;
  }

  private static void compare(
      List<MinutesChange> changes, String part, List<String> before, List<String> after) {
    before.stream()
        .filter(line -> !after.contains(line))
        .forEach(line -> changes.add(new MinutesChange(false, part, line)));
    after.stream()
        .filter(line -> !before.contains(line))
        .forEach(line -> changes.add(new MinutesChange(true, part, line)));
  }
}
