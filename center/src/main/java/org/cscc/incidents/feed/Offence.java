package org.cscc.incidents.feed;

import java.util.Set;
import org.cscc.incidents.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * What the City's codes and words mean. A homicide is what the feed itself calls one: all of 0110
 * to 0142. Battery by a gun is the stand-in for a non-fatal shooting: the codes of battery whose
 * City description names a handgun or another firearm.
 */
final class Offence {
  private static final Set<String> KILLING = Set.of("0110", "0130", "0141", "0142");
  private static final Set<String> GUN_BATTERY =
      Set.of("041A", "041B", "0450", "0451", "0480", "0481", "0488", "0489");
  private static final String DISCHARGE = "1477";

  private Offence() {}

  /**
   * The type of a row of the crimes export.
   *
   * @param iucr four characters, or null when the file has none
   * @param primary the primary type in capitals
   * @param description the description in capitals
   */
  static IncidentType of(@Nullable String iucr, String primary, String description) {
    if (iucr != null) {
      if (KILLING.contains(iucr)) {
        return IncidentType.HOMICIDE;
      }
      if (GUN_BATTERY.contains(iucr)) {
        return IncidentType.NONFATAL_SHOOTING;
      }
      if (iucr.equals(DISCHARGE)) {
        return IncidentType.SHOTS_FIRED;
      }
    }
    return switch (primary) {
      case "HOMICIDE" -> IncidentType.HOMICIDE;
      case "BATTERY" -> battery(description);
      case "WEAPONS VIOLATION" ->
          description.startsWith("RECKLESS FIREARM DISCHARGE")
              ? IncidentType.SHOTS_FIRED
              : IncidentType.OTHER;
      default -> IncidentType.OTHER;
    };
  }

  private static IncidentType battery(String description) {
    if (!description.startsWith("AGG")) {
      return IncidentType.OTHER;
    }
    return description.contains("HANDGUN") || description.contains("FIREARM")
        ? IncidentType.NONFATAL_SHOOTING
        : IncidentType.AGG_BATTERY;
  }

  /** Four capitals or digits with the leading zeros that a spreadsheet takes away; null if none. */
  static @Nullable String iucr(@Nullable String cell) {
    if (cell == null || cell.isEmpty() || cell.length() > 4) {
      return null;
    }
    String code = cell.toUpperCase(java.util.Locale.ROOT);
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) {
        return null;
      }
    }
    return code.length() == 4 ? code : "0".repeat(4 - code.length()) + code;
  }
}
