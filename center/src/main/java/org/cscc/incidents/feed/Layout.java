package org.cscc.incidents.feed;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How a file's rows are to be read.
 *
 * @param name of the format
 * @param header the columns in the file's own words
 * @param columns position of each field that the file has
 * @param zone of times without an offset
 * @param dates patterns of a mapping; empty for the formats built in
 * @param types a mapping's own words for types; null for the City's codes
 * @param otherwise the type of words that the mapping does not name
 * @param standings a mapping's own words for what does not count
 */
public record Layout(
    String name,
    Feed feed,
    char delimiter,
    List<String> header,
    Map<Field, Integer> columns,
    ZoneId zone,
    List<DateTimeFormatter> dates,
    @Nullable Map<String, IncidentType> types,
    IncidentType otherwise,
    Map<String, Standing> standings) {
  int column(Field field) {
    return columns.getOrDefault(field, -1);
  }

  boolean has(Field field) {
    return column(field) >= 0;
  }

  /** The file's own word for a field's column. */
  String word(Field field) {
    return has(field) ? header.get(column(field)) : field.name();
  }

  /** Whether rows carry an id, so that a corrected row is known again. */
  public boolean hasIds() {
    return has(Field.ID);
  }
}
