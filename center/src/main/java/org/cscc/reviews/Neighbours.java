package org.cscc.reviews;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cscc.places.AssetKind;
import org.cscc.places.Assets;
import org.cscc.places.NearbyAsset;
import org.cscc.reviews.IncidentCard.Nearby;
import org.springframework.stereotype.Component;

/** Finds the school, park, library, business or station that an incident may have touched. */
@Component
class Neighbours {
  /** A quarter of a mile: about five minutes on foot. */
  private static final double REACH_METRES = 400;

  private final Assets assets;

  Neighbours(Assets assets) {
    this.assets = assets;
  }

  /** Whether any such places have been brought in. */
  boolean known() {
    return !assets.all().isEmpty();
  }

  /** The nearest of each kind within reach, nearest first. */
  List<Nearby> of(double lon, double lat) {
    Map<AssetKind, NearbyAsset> nearest = new EnumMap<>(AssetKind.class);
    for (NearbyAsset found : assets.near(lon, lat, REACH_METRES)) {
      nearest.putIfAbsent(found.asset().kind(), found);
    }
    return nearest.values().stream()
        .sorted(Comparator.comparingDouble(NearbyAsset::metres))
        .map(
            found ->
                new Nearby(
                    found.asset().kind().name(),
                    found.asset().name(),
                    Math.toIntExact(Math.round(found.metres())),
                    found.asset().opens(),
                    found.asset().closes()))
        .toList();
  }
}
