package org.cscc.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every pair of events within the reach of the closed space bands, kept once, sorted by its first
 * event: the partners of event {@code i} are {@code partner[from[i]] .. partner[from[i + 1] - 1]}.
 */
final class KnoxPairs {
  final int[] from;
  int[] partner = new int[1024];
  byte[] band = new byte[1024];
  private int size;

  KnoxPairs(KnoxEvents events, KnoxBands bands) {
    int n = events.n();
    from = new int[n + 1];
    Map<Integer, List<Integer>> blocks = blocks(events, bands);
    boolean near = bands.reach() > 0;
    PlaneGrid grid = new PlaneGrid(events.x, events.y, near ? bands.reach() : 1);
    for (int i = 0; i < n; i++) {
      int first = i;
      if (bands.sameBlockFirst) {
        for (int j : blocks.getOrDefault(events.blocks[i], List.of())) {
          if (j > i) {
            add(j, 0);
          }
        }
      }
      if (near) {
        grid.forEachAround(events.x[i], events.y[i], j -> addIfNear(first, j, events, bands));
      }
      from[i + 1] = size;
    }
    partner = Arrays.copyOf(partner, size);
    band = Arrays.copyOf(band, size);
  }

  int size() {
    return size;
  }

  private void addIfNear(int i, int j, KnoxEvents events, KnoxBands bands) {
    if (j <= i || (bands.sameBlockFirst && events.blocks[i] == events.blocks[j])) {
      return;
    }
    double distance = bands.metric.distance(events.x[i] - events.x[j], events.y[i] - events.y[j]);
    if (distance < bands.reach()) {
      add(j, bands.spaceBand(distance));
    }
  }

  private void add(int j, int inBand) {
    if (size == partner.length) {
      partner = Arrays.copyOf(partner, size * 2);
      band = Arrays.copyOf(band, size * 2);
    }
    partner[size] = j;
    band[size++] = (byte) inBand;
  }

  private static Map<Integer, List<Integer>> blocks(KnoxEvents events, KnoxBands bands) {
    Map<Integer, List<Integer>> blocks = new HashMap<>();
    if (bands.sameBlockFirst) {
      Require.sameLength("blocks", events.n(), events.blocks.length);
      for (int i = 0; i < events.n(); i++) {
        blocks.computeIfAbsent(events.blocks[i], none -> new java.util.ArrayList<>()).add(i);
      }
    }
    return blocks;
  }
}
