package org.cscc.crisis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cscc.kernel.Share;
import org.jspecify.annotations.Nullable;

/**
 * Whether another incident with people shot followed on the same block (F2). It is asked only of
 * what is old enough: whose days have all passed in the data, so that no answer can still change.
 * Another one of the same day is not counted, because a day does not say which came first.
 */
final class Repeats {
  /** Nothing is known: the reader reads no incidents, or there are none. */
  static final Repeats UNKNOWN = new Repeats(List.of(), null);

  private static final int[] DAYS = {14, 30, 90};

  private final Map<List<Object>, List<LocalDate>> onBlock = new HashMap<>();
  private final @Nullable LocalDate last;

  /**
   * What happened.
   *
   * @param last day that the data holds in full; null when it is not known
   */
  Repeats(Collection<Place> happened, @Nullable LocalDate last) {
    for (Place one : happened) {
      onBlock.computeIfAbsent(one.ground(), none -> new ArrayList<>()).add(one.day());
    }
    this.last = last;
  }

  /** A block on a day. */
  record Place(int area, String block, LocalDate day) {
    private List<Object> ground() {
      return List.of(area, block);
    }
  }

  /**
   * Whether another incident followed.
   *
   * @param followed of those whose days have passed in the data
   */
  record Repeat(int days, Share followed) {}

  /** What followed within 14, 30 and 90 days; empty when it is not known. */
  List<Repeat> after(List<Place> places) {
    LocalDate end = last;
    if (end == null) {
      return List.of();
    }
    List<Repeat> repeats = new ArrayList<>();
    for (int days : DAYS) {
      List<Place> old =
          places.stream().filter(one -> !one.day().plusDays(days).isAfter(end)).toList();
      int followed = (int) old.stream().filter(one -> again(one, days)).count();
      repeats.add(new Repeat(days, Share.of(followed, old.size(), CrisisMeasures.SMALLEST)));
    }
    return List.copyOf(repeats);
  }

  private boolean again(Place place, int days) {
    return onBlock.getOrDefault(place.ground(), List.of()).stream()
        .anyMatch(day -> day.isAfter(place.day()) && !day.isAfter(place.day().plusDays(days)));
  }
}
