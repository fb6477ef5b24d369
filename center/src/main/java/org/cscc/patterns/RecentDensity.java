package org.cscc.patterns;

import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;

/**
 * Where incidents of the last days lie densely (M-3): a quartic kernel of {@value #REACH} m on
 * cells of {@value #CELL} m, each incident weighing one. It describes what was recorded and
 * foretells nothing. Under {@value #FEWEST} incidents nothing is shaded.
 *
 * @param days how many days, the last one included
 * @param n incidents with a place inside the frame
 * @param west longitude of the frame's edge
 * @param south latitude of the frame's edge
 * @param stepLon width of a cell in degrees
 * @param stepLat height of a cell in degrees
 * @param rows one string a row from the south, one digit a cell from the west: 0 below a quarter of
 *     the peak, then 1, 2, 3 for each quarter begun
 * @param peak highest density in incidents per km²
 */
public record RecentDensity(
    int days,
    int n,
    double west,
    double south,
    double stepLon,
    double stepLat,
    List<String> rows,
    double peak) {
  /** Metres at which the kernel ends. */
  public static final int REACH = 300;

  private static final int CELL = 100;
  private static final int FEWEST = 5;
  private static final double PER_KM2 = 1e6;

  /** Whether there were enough incidents to shade anything. */
  public boolean drawn() {
    return !rows.isEmpty();
  }

  static RecentDensity of(List<Happening> recent, int days, Frame frame) {
    Plane plane = Plane.CHICAGO;
    double west = plane.x(frame.west());
    double south = plane.y(frame.south());
    List<Happening> placed = recent.stream().filter(Happening::placed).toList();
    int n = (int) placed.stream().filter(frame::holds).count();
    int columns = cells(plane.x(frame.east()) - west);
    int rows = cells(plane.y(frame.north()) - south);
    double stepLon = (frame.east() - frame.west()) * CELL / (plane.x(frame.east()) - west);
    double stepLat = (frame.north() - frame.south()) * CELL / (plane.y(frame.north()) - south);
    if (n < FEWEST) {
      return new RecentDensity(
          days, n, frame.west(), frame.south(), stepLon, stepLat, List.of(), 0);
    }
    KernelDensity density =
        KernelDensity.quartic(
            Grid.ofCells(west, south, CELL, columns, rows),
            placed.stream().mapToDouble(incident -> plane.x(incident.lon())).toArray(),
            placed.stream().mapToDouble(incident -> plane.y(incident.lat())).toArray(),
            REACH);
    return new RecentDensity(
        days,
        n,
        frame.west(),
        frame.south(),
        stepLon,
        stepLat,
        quarters(density, columns),
        Math.round(density.peak() * PER_KM2 * 10) / 10.0);
  }

  private static int cells(double metres) {
    return Math.max(1, (int) Math.ceil(metres / CELL));
  }

  private static List<String> quarters(KernelDensity density, int columns) {
    double peak = density.peak();
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < density.values().length; from += columns) {
      StringBuilder digits = new StringBuilder();
      for (int cell = from; cell < from + columns; cell++) {
        digits.append(Math.min(3, (int) (density.values()[cell] / peak * 4)));
      }
      rows.add(digits.toString());
    }
    return List.copyOf(rows);
  }

  /** The edges of a map in degrees. */
  public record Frame(double west, double south, double east, double north) {
    boolean holds(Happening incident) {
      return incident.lon() >= west
          && incident.lon() <= east
          && incident.lat() >= south
          && incident.lat() <= north;
    }
  }
}
