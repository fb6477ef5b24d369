package org.cscc.bench;

import java.util.concurrent.TimeUnit;
import org.cscc.analysis.KnoxEvents;
import org.cscc.analysis.density.Grid;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each method costs as its input grows; inputs are made up, so anyone can run it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CostBench {

  /** Hexagons. */
  @State(Scope.Benchmark)
  public static class Hexagons {
    @Param({"1000", "5000", "25000", "125000"})
    int n;

    Inputs.Places places;

    @Setup
    public void make() {
      places = Inputs.hexagons(n);
    }
  }

  /** Points on a grid of 200 by 125 nodes. */
  @State(Scope.Benchmark)
  public static class Points {
    @Param({"1000", "10000", "100000", "1000000"})
    int n;

    Inputs.Plane plane;
    Grid grid;

    @Setup
    public void make() {
      plane = Inputs.points(n);
      grid = plane.grid(200, 125);
    }
  }

  /** Events for pairs. */
  @State(Scope.Benchmark)
  public static class Events {
    @Param({"1000", "5000", "20000"})
    int n;

    KnoxEvents events;

    @Setup
    public void make() {
      events = Inputs.events(n);
    }
  }

  /** Events in cells for the scan. */
  @State(Scope.Benchmark)
  public static class Cells {
    @Param({"1250", "2500", "5000", "10000"})
    int n;

    Inputs.Cases cases;

    @Setup
    public void make() {
      cases = Inputs.cases(n);
    }
  }

  /** Weekly series of areas. */
  @State(Scope.Benchmark)
  public static class Areas {
    @Param({"7", "77", "770"})
    int n;

    int[][] series;

    @Setup
    public void make() {
      series = Inputs.series(n, 520);
    }
  }

  @Benchmark
  public Object giStar(Hexagons in) {
    return Jobs.giStar(in.places);
  }

  @Benchmark
  public Object giStarExact(Hexagons in) {
    return Jobs.giStarExact(in.places);
  }

  @Benchmark
  public Object density(Points in) {
    return Jobs.density(in.plane, in.grid);
  }

  @Benchmark
  public Object knox(Events in) {
    return Jobs.knox(in.events);
  }

  @Benchmark
  public Object knoxExact(Events in) {
    return Jobs.knoxExact(in.events);
  }

  @Benchmark
  public Object scan(Cells in) {
    return Jobs.scan(in.cases);
  }

  @Benchmark
  public double farrington(Areas in) {
    return Jobs.farrington(in.series);
  }
}
