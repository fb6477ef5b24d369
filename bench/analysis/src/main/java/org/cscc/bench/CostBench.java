package org.cscc.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

/**
 * What each method costs as its input grows. The method and n are given on the command line ({@code
 * -p method=... -p n=...}); {@link CostPlots} does so for all of them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class CostBench {
  @Param({"gi-star-exact-p"})
  String method = "";

  @Param({"25000"})
  int n;

  private Supplier<Object> job = Object::new;

  @Setup
  public void make() {
    job = Objects.requireNonNull(Method.all().get(method), method).job().apply(n);
  }

  @Benchmark
  public Object cost() {
    return job.get();
  }
}
