package org.cscc.incidents.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.cscc.incidents.HarmKind;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.OccurredPrecision;
import org.cscc.incidents.Standing;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a row into a report, or says which rule turns the row away. One thread. */
public final class RowParser {
  private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);

  private final Layout layout;
  private final Points points;
  private final Instant newest;
  private final PlaceWords placeWords = new PlaceWords();

  /**
   * A parser for one file.
   *
   * @param newest no row may be later than this
   */
  public RowParser(Layout layout, AreaWords areas, Instant newest) {
    this.layout = layout;
    this.points = new Points(layout, areas);
    this.newest = newest;
  }

  /**
   * Reads a row.
   *
   * @param cells what is not in the file, or empty, is not in the map
   */
  Parsed parse(Map<Field, String> cells) {
    Object when = moment(cells);
    if (when instanceof Rejection rejection) {
      return rejection;
    }
    Identity identity = new Identity(layout, cells);
    @Nullable Rejection unknown = identity.rejection();
    if (unknown != null) {
      return unknown;
    }
    @Nullable IncidentType type = type(cells);
    if (type == null) {
      return new Rejection(Rule.NO_TYPE, layout.word(Field.TYPE), null);
    }
    Points.Place place = points.read(cells);
    if (place.rejection() != null) {
      return place.rejection();
    }
    return report(cells, (Moment) when, identity, type, place);
  }

  private Object moment(Map<Field, String> cells) {
    @Nullable String cell = cells.get(Field.DATE);
    String column = layout.word(Field.DATE);
    if (cell == null) {
      return new Rejection(Rule.NO_DATE, column, null);
    }
    @Nullable Moment moment =
        layout.dates().isEmpty()
            ? Moment.read(cell, layout.zone())
            : Moment.read(cell, layout.zone(), layout.dates());
    if (moment == null) {
      return Rejection.of(Rule.BAD_DATE, column, cell);
    }
    if (moment.instant().isAfter(newest)) {
      return Rejection.of(Rule.FUTURE_DATE, column, cell);
    }
    return moment.day().isBefore(OLDEST) ? Rejection.of(Rule.OLD_DATE, column, cell) : moment;
  }

  private @Nullable IncidentType type(Map<Field, String> cells) {
    @Nullable String cell = cells.get(Field.TYPE);
    @Nullable String iucr = Offence.iucr(cells.get(Field.IUCR));
    @Nullable Map<String, IncidentType> own = layout.types();
    if (own != null) {
      return cell == null
          ? null
          : own.getOrDefault(cell.toUpperCase(Locale.ROOT), layout.otherwise());
    }
    if (cell == null && (iucr == null || layout.feed() == Feed.VICTIMS)) {
      return null;
    }
    String primary = cell == null ? "" : cell.toUpperCase(Locale.ROOT);
    if (layout.feed() == Feed.VICTIMS) {
      return primary.equals("HOMICIDE")
          ? IncidentType.HOMICIDE
          : yes(cells.get(Field.GUNSHOT)) || primary.startsWith("NON-FATAL")
              ? IncidentType.NONFATAL_SHOOTING
              : IncidentType.OTHER;
    }
    @Nullable String description = cells.get(Field.DESCRIPTION);
    return Offence.of(
        iucr, primary, description == null ? "" : description.toUpperCase(Locale.ROOT));
  }

  private Report report(
      Map<Field, String> cells,
      Moment moment,
      Identity identity,
      IncidentType type,
      Points.Place place) {
    @Nullable HarmKind kind = kind(type);
    boolean gunshot = type == IncidentType.NONFATAL_SHOOTING || yes(cells.get(Field.GUNSHOT));
    boolean domestic = yes(cells.get(Field.DOMESTIC));
    @Nullable String iucr = Offence.iucr(cells.get(Field.IUCR));
    @Nullable String block = Block.of(cells.get(Field.BLOCK));
    Report report =
        new Report(
            layout.feed(),
            "",
            "",
            identity.withCase(),
            0,
            updated(cells.get(Field.UPDATED)),
            type,
            kind,
            gunshot,
            domestic,
            iucr,
            moment.instant(),
            moment.day(),
            moment.timed() ? OccurredPrecision.MINUTE : OccurredPrecision.DAY,
            block,
            place.lon(),
            place.lat(),
            place.stated() != null ? place.stated() : place.computed(),
            place.stated(),
            place.computed(),
            placeWords.of(cells.get(Field.LOCATION)),
            standing(cells.get(Field.STATUS)),
            Person.age(cells.get(Field.AGE)),
            Person.sex(cells.get(Field.SEX)),
            Person.race(cells.get(Field.RACE)));
    return identity.named(report, cells);
  }

  private @Nullable HarmKind kind(IncidentType type) {
    return switch (type) {
      case HOMICIDE, DV_HOMICIDE -> HarmKind.HOMICIDE;
      case NONFATAL_SHOOTING -> HarmKind.NONFATAL_SHOOTING;
      default -> layout.feed() == Feed.VICTIMS ? HarmKind.OTHER : null;
    };
  }

  private @Nullable Instant updated(@Nullable String cell) {
    @Nullable Moment moment = cell == null ? null : Moment.read(cell, layout.zone());
    return moment == null ? null : moment.instant();
  }

  private Standing standing(@Nullable String cell) {
    return cell == null
        ? Standing.COUNTED
        : layout.standings().getOrDefault(cell.toUpperCase(Locale.ROOT), Standing.COUNTED);
  }

  static boolean yes(@Nullable String cell) {
    return cell != null
        && (cell.equalsIgnoreCase("true")
            || cell.equalsIgnoreCase("yes")
            || cell.equalsIgnoreCase("y")
            || cell.equals("1"));
  }
}
