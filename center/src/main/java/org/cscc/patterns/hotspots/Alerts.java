package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.analysis.scan.ScanCluster;
import org.cscc.analysis.scan.ScanLocations;
import org.cscc.analysis.scan.ScanResult;
import org.cscc.analysis.scan.SpaceTimePermutation;
import org.cscc.drawing.Position;
import org.cscc.patterns.Plane;

/**
 * The prospective space-time permutation scan over a year of incidents that ends on the last day of
 * the data. It needs no population.
 */
final class Alerts {
  private static final int SHOWN = 5;

  private Alerts() {}

  /** The clearest circles, raised or not, so that a quiet day shows how quiet it is. */
  static List<Alert> of(Ground ground, List<Shooting> year, int lastDay, Settings settings) {
    List<Shooting> placed = year.stream().filter(s -> ground.indexOf(s) >= 0).toList();
    if (placed.size() < 2) {
      return List.of();
    }
    Map<Integer, List<Shooting>> byCell = new TreeMap<>();
    placed.forEach(
        s -> byCell.computeIfAbsent(ground.indexOf(s), none -> new ArrayList<>()).add(s));
    List<Integer> cells = List.copyOf(byCell.keySet());
    double[] x = byCell.values().stream().mapToDouble(here -> mean(here, true)).toArray();
    double[] y = byCell.values().stream().mapToDouble(here -> mean(here, false)).toArray();
    int[] location =
        placed.stream()
            .mapToInt(s -> java.util.Collections.binarySearch(cells, ground.indexOf(s)))
            .toArray();
    ScanResult result =
        SpaceTimePermutation.of(
            ScanLocations.planar(x, y),
            location,
            placed.stream().mapToInt(Shooting::day).toArray(),
            lastDay,
            new SpaceTimePermutation.Settings(
                0.5,
                settings.scanMetres(),
                settings.scanDays(),
                settings.scanIncidents(),
                settings.replicas(),
                Settings.SEED));
    return result.clusters().stream()
        .limit(SHOWN)
        .map(cluster -> alert(cluster, ground, cells, byCell, x, y, lastDay, settings))
        .toList();
  }

  private static Alert alert(
      ScanCluster cluster,
      Ground ground,
      List<Integer> cells,
      Map<Integer, List<Shooting>> byCell,
      double[] x,
      double[] y,
      int lastDay,
      Settings settings) {
    int first = lastDay - cluster.days() + 1;
    Set<Integer> inside =
        Arrays.stream(cluster.locations()).mapToObj(cells::get).collect(Collectors.toSet());
    List<UUID> ids =
        inside.stream()
            .flatMap(cell -> byCell.getOrDefault(cell, List.of()).stream())
            .filter(s -> s.day() >= first)
            .sorted(Comparator.comparingInt(Shooting::day).reversed())
            .map(Shooting::id)
            .toList();
    Position middle =
        new Position(
            Plane.CHICAGO.lon(x[cluster.centre()]), Plane.CHICAGO.latitude(y[cluster.centre()]));
    return new Alert(
        middle.lon(),
        middle.lat(),
        cluster.radius(),
        ground.area(cells.get(cluster.centre())),
        LocalDate.ofEpochDay(first),
        LocalDate.ofEpochDay(lastDay),
        cluster.cases(),
        (int) Math.round(cluster.weight()),
        (int) byCell.values().stream().flatMap(List::stream).filter(s -> s.day() >= first).count(),
        byCell.values().stream().mapToInt(List::size).sum(),
        cluster.expected(),
        cluster.ratio(),
        cluster.p(),
        cluster.recurrenceDays(),
        cluster.recurrenceDays() >= settings.recurrenceDays(),
        ids);
  }

  private static double mean(List<Shooting> shootings, boolean east) {
    return shootings.stream()
        .mapToDouble(s -> east ? Plane.CHICAGO.x(s.lon()) : Plane.CHICAGO.y(s.lat()))
        .average()
        .orElseThrow();
  }
}
