package org.cscc.analysis.density;

import org.cscc.analysis.Caution;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * A quartic density that follows its events: one is added or taken away at the cost of the nodes
 * within its bandwidth. Taking away what was added leaves rounding of the order of 1e-16 of the
 * peak. Not safe for several threads.
 */
public final class LiveDensity {
  private final Grid grid;
  private final double bandwidth;
  private final double[] values;
  private long events;

  /** An empty map. */
  public LiveDensity(Grid grid, double bandwidth) {
    Require.positive("bandwidth", bandwidth);
    this.grid = grid;
    this.bandwidth = bandwidth;
    this.values = new double[grid.nodes()];
  }

  /** Adds one event. */
  public void add(double x, double y) {
    change(x, y, 1);
    events++;
  }

  /**
   * Takes away one event that was added.
   *
   * @throws org.cscc.analysis.InvalidInput when the map holds no event
   */
  public void remove(double x, double y) {
    Require.between("events on the map", events, 1, Long.MAX_VALUE);
    change(x, y, -1);
    events--;
  }

  /** The density as it is now. */
  public KernelDensity now() {
    return new KernelDensity(
        grid,
        values.clone(),
        Provenance.of("Kernel density, quartic, live", events, Caution.JUDGE_ON_LATER_DATA)
            .with("bandwidth", bandwidth)
            .with("edge_correction", "none"));
  }

  private void change(double x, double y, double weight) {
    Require.finite("place", new double[] {x, y});
    KernelDensity.addQuartic(grid, values, x, y, weight, bandwidth, 0, grid.rows() - 1);
  }
}
