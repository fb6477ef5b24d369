package org.cscc.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a revision of minutes has and the one before had not, or the other way round.
 *
 * @param added whether it is new; else it is gone
 * @param part where it stands
 * @param words what it says
 */
record MinutesChange(boolean added, String part, String words) {
  /** What changed from one revision to the next, part by part. */
  static List<MinutesChange> between(MinutesContent before, MinutesContent after) {
    List<MinutesChange> changes = new ArrayList<>();
    compare(changes, "opening", seats(before), seats(after));
    compare(changes, "promises", promises(open(before)), promises(open(after)));
    compare(changes, "incidents", incidents(before), incidents(after));
    compare(changes, "blocks", spots(before), spots(after));
    compare(changes, "look-ahead", coming(before), coming(after));
    compare(changes, "read-back", promises(before.items()), promises(after.items()));
    compare(changes, "notes", notes(before), notes(after));
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

  private static List<String> seats(MinutesContent of) {
    return Stream.concat(
            of.seats().stream()
                .filter(seat -> seat.taken().equals("PRESENT"))
                .map(MinutesChange::seat),
            of.guests().stream()
                .flatMap(
                    guest ->
                        guest.seats().stream()
                            .filter(seat -> seat.taken().equals("PRESENT"))
                            .map(seat -> guest.teamName() + ": " + seat(seat))))
        .toList();
  }

  private static String seat(MinutesContent.Seat seat) {
    return seat.organization() + " " + seat.role();
  }

  private static List<String> promises(List<MinutesContent.Promise> of) {
    return of.stream()
        .map(
            one ->
                one.title()
                    + (one.organization() == null ? "" : ", " + one.organization())
                    + (one.due() == null ? "" : ", " + one.due()))
        .toList();
  }

  private static List<MinutesContent.Promise> open(MinutesContent of) {
    return Stream.concat(
            of.open().stream(), of.guests().stream().flatMap(guest -> guest.open().stream()))
        .toList();
  }

  private static List<String> incidents(MinutesContent of) {
    return Stream.concat(
            of.incidents().stream(),
            of.guests().stream().flatMap(guest -> guest.incidents().stream()))
        .map(
            one ->
                one.day()
                    + (one.block() == null ? "" : " " + one.block())
                    + ": "
                    + one.said()
                    + (one.until() == null ? "" : " " + one.until())
                    + (one.note().isEmpty() ? "" : ", " + one.note()))
        .toList();
  }

  private static List<String> spots(MinutesContent of) {
    return of.spots().stream().map(one -> one.number() + ": " + one.said()).toList();
  }

  private static List<String> coming(MinutesContent of) {
    return of.coming().stream()
        .map(
            one -> one.day() + " " + one.kind() + (one.where().isEmpty() ? "" : ", " + one.where()))
        .toList();
  }

  private static List<String> notes(MinutesContent of) {
    return of.notes().stream().map(MinutesContent.Note::words).toList();
  }
}
