package org.cscc.demo;

import java.util.List;
import org.cscc.home.TestServer;
import org.cscc.places.PlacesDoors;

/** Synthetic cities on the areas as they are delivered. */
final class DemoCities {
  static final List<Integer> PRIORITY =
      List.of(71, 25, 66, 27, 68, 69, 23, 61, 29, 49, 30, 43, 67, 26, 53);

  private DemoCities() {}

  static SyntheticCity small(long seed) {
    PlacesDoors places = PlacesDoors.of(TestServer.freshDatabase());
    return new SyntheticCity(
        seed, new CityBlocks(seed, places.areas().all(), PRIORITY, places.boundaries()), 0);
  }
}
