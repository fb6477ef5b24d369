package org.cscc.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cscc.analysis.NearRepeatWindows;
import org.cscc.analysis.NearRepeatWindows.Window;

/**
 * Near-repeat windows (M-6) of the whole city around a day, so that a window that opened across the
 * border of an area is seen on both sides of it.
 */
final class Windows {
  private final List<Happening> placed;
  private final NearRepeatWindows windows;
  private final int day;
  private final NearRepeatRule rule;

  Windows(History history, int day, NearRepeatRule rule) {
    this.rule = rule;
    int reach = rule.days() + 6;
    this.day = day;
    this.placed = history.between(day - reach, day).stream().filter(Happening::placed).toList();
    // One plane for the whole city: the scale changes by less than 0.4 % between its ends.
    this.windows =
        NearRepeatWindows.of(
            placed.stream().mapToDouble(h -> Plane.CHICAGO.x(h.lon())).toArray(),
            placed.stream().mapToDouble(h -> Plane.CHICAGO.y(h.lat())).toArray(),
            placed.stream().mapToInt(Happening::day).toArray(),
            rule.settings());
  }

  NearRepeatRule rule() {
    return rule;
  }

  /** Windows open on the day that an incident of the ground opened or fell into. */
  List<OpenWindow> open(Extent extent) {
    Predicate<Located> holds = extent.holds();
    List<OpenWindow> open = new ArrayList<>();
    for (Window window : windows.openOn(day)) {
      boolean touches =
          holds.test(placed.get(window.event()))
              || window.repeats().stream().map(placed::get).anyMatch(holds);
      if (touches) {
        open.add(open(window));
      }
    }
    return List.copyOf(open);
  }

  /** Incidents of the last seven days on the ground that fell into an earlier window. */
  List<NearRepeat> nearRepeats(Extent extent) {
    Predicate<Located> holds = extent.holds();
    Map<Integer, Integer> latest = new HashMap<>();
    for (Window window : windows.all()) {
      for (int repeat : window.repeats()) {
        latest.merge(repeat, window.event(), this::later);
      }
    }
    return latest.entrySet().stream()
        .filter(pair -> placed.get(pair.getKey()).day() > day - 7)
        .filter(pair -> holds.test(placed.get(pair.getKey())))
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(pair -> nearRepeat(placed.get(pair.getKey()), placed.get(pair.getValue())))
        .toList();
  }

  private int later(int one, int other) {
    return placed.get(one).day() >= placed.get(other).day() ? one : other;
  }

  private OpenWindow open(Window window) {
    Happening opener = placed.get(window.event());
    return new OpenWindow(
        opener.id(),
        LocalDate.ofEpochDay(window.openedOn()),
        LocalDate.ofEpochDay(window.lastDay()),
        opener.block().isEmpty() ? null : opener.block(),
        opener.area() == Located.UNKNOWN ? null : opener.area(),
        opener.killed(),
        opener.injured(),
        window.repeats().stream().map(placed::get).map(later -> repeat(opener, later)).toList(),
        opener.lon(),
        opener.lat());
  }

  private static OpenWindow.Repeat repeat(Happening opener, Happening later) {
    return new OpenWindow.Repeat(
        later.id(),
        LocalDate.ofEpochDay(later.day()),
        Math.round(Plane.CHICAGO.streets(opener, later)));
  }

  private NearRepeat nearRepeat(Happening later, Happening opener) {
    return new NearRepeat(
        later.id(),
        opener.id(),
        LocalDate.ofEpochDay(opener.day()),
        Math.round(Plane.CHICAGO.streets(opener, later)),
        LocalDate.ofEpochDay((long) later.day() + rule.days()));
  }
}
