package org.cscc.incidents.feed;

import java.util.Locale;
import java.util.Set;
import org.cscc.incidents.AgeBand;
import org.jspecify.annotations.Nullable;

/** The few published attributes of a person harmed; any word that is not one of them is dropped. */
final class Person {
  static final String UNKNOWN = "UNK";
  private static final Set<String> RACES =
      Set.of("BLK", "WHI", "WWH", "WBH", "API", "I", "BLACK", "WHITE", "HISPANIC", "ASIAN");

  private Person() {}

  static String sex(@Nullable String cell) {
    String word = cell == null ? "" : cell.strip().toUpperCase(Locale.ROOT);
    return word.startsWith("M") && word.length() <= 4
        ? "M"
        : word.equals("F") || word.equals("FEMALE") ? "F" : word.equals("X") ? "X" : UNKNOWN;
  }

  static String race(@Nullable String cell) {
    String word = cell == null ? "" : cell.strip().toUpperCase(Locale.ROOT);
    return RACES.contains(word) ? word : UNKNOWN;
  }

  /** A band as the City publishes it ("20-29"), one of ours ("18-24"), or an age in years. */
  static AgeBand age(@Nullable String cell) {
    String word = cell == null ? "" : cell.strip().replace('\u2013', '-');
    return switch (word) {
      case "0-17" -> AgeBand.AGE_0_17;
      case "18-24" -> AgeBand.AGE_18_24;
      case "25-34" -> AgeBand.AGE_25_34;
      case "35-44" -> AgeBand.AGE_35_44;
      case "45-54" -> AgeBand.AGE_45_54;
      case "55+" -> AgeBand.AGE_55_PLUS;
      case "0-19" -> AgeBand.AGE_0_19;
      case "20-29" -> AgeBand.AGE_20_29;
      case "30-39" -> AgeBand.AGE_30_39;
      case "40-49" -> AgeBand.AGE_40_49;
      case "50-59" -> AgeBand.AGE_50_59;
      case "60-69" -> AgeBand.AGE_60_69;
      case "70-79" -> AgeBand.AGE_70_79;
      case "80+" -> AgeBand.AGE_80_PLUS;
      default -> word.matches("\\d{1,3}") ? years(Integer.parseInt(word)) : AgeBand.UNKNOWN;
    };
  }

  private static AgeBand years(int age) {
    if (age > 120) {
      return AgeBand.UNKNOWN;
    }
    return age < 18
        ? AgeBand.AGE_0_17
        : age < 25
            ? AgeBand.AGE_18_24
            : age < 35
                ? AgeBand.AGE_25_34
                : age < 45 ? AgeBand.AGE_35_44 : age < 55 ? AgeBand.AGE_45_54 : AgeBand.AGE_55_PLUS;
  }
}
