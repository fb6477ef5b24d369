package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import picocli.CommandLine.Option;

/** Who is next to whom: a list of edges, a distance, so many nearest, or a shared border. */
final class NeighbourOptions {
  @Option(
      names = "--neighbours",
      paramLabel = "FILE",
      description = "CSV of edges with the columns from and to (ids); each direction its own row")
  private @Nullable Path edges;

  @Option(
      names = "--within",
      paramLabel = "DISTANCE",
      description = "Neighbours are at most this far apart (metres)")
  private double within = Double.NaN;

  @Option(
      names = "--nearest",
      paramLabel = "K",
      description = "Neighbours are the K nearest. Without any of the three: polygons that touch")
  private int nearest;

  Neighbours of(Columns columns, List<String> ids, PlaceOptions places) {
    if (edges != null) {
      return listed(edges, ids);
    }
    if (within > 0) {
      return near(places.plane(columns));
    }
    if (nearest > 0) {
      return nearest(places.plane(columns));
    }
    if (columns.shapes().isEmpty()) {
      throw new Refused(
          "Say who is next to whom: --within DISTANCE, --nearest K or --neighbours FILE"
              + " (polygons of a GeoJSON file that touch are neighbours by themselves)");
    }
    return touching(columns.shapes());
  }

  private static Neighbours listed(Path file, List<String> ids) {
    Columns columns = Columns.filled(file);
    Map<String, Integer> index = CaseFolder.positions(ids);
    int[][] ends = new int[2][];
    List<String> names = List.of("from", "to");
    for (int end = 0; end < 2; end++) {
      List<String> texts = columns.texts(names.get(end));
      ends[end] = new int[texts.size()];
      for (int i = 0; i < texts.size(); i++) {
        Integer at = index.get(texts.get(i));
        if (at == null) {
          throw new Refused(
              columns.at(names.get(end), i) + ": no place has the id '" + texts.get(i) + "'");
        }
        ends[end][i] = at;
      }
    }
    return Neighbours.ofEdges(ids.size(), ends[0], ends[1]);
  }

  private Neighbours near(Plane plane) {
    Edges list = new Edges();
    for (int i = 0; i < plane.x().length; i++) {
      for (int j = 0; j < plane.x().length; j++) {
        if (i != j && distance(plane, i, j) <= within) {
          list.add(i, j);
        }
      }
    }
    return list.made(plane.x().length);
  }

  private Neighbours nearest(Plane plane) {
    int n = plane.x().length;
    if (nearest >= n) {
      throw new Refused("--nearest " + nearest + " needs more than " + n + " places");
    }
    Edges list = new Edges();
    for (int i = 0; i < n; i++) {
      int here = i;
      Integer[] order = new Integer[n];
      Arrays.setAll(order, j -> j);
      Arrays.sort(
          order, Comparator.comparingDouble(j -> j == here ? -1 : distance(plane, here, j)));
      for (int k = 1; k <= nearest; k++) {
        list.add(i, order[k]);
      }
    }
    return list.made(n);
  }

  private static Neighbours touching(List<Shape> shapes) {
    STRtree tree = new STRtree();
    for (int i = 0; i < shapes.size(); i++) {
      tree.insert(shapes.get(i).measured().getEnvelopeInternal(), i);
    }
    Edges list = new Edges();
    for (int i = 0; i < shapes.size(); i++) {
      Geometry here = shapes.get(i).measured();
      List<?> found = tree.query(here.getEnvelopeInternal());
      for (Object other : found) {
        if (other instanceof Integer j && j != i && here.touches(shapes.get(j).measured())) {
          list.add(i, j);
        }
      }
    }
    return list.made(shapes.size());
  }

  private static double distance(Plane plane, int i, int j) {
    return Math.hypot(plane.x()[i] - plane.x()[j], plane.y()[i] - plane.y()[j]);
  }

  /** Edges found one by one. */
  private static final class Edges {
    private final List<int[]> list = new ArrayList<>();

    void add(int i, int j) {
      list.add(new int[] {i, j});
    }

    Neighbours made(int n) {
      return Neighbours.ofEdges(
          n,
          list.stream().mapToInt(edge -> edge[0]).toArray(),
          list.stream().mapToInt(edge -> edge[1]).toArray());
    }
  }
}
