package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.drawing.Position;
import org.cscc.places.AreaShape;
import org.cscc.places.Boundaries;

/**
 * The ground that is searched: every hexagon of which the middle or a corner lies in an area of the
 * city. The lake is not part of it, where nothing can happen and everything else would look hot.
 */
final class Ground {
  private final HexGrid grid;
  private final List<Hexagon> cells;
  private final int[] areas;
  private final Map<Hexagon, Integer> index = new HashMap<>();
  private final Neighbours neighbours;

  private Ground(HexGrid grid, List<Hexagon> cells, int[] areas) {
    this.grid = grid;
    this.cells = cells;
    this.areas = areas;
    for (int i = 0; i < cells.size(); i++) {
      index.put(cells.get(i), i);
    }
    this.neighbours = neighbours();
  }

  /** The hexagons of a width over the areas of the city. */
  static Ground of(Boundaries boundaries, double width) {
    HexGrid grid = new HexGrid(width);
    TreeSet<Hexagon> candidates = new TreeSet<>();
    for (AreaShape shape : boundaries.shapes().all()) {
      candidates.addAll(box(grid, shape));
    }
    List<Hexagon> cells = new ArrayList<>();
    List<Integer> areas = new ArrayList<>();
    for (Hexagon cell : candidates) {
      OptionalInt area = area(boundaries, grid, cell);
      if (area.isPresent()) {
        cells.add(cell);
        areas.add(area.getAsInt());
      }
    }
    return new Ground(
        grid, List.copyOf(cells), areas.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Hexagon> box(HexGrid grid, AreaShape shape) {
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
    for (List<Position> ring : shape.rings()) {
      for (Position point : ring) {
        west = Math.min(west, point.lon());
        east = Math.max(east, point.lon());
        south = Math.min(south, point.lat());
        north = Math.max(north, point.lat());
      }
    }
    List<Hexagon> inside = new ArrayList<>();
    int firstRow = grid.at(west, south).r() - 1;
    int lastRow = grid.at(west, north).r() + 1;
    for (int r = firstRow; r <= lastRow; r++) {
      double lat = grid.middle(new Hexagon(0, r)).lat();
      int first = grid.at(west, lat).q() - 1;
      int last = grid.at(east, lat).q() + 1;
      for (int q = first; q <= last; q++) {
        inside.add(new Hexagon(q, r));
      }
    }
    return inside;
  }

  private static OptionalInt area(Boundaries boundaries, HexGrid grid, Hexagon cell) {
    Position middle = grid.middle(cell);
    OptionalInt area = boundaries.areaAt(middle.lon(), middle.lat());
    if (area.isPresent()) {
      return area;
    }
    for (Position corner : grid.corners(cell)) {
      OptionalInt touched = boundaries.areaAt(corner.lon(), corner.lat());
      if (touched.isPresent()) {
        return touched;
      }
    }
    return OptionalInt.empty();
  }

  private Neighbours neighbours() {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      for (Hexagon next : cells.get(i).around()) {
        Integer j = index.get(next);
        if (j != null) {
          edges.add(new int[] {i, j});
        }
      }
    }
    return Neighbours.ofEdges(
        cells.size(),
        edges.stream().mapToInt(edge -> edge[0]).toArray(),
        edges.stream().mapToInt(edge -> edge[1]).toArray());
  }

  HexGrid grid() {
    return grid;
  }

  int size() {
    return cells.size();
  }

  Hexagon cell(int i) {
    return cells.get(i);
  }

  /** The area of a cell: that of its middle, or of a corner where the middle is outside. */
  int area(int i) {
    return areas[i];
  }

  Neighbours around() {
    return neighbours;
  }

  /** Index of the cell, or -1 when it is not part of the ground. */
  int indexOf(Hexagon cell) {
    return index.getOrDefault(cell, -1);
  }

  /** Index of the cell that holds an incident, or -1 when it has no place on this ground. */
  int indexOf(Shooting shooting) {
    return shooting.placed() ? indexOf(grid.at(shooting.lon(), shooting.lat())) : -1;
  }

  /** Incidents in each cell. */
  int[] count(List<Shooting> shootings) {
    int[] counts = new int[size()];
    for (Shooting shooting : shootings) {
      int cell = indexOf(shooting);
      if (cell >= 0) {
        counts[cell]++;
      }
    }
    return counts;
  }
}
