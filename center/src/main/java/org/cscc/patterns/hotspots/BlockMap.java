package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.autocorrelation.LocalG;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.patterns.Plane;

/**
 * Gi* of hundred-blocks. There is no register of all blocks, so a block is held against those that
 * the records name at least once: what stands out here stands out among blocks where something has
 * happened.
 */
final class BlockMap {
  private static final int FEWEST = 30;

  private BlockMap() {}

  /** Every named block with incidents in the window, the one with the highest z first. */
  static List<BlockFinding> of(List<Shooting> history, int firstDay, Settings settings) {
    Map<String, Standing> named = new TreeMap<>();
    for (Shooting shooting : history) {
      if (shooting.placed() && !shooting.block().isEmpty()) {
        named
            .computeIfAbsent(shooting.block(), Standing::new)
            .add(shooting, shooting.day() >= firstDay);
      }
    }
    List<Standing> blocks = List.copyOf(named.values());
    int[] counts = blocks.stream().mapToInt(block -> block.recent).toArray();
    if (blocks.size() < FEWEST || Arrays.stream(counts).distinct().count() < 2) {
      return List.of();
    }
    Neighbours neighbours = near(blocks, settings.blockMetres());
    LocalG local = LocalG.of(neighbours, Arrays.stream(counts).asDoubleStream().toArray());
    ConditionalPermutation exact = ConditionalPermutation.exact(neighbours, counts);
    double mean = Arrays.stream(counts).average().orElseThrow();
    List<BlockFinding> found = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        int around = neighbours.count(i);
        double q = exact.q()[i];
        found.add(
            blocks
                .get(i)
                .finding(
                    (int) local.sum()[i],
                    around,
                    (around + 1) * mean,
                    local.z()[i],
                    Double.isNaN(q) ? 1 : q));
      }
    }
    found.sort(java.util.Comparator.comparingDouble(BlockFinding::z).reversed());
    return List.copyOf(found);
  }

  private static Neighbours near(List<Standing> blocks, double metres) {
    Map<Long, List<Integer>> squares = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      squares.computeIfAbsent(blocks.get(i).square(metres, 0, 0), none -> new ArrayList<>()).add(i);
    }
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Standing here = blocks.get(i);
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          for (int j : squares.getOrDefault(here.square(metres, dx, dy), List.of())) {
            if (i != j && here.metresTo(blocks.get(j)) <= metres) {
              edges.add(new int[] {i, j});
            }
          }
        }
      }
    }
    return Neighbours.ofEdges(
        blocks.size(),
        edges.stream().mapToInt(edge -> edge[0]).toArray(),
        edges.stream().mapToInt(edge -> edge[1]).toArray());
  }

  /** A block while its incidents are gathered. */
  private static final class Standing {
    private final String block;
    private double lon;
    private double lat;
    private int all;
    private int recent;
    private int area;

    Standing(String block) {
      this.block = block;
    }

    void add(Shooting shooting, boolean inWindow) {
      lon += shooting.lon();
      lat += shooting.lat();
      all++;
      recent += inWindow ? 1 : 0;
      area = shooting.area();
    }

    double x() {
      return Plane.CHICAGO.x(lon / all);
    }

    double y() {
      return Plane.CHICAGO.y(lat / all);
    }

    double metresTo(Standing other) {
      return Math.hypot(x() - other.x(), y() - other.y());
    }

    long square(double metres, int dx, int dy) {
      return (Math.round(Math.floor(x() / metres)) + dx) * 1_000_003L
          + Math.round(Math.floor(y() / metres))
          + dy;
    }

    BlockFinding finding(int sum, int neighbours, double expected, double z, double q) {
      return new BlockFinding(
          block, area, lon / all, lat / all, recent, sum, neighbours, expected, z, q);
    }
  }
}
