package org.cscc.incidents.feed;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cscc.incidents.IncidentType;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/** The formats that are built in, told by their header in whatever style it is written. */
public final class Formats {
  /** The City's crimes export. */
  public static final String CRIMES = "crimes";

  /** The City's file of people harmed. */
  public static final String VICTIMIZATIONS = "victimizations";

  private static final Map<String, Field> CRIMES_COLUMNS =
      Map.ofEntries(
          entry("id", Field.ID),
          entry("casenumber", Field.CASE),
          entry("date", Field.DATE),
          entry("block", Field.BLOCK),
          entry("iucr", Field.IUCR),
          entry("primarytype", Field.TYPE),
          entry("description", Field.DESCRIPTION),
          entry("locationdescription", Field.LOCATION),
          entry("domestic", Field.DOMESTIC),
          entry("communityarea", Field.AREA),
          entry("latitude", Field.LATITUDE),
          entry("longitude", Field.LONGITUDE),
          entry("updatedon", Field.UPDATED));

  private static final Map<String, Field> VICTIMS_COLUMNS =
      Map.ofEntries(
          entry("uniqueid", Field.ID),
          entry("casenumber", Field.CASE),
          entry("date", Field.DATE),
          entry("block", Field.BLOCK),
          entry("victimizationiucrcd", Field.IUCR),
          entry("victimizationprimary", Field.TYPE),
          entry("victimizationsecondary", Field.DESCRIPTION),
          entry("gunshotinjuryi", Field.GUNSHOT),
          entry("communityarea", Field.AREA),
          entry("age", Field.AGE),
          entry("sex", Field.SEX),
          entry("race", Field.RACE),
          entry("updated", Field.UPDATED),
          entry("locationdescription", Field.LOCATION),
          entry("latitude", Field.LATITUDE),
          entry("longitude", Field.LONGITUDE));

  private Formats() {}

  /**
   * Tells the format of a header.
   *
   * @param forced the format that it must be, or null
   */
  public static Layout detect(List<String> header, @Nullable String forced) throws FileRefused {
    List<String> keys = header.stream().map(Formats::key).toList();
    refuseWhatIsNoHeader(header, keys);
    refuseTwins(header, keys);
    if (keys.contains("numberofvictims") || keys.contains("timeperiod")) {
      throw new FileRefused(Rule.AGGREGATED);
    }
    if (forced != null && !forced.equals(CRIMES) && !forced.equals(VICTIMIZATIONS)) {
      throw new FileRefused(Rule.OTHER_FORMAT, forced);
    }
    List<String> victims = missing(keys, "uniqueid", "date", "victimizationprimary");
    List<String> crimes = missing(keys, "date", "primarytype");
    if (victims.isEmpty() && !CRIMES.equals(forced)) {
      return layout(VICTIMIZATIONS, Feed.VICTIMS, header, keys, VICTIMS_COLUMNS);
    }
    if (crimes.isEmpty() && !VICTIMIZATIONS.equals(forced)) {
      return layout(CRIMES, Feed.CRIMES, header, keys, CRIMES_COLUMNS);
    }
    if (forced != null && (victims.isEmpty() || crimes.isEmpty())) {
      throw new FileRefused(Rule.OTHER_FORMAT, forced);
    }
    throw new FileRefused(
        Rule.UNKNOWN_HEADER, String.join(", ", victims.size() < crimes.size() ? victims : crimes));
  }

  /** Letters and digits only, lower case: Case Number, case_number and CaseNumber are one. */
  static String key(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  static void refuseTwins(List<String> header, List<String> keys) throws FileRefused {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).isEmpty() && !seen.add(keys.get(i))) {
        throw new FileRefused(Rule.DUPLICATE_COLUMN, header.get(i));
      }
    }
  }

  private static void refuseWhatIsNoHeader(List<String> header, List<String> keys)
      throws FileRefused {
    if (keys.size() == 1) {
      String only = header.getFirst();
      if (only.indexOf(';') >= 0 || only.indexOf('\t') >= 0 || only.indexOf('|') >= 0) {
        throw new FileRefused(Rule.DELIMITER);
      }
    }
    boolean known =
        keys.stream()
            .anyMatch(k -> CRIMES_COLUMNS.containsKey(k) || VICTIMS_COLUMNS.containsKey(k));
    long numbers = header.stream().filter(cell -> cell.matches("[0-9./: -]*[0-9].*")).count();
    if (!known && numbers >= 2) {
      throw new FileRefused(Rule.NO_HEADER);
    }
  }

  private static List<String> missing(List<String> keys, String... needed) {
    List<String> missing = new ArrayList<>(List.of(needed));
    missing.removeAll(keys);
    return missing;
  }

  private static Layout layout(
      String name, Feed feed, List<String> header, List<String> keys, Map<String, Field> known) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Map<String, Field> left = new HashMap<>(known);
    for (int i = 0; i < keys.size(); i++) {
      Field field = left.remove(keys.get(i));
      if (field != null) {
        columns.put(field, i);
      }
    }
    return new Layout(
        name,
        feed,
        ',',
        header,
        Map.copyOf(columns),
        ReviewWeek.CHICAGO,
        List.of(),
        null,
        IncidentType.OTHER,
        Map.of());
  }
}
