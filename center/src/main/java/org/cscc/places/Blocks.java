package org.cscc.places;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the many ways that files and people write a block and gives the one way of the house. A
 * house number is cut to its hundred: nothing finer is kept.
 */
public final class Blocks {
  private static final Set<String> NOTHING =
      Set.of("", "UNKNOWN", "UNK", "N/A", "NA", "NONE", "NULL", "-", "?", ".");
  private static final Pattern NUMBERED =
      Pattern.compile("^(\\d{0,5}X{1,4}|\\d{1,5})(?:\\s*-\\s*\\d{1,5})?[A-Z]?\\s+(.+)$");
  private static final Pattern BLOCK_OF =
      Pattern.compile("\\b(?:BLOCK|BLK|BLOCKS)\\b\\s*(?:OF\\b)?");
  private static final Pattern CROSSING =
      Pattern.compile("\\s*(?:/|&|@|\\bAND\\b|\\bY\\b|\\bAT\\b)\\s*");
  private static final Map<String, String> DIRECTIONS =
      Map.of("NORTH", "N", "SOUTH", "S", "EAST", "E", "WEST", "W");
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("AVENUE", "AVE"),
          Map.entry("AV", "AVE"),
          Map.entry("STREET", "ST"),
          Map.entry("STR", "ST"),
          Map.entry("BOULEVARD", "BLVD"),
          Map.entry("BLV", "BLVD"),
          Map.entry("BL", "BLVD"),
          Map.entry("DRIVE", "DR"),
          Map.entry("ROAD", "RD"),
          Map.entry("PLACE", "PL"),
          Map.entry("COURT", "CT"),
          Map.entry("TERRACE", "TER"),
          Map.entry("PARKWAY", "PKWY"),
          Map.entry("PKY", "PKWY"),
          Map.entry("LANE", "LN"),
          Map.entry("HIGHWAY", "HWY"));

  private Blocks() {}

  /**
   * The block that a cell of a file names.
   *
   * @param written such as {@code 045xx s wentworth avenue}, {@code 4512 S WENTWORTH AVE}, {@code
   *     4500 BLOCK OF S WENTWORTH} or {@code MADISON ST / PULASKI RD}
   */
  public static Block normalise(@Nullable String written) {
    String text = clean(written);
    if (NOTHING.contains(text)) {
      return Block.UNKNOWN;
    }
    String bare = BLOCK_OF.matcher(text).replaceFirst(" ").strip().replaceAll("\\s+", " ");
    Matcher numbered = NUMBERED.matcher(bare);
    if (numbered.matches() && !CROSSING.matcher(bare).find()) {
      return new Block(
          hundred(numbered.group(1)) + " " + street(numbered.group(2)), Block.Form.HUNDRED_BLOCK);
    }
    String[] streets = CROSSING.split(bare);
    if (streets.length == 2 && Arrays.stream(streets).allMatch(Blocks::isStreet)) {
      return new Block(
          Arrays.stream(streets).map(Blocks::street).sorted().collect(Collectors.joining(" / ")),
          Block.Form.INTERSECTION);
    }
    return Block.UNKNOWN;
  }

  private static String clean(@Nullable String written) {
    if (written == null) {
      return "";
    }
    return Normalizer.normalize(written, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .replaceAll(",\\s*CHICAGO.*$", "")
        .replaceAll("[.,;\"]", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The hundred of a house number, masked or not, as three digits and two crosses. */
  private static String hundred(String number) {
    int crosses = number.indexOf('X');
    String digits = crosses < 0 ? number : number.substring(0, crosses);
    int masked = crosses < 0 ? 0 : number.length() - crosses;
    // 0000X is the City's way to write a number under 100: one cross stands for one digit.
    int value = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    int hundreds = masked >= 2 ? value : masked == 1 ? value / 10 : value / 100;
    return String.format(Locale.ROOT, "%03dXX", hundreds);
  }

  private static boolean isStreet(String text) {
    return text.matches(".*[A-Z0-9].*") && !text.matches("\\d+");
  }

  private static String street(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length > 1) {
      words[0] = DIRECTIONS.getOrDefault(words[0], words[0]);
      int last = words.length - 1;
      words[last] = ENDINGS.getOrDefault(words[last], words[last]);
    }
    return String.join(" ", words);
  }
}
