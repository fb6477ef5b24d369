package org.cscc.places;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outlines of the areas, in memory: which area holds a point, and what the areas look like. New
 * outlines, imported by this or by another program, are in use within some seconds. Safe for many
 * threads; more than a million points a second on one.
 */
@Component
@DependsOnDatabaseInitialization
public class Boundaries {
  private final JdbcClient jdbc;
  private final Editions editions;
  private final Areas areas;
  private final Kept<OutlineIndex> kept;

  Boundaries(JdbcClient jdbc, Editions editions, Areas areas) {
    this.jdbc = jdbc;
    this.editions = editions;
    this.areas = areas;
    this.kept = new Kept<>(() -> editions.number("boundaries"), this::read);
  }

  /**
   * The area that holds a point.
   *
   * @param lon longitude in degrees, WGS84
   * @param lat latitude in degrees, WGS84
   * @return its number; on a border between areas the lower of them; empty outside the city
   */
  public OptionalInt areaAt(double lon, double lat) {
    return kept.now().areaAt(lon, lat);
  }

  /** Whether the outlines are only cells around center points, because none have been imported. */
  public boolean approximate() {
    return kept.now().asOf() == null;
  }

  /** The day for which the outlines are true; empty while they are approximate. */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(kept.now().asOf());
  }

  /** The file that the outlines came from; empty while they are approximate. */
  public String source() {
    return kept.now().source();
  }

  /** The simplified outlines, for maps and the API. */
  public AreaShapes shapes() {
    return kept.now().shapes();
  }

  /** The edition of the outlines in force, whichever program imported them. */
  public long edition() {
    return editions.number("boundaries");
  }

  /** Reads the outlines in force at once and answers their edition. */
  public long latest() {
    long number = edition();
    kept.reload();
    return number;
  }

  /** Reads the outlines again at once, after this program has imported some. */
  void reload() {
    kept.reload();
  }

  private OutlineIndex read() {
    record Version(long version, Instant asOf, String source) {}

    @Nullable Version current =
        jdbc.sql(
                """
                select version, as_of, source from places.boundary_version
                order by version desc limit 1
                """)
            .query(
                (row, number) ->
                    new Version(
                        row.getLong("version"),
                        row.getTimestamp("as_of").toInstant(),
                        row.getString("source")))
            .optional()
            .orElse(null);
    if (current == null) {
      return new OutlineIndex(ApproximateCells.around(areas.all()), null, "");
    }
    return new OutlineIndex(outlines(current.version()), current.asOf(), current.source());
  }

  private List<Outline> outlines(long version) {
    return jdbc.sql(
            "select area, outline, simple from places.boundary where version = ? order by area")
        .param(version)
        .query(
            (row, number) ->
                new Outline(
                    row.getInt("area"),
                    geometry(row.getBytes("outline")),
                    geometry(row.getBytes("simple"))))
        .list();
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("A stored outline can not be read", e);
    }
  }
}
