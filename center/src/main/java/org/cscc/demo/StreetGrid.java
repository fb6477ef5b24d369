package org.cscc.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A grid of invented streets, ten to the mile, numbered from one corner as Chicago numbers its own:
 * eight hundreds to the mile. A street keeps its name across the whole city.
 */
final class StreetGrid {
  private static final double CORNER_LON = -87.6278;
  private static final double CORNER_LAT = 41.8819;
  private static final double MILE_LON = 1 / 51.4;
  private static final double MILE_LAT = 1 / 69.05;
  private static final double METRES_TO_THE_MILE = 1609.344;
  private static final int STREETS = 10;
  private static final int HUNDREDS = 8;

  private static final List<String> BIRDS =
      List.of(
          "WARBLER",
          "KESTREL",
          "PLOVER",
          "BITTERN",
          "SISKIN",
          "GREBE",
          "TANAGER",
          "DUNLIN",
          "VIREO",
          "WIGEON",
          "OSPREY",
          "NUTHATCH",
          "JUNCO",
          "GODWIT",
          "KINGLET",
          "TOWHEE",
          "WAXWING",
          "SANDERLING",
          "CURLEW",
          "BUNTING",
          "DOWITCHER",
          "PHOEBE",
          "FLICKER",
          "WILLET",
          "MERLIN",
          "AVOCET",
          "PIPIT",
          "SORA",
          "GADWALL",
          "BRAMBLING");

  private static final List<String> STONES =
      List.of(
          "FELDSPAR",
          "GNEISS",
          "BASALT",
          "TRAVERTINE",
          "GABBRO",
          "SERPENTINE",
          "CALCITE",
          "OBSIDIAN",
          "DOLOMITE",
          "SCHIST",
          "PORPHYRY",
          "PUMICE",
          "HEMATITE",
          "MARCASITE",
          "OLIVINE",
          "TOURMALINE",
          "PYRITE",
          "ANDESITE",
          "RHYOLITE",
          "TUFA",
          "FLUORITE",
          "BARITE",
          "LARIMAR",
          "KUNZITE",
          "ZIRCON",
          "APATITE",
          "BERYL",
          "CHERT",
          "DIABASE",
          "EPIDOTE");

  private static final List<String> KINDS = List.of("AVE", "ST", "PL", "CT", "BLVD", "TER", "RD");

  private StreetGrid() {}

  /** A place on the grid before it belongs to an area. */
  record Face(int hundred, String side, String street, String kind, double lon, double lat) {
    /** As the City writes a hundred-block. */
    String name() {
      return String.format(Locale.ROOT, "%03dXX %s %s %s", hundred, side, street, kind);
    }
  }

  /** Every block whose middle lies within the distance, in miles, east-west and north-south. */
  static List<Face> around(double lon, double lat, double miles) {
    List<Face> faces = new ArrayList<>();
    double x = (lon - CORNER_LON) / MILE_LON;
    double y = (lat - CORNER_LAT) / MILE_LAT;
    for (int street = first(x - miles, STREETS); street <= (x + miles) * STREETS; street++) {
      for (int hundred = first(y - miles, HUNDREDS); hundred <= (y + miles) * HUNDREDS; hundred++) {
        faces.add(northSouth(street, hundred));
      }
    }
    for (int street = first(y - miles, STREETS); street <= (y + miles) * STREETS; street++) {
      for (int hundred = first(x - miles, HUNDREDS); hundred <= (x + miles) * HUNDREDS; hundred++) {
        faces.add(eastWest(street, hundred));
      }
    }
    return faces;
  }

  private static int first(double miles, int toTheMile) {
    return (int) Math.ceil(miles * toTheMile);
  }

  private static Face northSouth(int street, int hundred) {
    return face(
        hundred,
        hundred < 0 ? "S" : "N",
        BIRDS,
        street,
        CORNER_LON + street * MILE_LON / STREETS,
        CORNER_LAT + (hundred + 0.5) * MILE_LAT / HUNDREDS);
  }

  private static Face eastWest(int street, int hundred) {
    return face(
        hundred,
        hundred < 0 ? "W" : "E",
        STONES,
        street,
        CORNER_LON + (hundred + 0.5) * MILE_LON / HUNDREDS,
        CORNER_LAT + street * MILE_LAT / STREETS);
  }

  /** The hundred next to the corner, on either side, is the first one. */
  private static Face face(
      int hundred, String side, List<String> names, int street, double lon, double lat) {
    return new Face(
        hundred < 0 ? -hundred : hundred + 1,
        side,
        names.get(Math.floorMod(street, names.size())),
        KINDS.get(Math.floorMod(Math.floorDiv(street, names.size()), KINDS.size())),
        rounded(lon),
        rounded(lat));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  /** Distance along the streets, in metres. */
  static double metres(double lonA, double latA, double lonB, double latB) {
    return METRES_TO_THE_MILE
        * (Math.abs(lonA - lonB) / MILE_LON + Math.abs(latA - latB) / MILE_LAT);
  }
}
