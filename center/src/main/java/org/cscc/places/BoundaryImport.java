package org.cscc.places;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.BoundaryCheck.Found;
import org.cscc.places.BoundaryFile.NotTaken;
import org.cscc.places.BoundaryOutcome.Applied;
import org.cscc.places.BoundaryOutcome.Quarantined;
import org.cscc.places.BoundaryOutcome.Refused;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Brings in the outlines of a city's areas: all of them or none. Earlier versions stay; a running
 * center uses the new ones within some seconds.
 */
@Component
class BoundaryImport {
  private final JdbcClient jdbc;
  private final Areas areas;
  private final Boundaries boundaries;
  private final Editions editions;
  private final HomeState home;
  private final Clock clock;
  private final TransactionTemplate transaction;

  BoundaryImport(
      JdbcClient jdbc,
      Areas areas,
      Boundaries boundaries,
      Editions editions,
      HomeState home,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.areas = areas;
    this.boundaries = boundaries;
    this.editions = editions;
    this.home = home;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Checks a file and, unless it is a dry run, puts it in use. */
  BoundaryOutcome apply(Path path, BoundaryOptions options) {
    try {
      BoundaryFile file = BoundaryFile.read(path);
      JsonNode features = file.root().path("features");
      boolean sameCity = sameCity(options);
      FeatureNames names = FeatureNames.in(features, options.number(), options.name());
      BoundaryCheck check = new BoundaryCheck(areas, sameCity, options);
      GroundReading reading = check.reading(file.root());
      check.read(features, names, reading);
      if (!check.problems().isEmpty()) {
        return new Quarantined(features.size(), check.problems());
      }
      BoundaryOutcome outcome = store(file, check.found(), reading, sameCity, options);
      areas.reload();
      boundaries.reload();
      return outcome;
    } catch (NotTaken refusal) {
      return new Refused(refusal.problem());
    }
  }

  private boolean sameCity(BoundaryOptions options) throws NotTaken {
    String here = areas.all().isEmpty() ? "" : areas.all().getFirst().city();
    if (options.city() == null || options.city().equalsIgnoreCase(here)) {
      return true;
    }
    boolean used =
        jdbc.sql("select count(*) from places.boundary_version").query(Long.class).single() > 0;
    if (used || home.kind() == HomeKind.DEMO) {
      throw new NotTaken(
          "R-PLACE-10",
          "This data directory belongs to "
              + here
              + ". Another city needs its own: start with an empty"
              + " CSCC_HOME and import its boundaries first.");
    }
    return false;
  }

  private Applied store(
      BoundaryFile file,
      Map<Integer, Found> found,
      GroundReading reading,
      boolean sameCity,
      BoundaryOptions options) {
    List<String> notes = new ArrayList<>();
    if (reading != GroundReading.LON_LAT) {
      notes.add("Coordinates: " + reading.words() + ".");
    }
    int added =
        (int) found.keySet().stream().filter(n -> !sameCity || areas.byNumber(n).isEmpty()).count();
    if (options.dryRun()) {
      notes.add("Dry run: nothing was changed.");
      return new Applied(found.size(), added, 0, false, notes);
    }
    return transaction.execute(
        status -> {
          home.claim(HomeKind.REAL);
          Optional<Long> same = inUse(file);
          if (same.isPresent()) {
            return new Applied(found.size(), 0, same.get(), true, notes);
          }
          long version = editions.next("boundaries");
          if (!sameCity) {
            forgetCity();
          }
          String city = options.city() == null ? areas.all().getFirst().city() : options.city();
          found.values().forEach(area -> addArea(area, city));
          editions.next("areas");
          addVersion(file, version, found.size(), options, String.join(" ", notes));
          addOutlines(version, List.copyOf(found.values()));
          return new Applied(found.size(), added, version, false, notes);
        });
  }

  /** The version in use, if this very file made it. Waits for another import to end. */
  private Optional<Long> inUse(BoundaryFile file) {
    jdbc.sql("select number from places.edition where what = 'boundaries' for update")
        .query(Long.class)
        .single();
    return jdbc.sql(
            """
            select version from places.boundary_version
            where version = (select max(version) from places.boundary_version) and sha256 = ?
            """)
        .param(file.sha256())
        .query(Long.class)
        .optional();
  }

  private void forgetCity() {
    for (String table : List.of("priority_area", "priority_list", "area_alias", "area")) {
      jdbc.sql("delete from places." + table).update();
    }
  }

  /** Adds an area that is not known yet; a known one keeps its name. */
  private void addArea(Found found, String city) {
    var center = found.outline().getInteriorPoint().getCoordinate();
    jdbc.sql(
            """
            insert into places.area (number, name, city, side, center_lon, center_lat)
            values (?, ?, ?, 'CITY', ?, ?) on conflict (number) do nothing
            """)
        .params(
            found.area(),
            found.name() == null ? "Area " + found.area() : Names.readable(found.name()),
            city,
            Math.round(center.x * 1000) / 1000.0,
            Math.round(center.y * 1000) / 1000.0)
        .update();
  }

  private void addVersion(
      BoundaryFile file, long version, int count, BoundaryOptions options, String notes) {
    Instant asOf =
        options.asOf() == null
            ? clock.instant()
            : options.asOf().atStartOfDay(ReviewWeek.CHICAGO).toInstant();
    jdbc.sql(
            """
            insert into places.boundary_version (version, source, sha256, as_of, imported_at, areas, notes)
            values (?, left(?, 200), ?, ?, ?, ?, ?)
            """)
        .params(version, file.name(), file.sha256(), utc(asOf), utc(clock.instant()), count, notes)
        .update();
  }

  private void addOutlines(long version, List<Found> found) {
    List<Geometry> simple = SimpleOutlines.of(found.stream().map(Found::outline).toList());
    WKBWriter writer = new WKBWriter();
    for (int i = 0; i < found.size(); i++) {
      jdbc.sql("insert into places.boundary (version, area, outline, simple) values (?, ?, ?, ?)")
          .params(
              version,
              found.get(i).area(),
              writer.write(found.get(i).outline()),
              writer.write(simple.get(i)))
          .update();
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
