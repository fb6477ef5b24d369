package org.cscc.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cscc.demo.StreetGrid.Face;
import org.cscc.places.Areas;
import org.cscc.places.Asset;
import org.cscc.places.AssetKind;
import org.cscc.places.Assets;
import org.cscc.places.Boundaries;
import org.cscc.places.CommunityArea;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invented schools, parks, libraries, stations and businesses, spread over the areas. */
@Component
@Order(20)
class DemoPlaces implements DemoPart {
  private static final String SOURCE = "synthetic";
  private static final double REACH_MILES = 0.7;

  private final Areas areas;
  private final Boundaries boundaries;
  private final Assets assets;

  DemoPlaces(Areas areas, Boundaries boundaries, Assets assets) {
    this.areas = areas;
    this.boundaries = boundaries;
    this.assets = assets;
  }

  /** How many of a kind an area has, what they are called, and when they are usually open. */
  private record Kind(AssetKind kind, int count, String name, int opens, int closes) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(AssetKind.SCHOOL, 3, "School", 8, 16),
          new Kind(AssetKind.PARK, 2, "Park", 6, 23),
          new Kind(AssetKind.LIBRARY, 1, "Library", 10, 18),
          new Kind(AssetKind.TRANSIT, 3, "Stop", 5, 23),
          new Kind(AssetKind.BUSINESS, 5, "Grocery", 8, 22),
          new Kind(AssetKind.PLACE_OF_WORSHIP, 2, "Chapel", 9, 20));

  /** Puts the city's places in the stead of those that are there. */
  @Override
  public void begin(long seed) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    List<Asset> all = new ArrayList<>();
    for (CommunityArea area : areas.all()) {
      List<Face> faces = StreetGrid.around(area.centerLon(), area.centerLat(), REACH_MILES);
      for (Kind kind : KINDS) {
        for (int i = 0; i < kind.count(); i++) {
          all.add(place(kind, faces.get(random.nextInt(faces.size()))));
        }
      }
    }
    Face scene = new CityScenes(areas, boundaries).face();
    if (scene != null) {
      all.add(place(KINDS.getFirst(), scene)); // where something happens, a school is near
    }
    assets.replaceAll(all);
  }

  /** Takes every place away. */
  @Override
  public void remove() {
    assets.replaceAll(List.of());
  }

  /** Named after the street it stands on, as many real ones are. */
  private static Asset place(Kind kind, Face face) {
    String street = face.street().charAt(0) + face.street().substring(1).toLowerCase(Locale.ROOT);
    return new Asset(
        kind.kind(),
        street + " " + kind.name() + " " + face.hundred() * 100 + " " + face.side(),
        face.lon(),
        face.lat(),
        LocalTime.of(kind.opens(), 0),
        LocalTime.of(kind.closes(), 0),
        SOURCE);
  }
}
