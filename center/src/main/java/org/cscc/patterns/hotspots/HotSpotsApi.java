package org.cscc.patterns.hotspots;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.drawing.Position;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hot spots for programs, with the arithmetic of each. */
@RestController
@Tag(name = "hotspots", description = "Where shootings gather more than chance would have it")
class HotSpotsApi {
  private static final String GEO_JSON = "application/geo+json";

  private final Readings readings;
  private final HotSpotStore store;

  HotSpotsApi(Readings readings, HotSpotStore store) {
    this.readings = readings;
    this.store = store;
  }

  @Operation(
      summary = "Hot spots that are not closed",
      description =
          """
          A FeatureCollection (RFC 7946, longitude before latitude): of each hot spot the ground, its state, and
          the numbers it rests on, the same as on its page. "asOf", "lastDay", "lagDays", "incidents", "unplaced",
          "method" and "settings" say what all of it rests on; "mark" how well such maps did on later weeks.
          Describes places and what was recorded there; not for judging people, not a forecast.
          """)
  @Requires(Capability.READ_PATTERNS)
  @Audited(value = Deed.EXPORT, kind = "hot-spots", record = "api")
  @GetMapping(
      path = "/api/v1/hotspots",
      produces = {MediaType.APPLICATION_JSON_VALUE, GEO_JSON})
  ResponseEntity<Map<String, Object>> hotSpots(
      Decision decision,
      @RequestParam(required = false) @Nullable Integer area,
      @Parameter(hidden = true) HttpServletRequest request) {
    Reading reading = readings.of(decision, area);
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    Findings findings = reading.findings();
    if (findings != null) {
      collection.put("asOf", findings.asOf());
      collection.put("firstDay", findings.firstDay());
      collection.put("lastDay", findings.lastDay());
      collection.put("lagDays", reading.lagDays());
      collection.put("incidents", findings.incidents());
      collection.put("unplaced", findings.unplaced());
      collection.put(
          "method",
          "Gi* (Ord and Getis 1995) on hexagons, exact conditional permutation p, Benjamini-Hochberg");
      collection.put("settings", findings.settings());
      collection.put("mark", findings.mark());
    }
    Map<UUID, Evidence> evidence = findings == null ? Map.of() : store.newestEvidence();
    List<Map<String, Object>> features =
        store.all().stream()
            .filter(spot -> spot.state().watched() && reading.shows(spot.area()))
            .map(spot -> feature(spot, evidence.get(spot.id())))
            .toList();
    request.setAttribute(AuditTrail.ROWS, features.size());
    collection.put("features", features);
    return ResponseEntity.ok(collection);
  }

  private static Map<String, Object> feature(HotSpot spot, @Nullable Evidence evidence) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("number", spot.number());
    properties.put("area", spot.area());
    properties.put("state", spot.state());
    properties.put("foundOn", spot.foundOn());
    properties.put("planDue", spot.planDue());
    if (evidence != null) {
      properties.put("own", evidence.own());
      properties.put("around", evidence.around());
      properties.put("sum", evidence.sum());
      properties.put("expected", evidence.expected());
      properties.put("z", evidence.z());
      properties.put("p", evidence.exactP());
      properties.put("q", evidence.q());
      properties.put("significant", evidence.significant());
    }
    List<Hexagon> ground = new ArrayList<>(spot.middle().around());
    ground.add(spot.middle());
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", spot.number());
    feature.put("properties", properties);
    feature.put(
        "geometry",
        Map.of(
            "type",
            "Polygon",
            "coordinates",
            new HexGrid(spot.width()).outline(ground).stream().map(HotSpotsApi::pairs).toList()));
    return feature;
  }

  private static List<double[]> pairs(List<Position> ring) {
    return ring.stream().map(point -> new double[] {point.lon(), point.lat()}).toList();
  }
}
