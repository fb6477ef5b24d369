package org.cscc.analysis;

import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Runs the replicas of a simulation. Each replica draws from its own xoroshiro128++ stream, seeded
 * by the seed and the number of the replica, so that the answer is the same for any number of
 * threads, as long as the accumulators add whole numbers. Runs in the common pool, or in the pool
 * from which it is called.
 */
public final class Replicas {
  private static final int BLOCKS = 64;

  private Replicas() {}

  /** What one replica does with its own stream. */
  @FunctionalInterface
  public interface Replica<A> {
    /** Runs replica number {@code index} and adds to the accumulator. */
    void run(int index, UniformRandomProvider random, A accumulator);
  }

  /** Runs all replicas and merges their accumulators; {@code merge} must not mind the order. */
  public static <A> A run(
      int replicas, long seed, Supplier<A> fresh, Replica<A> replica, BinaryOperator<A> merge) {
    Require.between("replicas", replicas, 1, 10_000_000);
    int blocks = Math.min(BLOCKS, replicas);
    Progress.Steps steps = Progress.begin("replicas", replicas);
    return IntStream.range(0, blocks)
        .parallel()
        .mapToObj(
            block -> {
              A accumulator = fresh.get();
              int to = (int) ((long) replicas * (block + 1) / blocks);
              for (int r = (int) ((long) replicas * block / blocks); r < to; r++) {
                replica.run(r, stream(seed, r), accumulator);
                steps.step();
              }
              return accumulator;
            })
        .reduce(merge)
        .orElseGet(fresh);
  }

  /** The random stream of one replica. */
  public static UniformRandomProvider stream(long seed, int replica) {
    Require.nonNegative("replica", replica);
    long first = mix(seed + 0x9E3779B97F4A7C15L * (replica + 1L));
    long second = mix(first + 0xD1B54A32D192ED03L);
    return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {first, second});
  }

  /** Adds the second array to the first, element by element. */
  public static long[] add(long[] to, long[] more) {
    Require.sameLength("more", to.length, more.length);
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
    return to;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
