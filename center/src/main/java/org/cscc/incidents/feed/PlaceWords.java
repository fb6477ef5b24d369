package org.cscc.incidents.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cscc.incidents.LocationClass;
import org.jspecify.annotations.Nullable;

/** Sorts the feed's words for a place into few classes; the words themselves are not kept. */
final class PlaceWords {
  private record Word(String part, LocationClass means) {}

  /** The first part that occurs decides, so that a vacant lot is no parking lot. */
  private static final List<Word> WORDS =
      List.of(
          new Word("VACANT LOT", LocationClass.VACANT_LOT),
          new Word("ABANDONED", LocationClass.VACANT_BUILDING),
          new Word("VACANT", LocationClass.VACANT_BUILDING),
          new Word("CTA", LocationClass.TRANSIT),
          new Word("RAILROAD", LocationClass.TRANSIT),
          new Word("AIRPORT", LocationClass.TRANSIT),
          new Word("AIRCRAFT", LocationClass.TRANSIT),
          new Word("BUS STOP", LocationClass.TRANSIT),
          new Word("SCHOOL", LocationClass.SCHOOL_GROUNDS),
          new Word("COLLEGE", LocationClass.SCHOOL_GROUNDS),
          new Word("GAS STATION", LocationClass.GAS_STATION),
          new Word("PARKING", LocationClass.OTHER),
          new Word("PARK", LocationClass.PARK),
          new Word("PLAY LOT", LocationClass.PARK),
          new Word("FOREST PRESERVE", LocationClass.PARK),
          new Word("ALLEY", LocationClass.ALLEY),
          new Word("GANGWAY", LocationClass.ALLEY),
          new Word("STREET", LocationClass.STREET),
          new Word("SIDEWALK", LocationClass.STREET),
          new Word("EXPRESSWAY", LocationClass.STREET),
          new Word("BRIDGE", LocationClass.STREET),
          new Word("NURSING", LocationClass.OTHER),
          new Word("HOSPITAL", LocationClass.OTHER),
          new Word("POLICE", LocationClass.OTHER),
          new Word("AUTO REPAIR", LocationClass.BUSINESS),
          new Word("VEHICLE", LocationClass.VEHICLE),
          new Word("TAXI", LocationClass.VEHICLE),
          new Word("TRUCK", LocationClass.VEHICLE),
          new Word("RESIDEN", LocationClass.RESIDENCE),
          new Word("APARTMENT", LocationClass.RESIDENCE),
          new Word("PORCH", LocationClass.RESIDENCE),
          new Word("CHA ", LocationClass.RESIDENCE),
          new Word("YARD", LocationClass.RESIDENCE),
          new Word("HALLWAY", LocationClass.RESIDENCE),
          new Word("STAIRWELL", LocationClass.RESIDENCE),
          new Word("VESTIBULE", LocationClass.RESIDENCE),
          new Word("BASEMENT", LocationClass.RESIDENCE),
          new Word("DRIVEWAY", LocationClass.RESIDENCE),
          new Word("COACH HOUSE", LocationClass.RESIDENCE),
          new Word("STORE", LocationClass.BUSINESS),
          new Word("RESTAURANT", LocationClass.BUSINESS),
          new Word("TAVERN", LocationClass.BUSINESS),
          new Word("BANK", LocationClass.BUSINESS),
          new Word("HOTEL", LocationClass.BUSINESS),
          new Word("MOTEL", LocationClass.BUSINESS),
          new Word("BUSINESS", LocationClass.BUSINESS),
          new Word("BARBER", LocationClass.BUSINESS),
          new Word("CLUB", LocationClass.BUSINESS),
          new Word("CAR WASH", LocationClass.BUSINESS),
          new Word("CURRENCY EXCHANGE", LocationClass.BUSINESS),
          new Word("OFFICE", LocationClass.BUSINESS),
          new Word("ATM", LocationClass.BUSINESS),
          new Word("FACTORY", LocationClass.BUSINESS),
          new Word("WAREHOUSE", LocationClass.BUSINESS));

  private static final Map<String, LocationClass> WHOLE =
      Map.of(
          "AUTO", LocationClass.VEHICLE,
          "HOUSE", LocationClass.RESIDENCE,
          "GARAGE", LocationClass.RESIDENCE,
          "RIVER BANK", LocationClass.OTHER);

  /** Files repeat the same few words; not shared between threads. */
  private final Map<String, LocationClass> known = new HashMap<>(WHOLE);

  LocationClass of(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return LocationClass.OTHER;
    }
    LocationClass means = known.get(cell);
    if (means == null) {
      means = sort(cell.toUpperCase(Locale.ROOT).strip());
      if (known.size() < 5000) {
        known.put(cell, means);
      }
    }
    return means;
  }

  private static LocationClass sort(String words) {
    return WORDS.stream()
        .filter(word -> words.contains(word.part()))
        .map(Word::means)
        .findFirst()
        .orElse(WHOLE.getOrDefault(words, LocationClass.OTHER));
  }
}
