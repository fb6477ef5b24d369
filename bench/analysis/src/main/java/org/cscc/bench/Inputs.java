package org.cscc.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cscc.analysis.KnoxBands;
import org.cscc.analysis.KnoxEvents;
import org.cscc.analysis.Metric;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.scan.ScanLocations;

/** What the benches work on: made up for any size, or read from files for the side-by-side. */
final class Inputs {
  static final KnoxBands KNOX_BANDS =
      KnoxBands.of(
          new double[] {0, .1, 200, 400, 600, 800},
          new int[] {0, 1, 8, 15, 22, 29},
          Metric.MANHATTAN);

  private Inputs() {}

  /** Counts on places that touch each other. */
  record Places(Neighbours neighbours, double[] counts) {
    int[] whole() {
      return Arrays.stream(counts).mapToInt(c -> (int) c).toArray();
    }
  }

  /** Points of the plane. */
  record Plane(double[] x, double[] y) {
    Grid grid(int columns, int rows) {
      double west = Arrays.stream(x).min().orElseThrow();
      double south = Arrays.stream(y).min().orElseThrow();
      double width = Arrays.stream(x).max().orElseThrow() - west;
      double height = Arrays.stream(y).max().orElseThrow() - south;
      return new Grid(west, south, width / (columns - 1), height / (rows - 1), columns, rows);
    }
  }

  /** Events at places, by day. */
  record Cases(ScanLocations locations, int[] place, int[] day, int lastDay) {}

  /** Hexagons in rows of 200; most hold nothing, few hold much. */
  static Places hexagons(int n) {
    Random random = new Random(1);
    int columns = Math.min(200, n);
    int[] i = new int[6 * n];
    int[] j = new int[6 * n];
    int edges = 0;
    for (int place = 0; place < n; place++) {
      int row = place / columns;
      int column = place % columns;
      int lean = row % 2 == 0 ? -1 : 0;
      int[][] around = {{0, -1}, {0, 1}, {-1, lean}, {-1, lean + 1}, {1, lean}, {1, lean + 1}};
      for (int[] step : around) {
        int c = column + step[1];
        int other = (row + step[0]) * columns + c;
        if (c >= 0 && c < columns && other >= 0 && other < n) {
          i[edges] = place;
          j[edges++] = other;
        }
      }
    }
    double[] counts =
        random
            .doubles(n)
            .map(u -> u < 0.78 ? 0 : Math.floor(1 / (1.005 - (u - 0.78) / 0.22)))
            .toArray();
    return new Places(
        Neighbours.ofEdges(n, Arrays.copyOf(i, edges), Arrays.copyOf(j, edges)), counts);
  }

  /** Points in forty clusters over 30 by 40 km. */
  static Plane points(int n) {
    Random random = new Random(2);
    double[] east = random.doubles(40, 0, 30_000).toArray();
    double[] north = random.doubles(40, 0, 40_000).toArray();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int p = 0; p < n; p++) {
      int cluster = random.nextInt(40);
      x[p] = east[cluster] + 2500 * random.nextGaussian();
      y[p] = north[cluster] + 2500 * random.nextGaussian();
    }
    return new Plane(x, y);
  }

  /** Events over ten years. */
  static KnoxEvents events(int n) {
    Plane plane = points(n);
    return KnoxEvents.of(plane.x(), plane.y(), new Random(3).ints(n, 0, 3650).toArray());
  }

  /** Events of one year in cells of 500 m. */
  static Cases cases(int n) {
    Plane plane = points(n);
    String[] cell = new String[n];
    for (int p = 0; p < n; p++) {
      cell[p] = Math.floorDiv((int) plane.x[p], 500) + "_" + Math.floorDiv((int) plane.y[p], 500);
    }
    return cases(cell, plane, new Random(4).ints(n, 0, 365).toArray());
  }

  /** Weekly counts with a season, gamma-mixed Poisson. */
  static int[][] series(int areas, int weeks) {
    Random random = new Random(5);
    int[][] series = new int[areas][weeks];
    for (int[] area : series) {
      double level = Math.exp(0.7 + 0.8 * random.nextGaussian());
      for (int t = 0; t < weeks; t++) {
        double mixed = 0;
        for (int k = 0; k < 5; k++) {
          mixed -= Math.log(1 - random.nextDouble()) / 5;
        }
        double mean = level * Math.exp(0.5 * Math.sin(2 * Math.PI * t / 52)) * mixed;
        double product = random.nextDouble();
        while (product > Math.exp(-mean)) {
          area[t]++;
          product *= random.nextDouble();
        }
      }
    }
    return series;
  }

  static Places hexagons(Path folder) {
    double[][] edges = read(folder, "hex25k_edges.csv", "i", "j");
    double[] counts = read(folder, "hex25k.csv", "count")[0];
    return new Places(Neighbours.ofEdges(counts.length, whole(edges[0]), whole(edges[1])), counts);
  }

  static Plane points(Path folder) {
    double[][] xy = read(folder, "pts100k.csv", "x", "y");
    return new Plane(xy[0], xy[1]);
  }

  static KnoxEvents events(Path folder) {
    double[][] xyd = read(folder, "knox20k.csv", "x", "y", "day");
    return KnoxEvents.of(xyd[0], xyd[1], whole(xyd[2]));
  }

  static Cases cases(Path folder) {
    double[][] xyd = read(folder, "stp5k.csv", "x", "y", "day");
    String[] cell =
        lines(folder, "stp5k.csv").stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toArray(String[]::new);
    return cases(cell, new Plane(xyd[0], xyd[1]), whole(xyd[2]));
  }

  /** A cell lies at the mean of its events. */
  private static Cases cases(String[] cell, Plane at, int[] day) {
    Map<String, Integer> ids = new HashMap<>();
    int[] place = new int[day.length];
    for (int e = 0; e < day.length; e++) {
      Integer known = ids.putIfAbsent(cell[e], ids.size());
      place[e] = known == null ? ids.size() - 1 : known;
    }
    double[] x = new double[ids.size()];
    double[] y = new double[ids.size()];
    double[] events = new double[ids.size()];
    for (int e = 0; e < day.length; e++) {
      x[place[e]] += at.x[e];
      y[place[e]] += at.y[e];
      events[place[e]]++;
    }
    for (int p = 0; p < x.length; p++) {
      x[p] /= events[p];
      y[p] /= events[p];
    }
    int last = IntStream.of(day).max().orElseThrow();
    return new Cases(ScanLocations.planar(x, y), place, day, last);
  }

  private static int[] whole(double[] values) {
    return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
  }

  private static double[][] read(Path folder, String file, String... columns) {
    List<String> lines = lines(folder, file);
    List<String> header = List.of(lines.getFirst().split(","));
    double[][] values = new double[columns.length][lines.size() - 1];
    for (int row = 1; row < lines.size(); row++) {
      String[] cells = lines.get(row).split(",");
      for (int c = 0; c < columns.length; c++) {
        values[c][row - 1] = Double.parseDouble(cells[header.indexOf(columns[c])]);
      }
    }
    return values;
  }

  private static List<String> lines(Path folder, String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
