package org.cscc.requests;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cscc.incidents.PlainText;

/** The shapes of 311 files, each told by the columns of its header. */
@SuppressWarnings("ImmutableEnumChecker") // the maps are made once and not given away
enum Shape {
  /** The City's export "311 Service Requests". */
  PORTAL(
      Map.ofEntries(
          Map.entry(Cell.NUMBER, "sr_number"),
          Map.entry(Cell.TYPE, "sr_type"),
          Map.entry(Cell.DEPARTMENT, "owner_department"),
          Map.entry(Cell.STATUS, "status"),
          Map.entry(Cell.OPENED, "created_date"),
          Map.entry(Cell.MODIFIED, "last_modified_date"),
          Map.entry(Cell.CLOSED, "closed_date"),
          Map.entry(Cell.ADDRESS, "street_address"),
          Map.entry(Cell.HOUSE, "street_number"),
          Map.entry(Cell.DIRECTION, "street_direction"),
          Map.entry(Cell.STREET, "street_name"),
          Map.entry(Cell.STREET_TYPE, "street_type"),
          Map.entry(Cell.AREA, "community_area"),
          Map.entry(Cell.DUPLICATE, "duplicate"),
          Map.entry(Cell.LEGACY, "legacy_record"),
          Map.entry(Cell.PARENT, "parent_sr_number"))),
  /** An export of the system before 2018, one file for each kind of request. */
  POTHOLES(
      Map.of(
          Cell.NUMBER, "service_request_number",
          Cell.TYPE, "type_of_service_request",
          Cell.STATUS, "status",
          Cell.OPENED, "creation_date",
          Cell.CLOSED, "completion_date",
          Cell.ADDRESS, "street_address",
          Cell.AREA, "community_area")),
  /** A table of times and areas, without types and places. */
  FACTS(
      Map.of(
          Cell.NUMBER, "request_id",
          Cell.TYPE, "service_type",
          Cell.STATUS, "status",
          Cell.OPENED, "created_ts",
          Cell.CLOSED, "completed_ts",
          Cell.AREA, "community_area"));

  /** What the center reads of a row; other columns are not looked at. */
  enum Cell {
    NUMBER,
    TYPE,
    DEPARTMENT,
    STATUS,
    OPENED,
    MODIFIED,
    CLOSED,
    ADDRESS,
    HOUSE,
    DIRECTION,
    STREET,
    STREET_TYPE,
    AREA,
    DUPLICATE,
    LEGACY,
    PARENT
  }

  private static final List<Cell> NEEDED =
      List.of(Cell.NUMBER, Cell.TYPE, Cell.STATUS, Cell.OPENED, Cell.CLOSED);

  private final Map<Cell, String> columns;

  Shape(Map<Cell, String> columns) {
    this.columns = columns;
  }

  /** The name of a column in files of this shape. */
  String column(Cell cell) {
    return columns.getOrDefault(cell, "");
  }

  /** Where each cell stands in rows under a header; cells without a column are not in it. */
  Map<Cell, Integer> places(List<String> header) {
    Map<Cell, Integer> places = new HashMap<>();
    columns.forEach(
        (cell, name) -> {
          int at = header.indexOf(name);
          if (at >= 0) {
            places.put(cell, at);
          }
        });
    return places;
  }

  /** Whether its requests are of the system before 2018, whose numbers were given again. */
  boolean legacy() {
    return this == POTHOLES;
  }

  /** Whether its times are days only, written with a midnight that means nothing. */
  boolean daysOnly() {
    return this == POTHOLES;
  }

  /**
   * The shape of a file.
   *
   * @param header names of the columns in lower case with underscores
   * @throws PlainText.Unfit R-IMP-05 when it is none of them
   */
  static Shape of(List<String> header) throws PlainText.Unfit {
    Shape nearest = PORTAL;
    for (Shape shape : values()) {
      if (shape.missing(header).isEmpty()) {
        return shape;
      }
      nearest = shape.missing(header).size() < nearest.missing(header).size() ? shape : nearest;
    }
    throw new PlainText.Unfit("R-IMP-05", String.join(", ", nearest.missing(header)));
  }

  private Collection<String> missing(List<String> header) {
    return NEEDED.stream().map(this::column).filter(name -> !header.contains(name)).toList();
  }
}
