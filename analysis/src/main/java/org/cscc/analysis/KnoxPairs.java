package org.cscc.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every pair of events within the reach of the closed space bands, kept once. Events are ranked
 * cell by cell of a grid, so that partners lie close together in memory: {@code eventOf[rank]} is
 * the event, and the later partners of a rank are {@code partner[from[rank]] .. partner[from[rank +
 * 1] - 1]}, ranks too.
 */
final class KnoxPairs {
  final int[] eventOf;
  final int[] from;
  int[] partner = new int[1024];
  byte[] band = new byte[1024];
  private final double[] x;
  private final double[] y;
  private final int[] block;
  private final KnoxBands bands;
  private int size;

  KnoxPairs(KnoxEvents events, KnoxBands bands) {
    int n = events.n();
    this.bands = bands;
    boolean near = bands.reach() > 0;
    PlaneGrid grid = new PlaneGrid(events.x, events.y, near ? bands.reach() : 1);
    eventOf = grid.ranked();
    x = Arrays.stream(eventOf).mapToDouble(i -> events.x[i]).toArray();
    y = Arrays.stream(eventOf).mapToDouble(i -> events.y[i]).toArray();
    block = blocks(events);
    from = new int[n + 1];
    Map<Integer, List<Integer>> onBlock = onBlock();
    for (int a = 0; a < n; a++) {
      if (bands.sameBlockFirst) {
        for (int b : onBlock.getOrDefault(block[a], List.of())) {
          if (b > a) {
            add(b, 0);
          }
        }
      }
      if (near) {
        addNear(a, a + 1, grid.endOfColumn(a));
        addNear(a, grid.eastFrom(a), grid.eastTo(a));
      }
      from[a + 1] = size;
    }
    partner = Arrays.copyOf(partner, size);
    band = Arrays.copyOf(band, size);
  }

  int size() {
    return size;
  }

  /** The days of all events by rank. */
  int[] ranked(int[] days) {
    int[] ranked = new int[days.length];
    for (int a = 0; a < days.length; a++) {
      ranked[a] = days[eventOf[a]];
    }
    return ranked;
  }

  private void addNear(int a, int first, int end) {
    double reach = bands.reach();
    for (int b = first; b < end; b++) {
      double distance = bands.metric.distance(x[a] - x[b], y[a] - y[b]);
      if (distance < reach && !(bands.sameBlockFirst && block[a] == block[b])) {
        add(b, bands.spaceBand(distance));
      }
    }
  }

  private void add(int b, int inBand) {
    if (size == partner.length) {
      partner = Arrays.copyOf(partner, size * 2);
      band = Arrays.copyOf(band, size * 2);
    }
    partner[size] = b;
    band[size++] = (byte) inBand;
  }

  private int[] blocks(KnoxEvents events) {
    if (!bands.sameBlockFirst) {
      return new int[0];
    }
    Require.sameLength("blocks", events.n(), events.blocks.length);
    return Arrays.stream(eventOf).map(i -> events.blocks[i]).toArray();
  }

  private Map<Integer, List<Integer>> onBlock() {
    Map<Integer, List<Integer>> blocks = new HashMap<>();
    for (int a = 0; a < block.length; a++) {
      blocks.computeIfAbsent(block[a], none -> new java.util.ArrayList<>()).add(a);
    }
    return blocks;
  }
}
