package org.cscc.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.places.Asset;
import org.cscc.places.Assets;
import org.cscc.places.NearbyAsset;
import org.springframework.stereotype.Component;

/** Finds the places that people depend on near incidents. */
@Component
class AffectedPlaces {
  /** At the door: about half a block. */
  private static final double AT_THE_DOOR = 150;

  /** On the way: about five minutes on foot. */
  private static final double ON_THE_WAY = 400;

  private final Assets assets;

  AffectedPlaces(Assets assets) {
    this.assets = assets;
  }

  /** Places within 400 m of the incidents, the nearest first. */
  List<AffectedPlace> near(List<Happening> incidents) {
    record Meeting(Happening incident, double metres) {}

    Map<Asset, List<Meeting>> meetings = new LinkedHashMap<>();
    for (Happening incident : incidents) {
      if (incident.placed()) {
        for (NearbyAsset near : assets.near(incident.lon(), incident.lat(), ON_THE_WAY)) {
          meetings
              .computeIfAbsent(near.asset(), none -> new ArrayList<>())
              .add(new Meeting(incident, near.metres()));
        }
      }
    }
    List<AffectedPlace> places = new ArrayList<>();
    meetings.forEach(
        (asset, met) -> {
          Meeting nearest =
              met.stream().min(Comparator.comparingDouble(Meeting::metres)).orElseThrow();
          long atTheDoor = met.stream().filter(m -> m.metres() <= AT_THE_DOOR).count();
          places.add(
              new AffectedPlace(
                  asset.kind(),
                  asset.name(),
                  Math.round(nearest.metres()),
                  nearest.incident().id(),
                  nearest.incident().on(),
                  (int) atTheDoor,
                  met.size()));
        });
    places.sort(Comparator.comparingLong(AffectedPlace::metres).thenComparing(AffectedPlace::name));
    return List.copyOf(places);
  }
}
