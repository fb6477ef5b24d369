package org.cscc.places;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.places.AssetOutcome.Applied;
import org.cscc.places.AssetOutcome.Quarantined;
import org.cscc.places.AssetOutcome.Refused;
import org.cscc.places.AssetOutcome.Reject;
import org.cscc.places.BoundaryFile.NotTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings in the places of one kind from a file, in the stead of those that are there. Only name,
 * point and hours are kept: a list of places may hold names and telephone numbers of people.
 */
@Component
class AssetImport {
  private static final List<String> NAMES =
      List.of(
          "name",
          "short_name",
          "school_name",
          "park",
          "name_",
          "station_name",
          "facility",
          "title");
  private static final List<String> LON = List.of("lon", "longitude", "lng", "x", "long");
  private static final List<String> LAT = List.of("lat", "latitude", "y");
  private static final double FAR_DEGREES = 0.7;

  private final Assets assets;
  private final Areas areas;
  private final HomeState home;

  AssetImport(Assets assets, Areas areas, HomeState home) {
    this.assets = assets;
    this.areas = areas;
    this.home = home;
  }

  AssetOutcome apply(Path file, AssetKind kind, boolean dryRun) {
    if (home.kind() == HomeKind.DEMO) {
      return new Refused(
          "R-HOME-01",
          "This home holds the synthetic demo city; real places and the demo never mix. Use another"
              + " CSCC_HOME.");
    }
    try {
      List<Map<String, String>> rows = AssetFile.rows(file);
      List<Reject> rejects = new ArrayList<>();
      List<Asset> accepted = new ArrayList<>();
      String source = file.getFileName().toString();
      for (int i = 0; i < rows.size(); i++) {
        Reject reject = accept(i + 1, rows.get(i), kind, source, accepted);
        if (reject != null) {
          rejects.add(reject);
        }
      }
      if (accepted.size() < rejects.size()) {
        return new Quarantined(rows.size(), accepted.size(), rejects);
      }
      if (!dryRun) {
        home.claim(HomeKind.REAL);
        assets.replace(kind, accepted);
      }
      return new Applied(rows.size(), accepted.size(), rejects);
    } catch (NotTaken refusal) {
      return new Refused(refusal.problem().rule(), refusal.problem().what());
    }
  }

  /** Accepts the place of a row, or says why there is none. */
  private @Nullable Reject accept(
      int row, Map<String, String> cells, AssetKind kind, String source, List<Asset> accepted) {
    String name = first(cells, NAMES);
    if (name == null || name.length() > 200) {
      return new Reject(row, "R-PLACE-12", "The name is missing or longer than 200 letters.");
    }
    Double lon = number(first(cells, LON));
    Double lat = number(first(cells, LAT));
    if (lon == null || lat == null) {
      return new Reject(
          row,
          "R-PLACE-13",
          "Longitude or latitude is missing or no number (columns lon and lat).");
    }
    if (areas.all().stream()
        .noneMatch(
            area -> Math.hypot(area.centerLon() - lon, area.centerLat() - lat) < FAR_DEGREES)) {
      return new Reject(
          row,
          "R-PLACE-14",
          "The point is not near the city. Longitude comes first and both are degrees (WGS84).");
    }
    accepted.add(
        new Asset(
            kind, name, lon, lat, time(cells.get("opens")), time(cells.get("closes")), source));
    return null;
  }

  private static @Nullable String first(Map<String, String> cells, List<String> columns) {
    return columns.stream()
        .map(column -> cells.getOrDefault(column, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Double number(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * A time as {@code 08:30}; hours that are written otherwise are unknown, not a reason to refuse.
   */
  private static @Nullable LocalTime time(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
