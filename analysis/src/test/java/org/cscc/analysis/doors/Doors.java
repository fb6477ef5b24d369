package org.cscc.analysis.doors;

import java.util.List;
import java.util.stream.Stream;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.scan.ScanLocations;

/** Every public door of the library, with arguments as they should be. */
final class Doors {
  /** Eight places in a row. */
  static final Call ROW =
      Call.of(
              Neighbours.class,
              "ofEdges",
              8,
              new int[] {0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7},
              new int[] {1, 0, 2, 1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6})
          .ids(1, 2);

  static final Call PLACES = Call.of(ScanLocations.class, "planar", x(), y());

  private Doors() {}

  static List<Door> all() {
    return Stream.of(
            CountDoors.all(),
            MapDoors.all(),
            TrendDoors.all(),
            EffectDoors.all(),
            ChoiceDoors.all())
        .flatMap(List::stream)
        .toList();
  }

  static double[] x() {
    return new double[] {0, 100, 150, 300, 900, 950, 2000, 2050};
  }

  static double[] y() {
    return new double[] {0, 50, 120, 310, 700, 720, 100, 150};
  }

  static int[] days() {
    return new int[] {1, 2, 4, 9, 20, 21, 40, 41};
  }

  static int[] counts() {
    return new int[] {1, 4, 0, 2, 7, 3, 0, 1};
  }

  static double[] values() {
    return new double[] {1, 4, 0, 2, 7, 3, 0, 1};
  }

  static double[] people() {
    return new double[] {100, 250, 80, 120, 300, 90, 60, 200};
  }
}
