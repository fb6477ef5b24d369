package org.cscc.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Near-repeat risk windows: an event opens a window around its place for a number of days; it
 * closes by itself. The default, about one block (200 m) and 14 days, is the cell in which
 * Ratcliffe and Rengert (2008, Security Journal 21:58) found shootings to be most in excess. A
 * window is open on day {@code d} when {@code openedOn <= d <= lastDay}, with {@code lastDay =
 * openedOn + days}.
 */
public final class NearRepeatWindows {
  private final double[] x;
  private final double[] y;
  private final List<Window> windows;
  private final Settings settings;
  private final PlaneGrid grid;

  /**
   * Size of a window.
   *
   * @param radius in the unit of the coordinates, usually metres
   * @param days days after the event on which the window is still open
   * @param metric how distance is measured
   */
  public record Settings(double radius, int days, Metric metric) {
    /** 200 m along the street grid, 14 days. */
    public static final Settings USUAL = new Settings(200, 14, Metric.MANHATTAN);

    /** Refuses a radius that is not positive and days outside 1..365. */
    public Settings {
      Require.positive("radius", radius);
      Require.between("days", days, 1, 365);
    }
  }

  /**
   * One window.
   *
   * @param event index of the event that opened it
   * @param openedOn its epoch day
   * @param lastDay last epoch day on which it is open
   * @param repeats indices of later events inside the window, earliest first; events of the same
   *     day count as repeats of the one with the lower index
   */
  public record Window(int event, int openedOn, int lastDay, List<Integer> repeats) {
    /** Whether the window is open on a day. */
    public boolean openOn(int day) {
      return openedOn <= day && day <= lastDay;
    }
  }

  private NearRepeatWindows(double[] x, double[] y, int[] days, Settings settings) {
    this.x = x;
    this.y = y;
    this.settings = settings;
    this.grid = new PlaneGrid(x, y, settings.radius());
    List<Window> all = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      all.add(new Window(i, days[i], days[i] + settings.days(), repeats(i, days)));
    }
    this.windows = List.copyOf(all);
  }

  /**
   * Opens a window for every event.
   *
   * @param x east, in planar units (metres)
   * @param y north
   * @param days epoch day of each event, any order
   * @throws InvalidInput for coordinates that are no numbers or arrays of different length
   */
  public static NearRepeatWindows of(double[] x, double[] y, int[] days, Settings settings) {
    Require.sameLength("y", x.length, y.length);
    Require.sameLength("days", x.length, days.length);
    Require.finite("x", x);
    Require.finite("y", y);
    return new NearRepeatWindows(x.clone(), y.clone(), days.clone(), settings);
  }

  /** Every window, by event index. */
  public List<Window> all() {
    return windows;
  }

  /** Windows open on a day; the one that closes first comes first. */
  public List<Window> openOn(int day) {
    return windows.stream().filter(window -> window.openOn(day)).sorted(closingFirst()).toList();
  }

  /** Windows open on a day that cover a place; empty when the place is in none. */
  public List<Window> covering(double atX, double atY, int day) {
    Require.finite("place", new double[] {atX, atY});
    List<Window> covering = new ArrayList<>();
    grid.forEachAround(
        atX,
        atY,
        i -> {
          if (windows.get(i).openOn(day) && within(i, atX, atY)) {
            covering.add(windows.get(i));
          }
        });
    covering.sort(closingFirst());
    return List.copyOf(covering);
  }

  /** Method and settings. */
  public Provenance provenance() {
    return Provenance.of(
            "Near-repeat windows (Ratcliffe and Rengert 2008)", x.length, Caution.NOT_A_FORECAST)
        .with("radius", settings.radius())
        .with("days", settings.days())
        .with("metric", settings.metric());
  }

  private List<Integer> repeats(int i, int[] days) {
    List<Integer> repeats = new ArrayList<>();
    grid.forEachAround(
        x[i],
        y[i],
        j -> {
          int later = days[j] - days[i];
          boolean after = later > 0 || (later == 0 && j > i);
          if (after && later <= settings.days() && within(i, x[j], y[j])) {
            repeats.add(j);
          }
        });
    repeats.sort(Comparator.<Integer>comparingInt(j -> days[j]).thenComparingInt(j -> j));
    return List.copyOf(repeats);
  }

  private boolean within(int i, double atX, double atY) {
    return settings.metric().distance(x[i] - atX, y[i] - atY) <= settings.radius();
  }

  private static Comparator<Window> closingFirst() {
    return Comparator.comparingInt(Window::lastDay).thenComparingInt(Window::event);
  }
}
