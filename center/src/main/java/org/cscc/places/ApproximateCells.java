package org.cscc.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Cells around center points, for a city whose outlines have not been imported: each point belongs
 * to the nearest center (Voronoi), within a city that reaches a little beyond its centers. Whoever
 * shows them says that they are approximate.
 */
final class ApproximateCells {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private ApproximateCells() {}

  static List<Outline> around(List<CommunityArea> areas) {
    if (areas.isEmpty()) {
      return List.of();
    }
    double latitude = areas.stream().mapToDouble(CommunityArea::centerLat).average().orElse(0);
    // Distances are the same along both axes once longitudes are squeezed.
    double squeeze = Math.cos(Math.toRadians(latitude));
    Coordinate[] centers =
        areas.stream()
            .map(area -> new Coordinate(area.centerLon() * squeeze, area.centerLat()))
            .toArray(Coordinate[]::new);
    double reach = 1.5 * medianNearest(centers);
    Geometry city = GEOMETRY.createMultiPointFromCoords(centers).buffer(2 * reach).buffer(-reach);
    AffineTransformation back = AffineTransformation.scaleInstance(1 / squeeze, 1);
    List<Geometry> cells = cells(centers, city);
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < centers.length; i++) {
      int number = areas.get(i).number();
      Geometry point = GEOMETRY.createPoint(centers[i]);
      cells.stream()
          .filter(cell -> cell.intersects(point))
          .findFirst()
          .map(cell -> back.transform(cell.intersection(city)))
          .ifPresent(cell -> outlines.add(new Outline(number, cell, cell)));
    }
    return outlines;
  }

  private static List<Geometry> cells(Coordinate[] centers, Geometry city) {
    if (centers.length == 1) {
      return List.of(city);
    }
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(Arrays.asList(centers));
    Envelope frame = city.getEnvelopeInternal();
    frame.expandBy(frame.getDiameter());
    voronoi.setClipEnvelope(frame);
    Geometry diagram = voronoi.getDiagram(GEOMETRY);
    List<Geometry> cells = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      cells.add(diagram.getGeometryN(i));
    }
    return cells;
  }

  private static double medianNearest(Coordinate[] centers) {
    if (centers.length == 1) {
      return 0.02;
    }
    double[] nearest = new double[centers.length];
    for (int i = 0; i < centers.length; i++) {
      nearest[i] = Double.MAX_VALUE;
      for (int j = 0; j < centers.length; j++) {
        if (i != j) {
          nearest[i] = Math.min(nearest[i], centers[i].distance(centers[j]));
        }
      }
    }
    Arrays.sort(nearest);
    return Math.max(1e-3, nearest[nearest.length / 2]);
  }
}
