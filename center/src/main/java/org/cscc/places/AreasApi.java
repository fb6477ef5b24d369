package org.cscc.places;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.drawing.Position;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The areas for programs: a list, or the same with outlines as GeoJSON. */
@RestController
@Tag(name = "areas", description = "The community areas of the city")
class AreasApi {
  private static final String GEO_JSON = "application/geo+json";

  private final Areas areas;
  private final Boundaries boundaries;
  private final PriorityAreas priorities;
  private final Clock clock;
  private final JsonMapper json;

  AreasApi(
      Areas areas, Boundaries boundaries, PriorityAreas priorities, Clock clock, JsonMapper json) {
    this.areas = areas;
    this.boundaries = boundaries;
    this.priorities = priorities;
    this.clock = clock;
    this.json = json;
  }

  /**
   * One area.
   *
   * @param priority its place on the priority list in force; null when it is not on it
   */
  record AreaRow(
      int number,
      String name,
      String side,
      String city,
      @Nullable Integer priority,
      @Nullable Integer population,
      @Nullable Integer populationYear) {}

  @Operation(
      summary = "All areas",
      description =
          """
          A list by number. With Accept: application/geo+json a FeatureCollection with simplified outlines,
          longitude before latitude (WGS84), outer rings counter-clockwise (RFC 7946); the member
          "approximate" is true while the outlines are only cells around center points.
          """,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "the areas",
            content = {@Content(mediaType = "application/json"), @Content(mediaType = GEO_JSON)}),
        @ApiResponse(responseCode = "304", description = "unchanged since the ETag that was sent"),
        @ApiResponse(responseCode = "401", description = "no account or token")
      })
  @Requires(Capability.ENTER)
  @GetMapping(
      path = "/api/v1/areas",
      produces = {MediaType.APPLICATION_JSON_VALUE, GEO_JSON})
  ResponseEntity<byte[]> areas(
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
    boolean outlines = accept.contains("geo+json");
    byte[] body =
        json.writeValueAsString(outlines ? collection() : rows()).getBytes(StandardCharsets.UTF_8);
    // Weak, because the server compresses an answer with a strong tag not at all.
    String tag = "W/\"" + digest(body) + '"';
    if (known.contains(tag)) {
      return ResponseEntity.status(304).eTag(tag).varyBy(HttpHeaders.ACCEPT).build();
    }
    return ResponseEntity.ok()
        .contentType(outlines ? MediaType.valueOf(GEO_JSON) : MediaType.APPLICATION_JSON)
        .eTag(tag)
        .varyBy(HttpHeaders.ACCEPT)
        .body(body);
  }

  private List<AreaRow> rows() {
    List<Integer> priority =
        priorities
            .on(LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO))
            .map(PriorityList::areas)
            .orElse(List.of());
    return areas.all().stream()
        .map(
            area ->
                new AreaRow(
                    area.number(),
                    area.name(),
                    area.side(),
                    area.city(),
                    priority.contains(area.number()) ? priority.indexOf(area.number()) + 1 : null,
                    area.population(),
                    area.populationYear()))
        .toList();
  }

  private Map<String, Object> collection() {
    AreaShapes shapes = boundaries.shapes();
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("approximate", boundaries.approximate());
    collection.put("asOf", boundaries.asOf().map(Object::toString).orElse(null));
    collection.put("source", boundaries.source());
    collection.put(
        "features", rows().stream().map(row -> feature(row, shapes.of(row.number()))).toList());
    return collection;
  }

  private static Map<String, Object> feature(AreaRow row, Optional<AreaShape> shape) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", row.number());
    feature.put("properties", row);
    feature.put(
        "geometry",
        shape
            .map(found -> Map.of("type", "MultiPolygon", "coordinates", coordinates(found)))
            .orElse(null));
    return feature;
  }

  private static List<List<List<double[]>>> coordinates(AreaShape shape) {
    return shape.polygons().stream()
        .map(rings -> rings.stream().map(AreasApi::pairs).toList())
        .toList();
  }

  private static List<double[]> pairs(List<Position> ring) {
    return ring.stream().map(point -> new double[] {point.lon(), point.lat()}).toList();
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
