package org.cscc.requests;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the City's words for requests and departments mean with us: the types of the 311 contract
 * (F4) and the owners of the City's export. A word that is not here is kept as it is written and
 * counts as unmapped.
 */
final class CityWords {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("ALLEY LIGHT OUT", "ALLEY_LIGHT_OUT"),
          Map.entry("ALLEY LIGHT OUT COMPLAINT", "ALLEY_LIGHT_OUT"),
          Map.entry("STREET LIGHT OUT", "STREET_LIGHT_OUT"),
          Map.entry("STREET LIGHTS - ALL/OUT", "STREET_LIGHT_OUT"),
          Map.entry("STREET LIGHT - 1/OUT", "STREET_LIGHT_OUT"),
          Map.entry("STREET LIGHT POLE DAMAGE", "LIGHT_POLE_DAMAGE"),
          Map.entry("VIADUCT LIGHT OUT", "VIADUCT_LIGHT_OUT"),
          Map.entry("POTHOLE IN STREET", "POTHOLE"),
          Map.entry("POT HOLE IN STREET", "POTHOLE"),
          Map.entry("ALLEY POTHOLE", "POTHOLE"),
          Map.entry("ALLEY GRADING", "ALLEY_GRADING"),
          Map.entry("SIDEWALK INSPECTION", "SIDEWALK_INSPECTION"),
          Map.entry("TRAFFIC SIGNAL OUT", "TRAFFIC_SIGNAL_OUT"),
          Map.entry("STOP SIGN REPAIR", "STOP_SIGN_REPAIR"),
          Map.entry("SIGN REPAIR REQUEST - STOP SIGN", "STOP_SIGN_REPAIR"),
          Map.entry("SPEED HUMP REPAIR", "SPEED_HUMP_REPAIR"),
          Map.entry("GRAFFITI REMOVAL", "GRAFFITI_REMOVAL"),
          Map.entry("CLEAN VACANT LOT", "CLEAN_VACANT_LOT"),
          Map.entry("WEED REMOVAL", "WEED_REMOVAL"),
          Map.entry("FLY DUMPING", "FLY_DUMPING"),
          Map.entry("ILLEGAL DUMPING", "FLY_DUMPING"),
          Map.entry("SANITATION CODE VIOLATION", "SANITATION_VIOLATION"),
          Map.entry("STREET CLEANING", "STREET_CLEANING"),
          Map.entry("STREET CLEANING REQUEST", "STREET_CLEANING"),
          Map.entry("RODENT BAITING", "RODENT_BAITING"),
          Map.entry("RODENT BAITING/RAT COMPLAINT", "RODENT_BAITING"),
          Map.entry("TREE TRIM", "TREE_TRIM"),
          Map.entry("TREE TRIM REQUEST", "TREE_TRIM"),
          Map.entry("TREE DEBRIS", "TREE_DEBRIS"),
          Map.entry("TREE DEBRIS CLEAN-UP REQUEST", "TREE_DEBRIS"),
          Map.entry("TREE PLANTING", "TREE_PLANTING"),
          Map.entry("TREE PLANTING REQUEST", "TREE_PLANTING"),
          Map.entry("ABANDONED VEHICLE", "ABANDONED_VEHICLE"),
          Map.entry("ABANDONED VEHICLE COMPLAINT", "ABANDONED_VEHICLE"),
          Map.entry("VACANT/ABANDONED BUILDING", "VACANT_BUILDING"),
          Map.entry("VACANT/ABANDONED BUILDING COMPLAINT", "VACANT_BUILDING"),
          Map.entry("OPEN HYDRANT", "OPEN_HYDRANT"),
          Map.entry("OPEN FIRE HYDRANT COMPLAINT", "OPEN_HYDRANT"),
          Map.entry("PARK REPAIR/MAINTENANCE", "PARK_REPAIR"),
          Map.entry("BUSINESS COMPLAINTS", "BUSINESS_COMPLAINT"),
          Map.entry("LIQUOR ESTABLISHMENT COMPLAINT", "BUSINESS_COMPLAINT"));

  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("STREETS AND SANITATION", "DSS"),
          Map.entry("STREETS & SANITATION", "DSS"),
          Map.entry("TRANSPORTATION", "CDOT"),
          Map.entry("BUILDINGS", "DOB"),
          Map.entry("WATER MANAGEMENT", "DWM"),
          Map.entry("CHICAGO PARK DISTRICT", "PARKS"),
          Map.entry("PUBLIC HEALTH", "CDPH"),
          Map.entry("BUSINESS AFFAIRS AND CONSUMER PROTECTION", "BACP"));

  private CityWords() {}

  /** Code of the service that a request of this type asks for. */
  static Optional<String> service(String type) {
    return Optional.ofNullable(TYPES.get(word(type)));
  }

  /** Code of an organization, or the City's own words when they name none of ours. */
  static String department(String owner) {
    String word = word(owner);
    int dash = word.indexOf(" - ");
    if (dash > 1 && dash <= 5) {
      return word.substring(0, dash);
    }
    String known = OWNERS.get(word);
    String written = owner.strip().replaceAll("\\s+", " ");
    return known == null ? written.substring(0, Math.min(80, written.length())) : known;
  }

  private static String word(String written) {
    return written.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }
}
