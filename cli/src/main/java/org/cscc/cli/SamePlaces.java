package org.cscc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events at the same coordinates share a place.
 *
 * @param x east of each place
 * @param y north of each place
 * @param placeOf place of each event
 */
@SuppressWarnings("ArrayRecordComponent")
record SamePlaces(double[] x, double[] y, int[] placeOf) {

  static SamePlaces of(Plane plane) {
    Map<List<Double>, Integer> index = new LinkedHashMap<>();
    int[] placeOf = new int[plane.x().length];
    for (int i = 0; i < placeOf.length; i++) {
      placeOf[i] = index.computeIfAbsent(List.of(plane.x()[i], plane.y()[i]), none -> index.size());
    }
    return new SamePlaces(
        index.keySet().stream().mapToDouble(at -> at.get(0)).toArray(),
        index.keySet().stream().mapToDouble(at -> at.get(1)).toArray(),
        placeOf);
  }

  /** Numbers from 1 in the order of the file. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= x.length; i++) {
      names.add(Integer.toString(i));
    }
    return names;
  }
}
