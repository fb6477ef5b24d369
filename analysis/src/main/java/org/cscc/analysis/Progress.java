package org.cscc.analysis;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * How far a long computation has come, for somebody who waits. Whoever wants to know calls a method
 * within {@link #watch} and reads {@link #now} from another thread meanwhile; a method that is not
 * watched counts for nobody, at no cost worth naming. What is counted never changes a result.
 */
public final class Progress {
  private static final ScopedValue<Progress> WATCHED = ScopedValue.newInstance();

  private volatile Stage stage = new Stage("", 0);

  /**
   * What is being done.
   *
   * @param what in a word, such as {@code replicas}; empty before anything was begun
   * @param done of it
   * @param total of it; 0 before anything was begun
   */
  public record Now(String what, long done, long total) {}

  private record Stage(String what, long total, LongAdder steps) {
    Stage(String what, long total) {
      this(what, total, new LongAdder());
    }
  }

  /** Counts the steps of one stage; may be called by any number of threads. */
  public static final class Steps {
    private static final Steps SILENT = new Steps(new LongAdder());

    private final LongAdder steps;

    private Steps(LongAdder steps) {
      this.steps = steps;
    }

    /** One step is done. */
    public void step() {
      if (this != SILENT) {
        steps.increment();
      }
    }
  }

  /** Computes, and tells this progress meanwhile. */
  public <T> T watch(Supplier<T> computation) {
    return ScopedValue.where(WATCHED, this).call(computation::get);
  }

  /** How far it has come. */
  public Now now() {
    Stage current = stage;
    return new Now(
        current.what(), Math.min(current.total(), current.steps().sum()), current.total());
  }

  /**
   * Begins a stage of the computation that the calling thread does; the one before it is over.
   *
   * @param what in a word
   * @param total steps of it
   */
  public static Steps begin(String what, long total) {
    Require.nonNegative("total", total);
    if (!WATCHED.isBound()) {
      return Steps.SILENT;
    }
    Stage begun = new Stage(what, total);
    WATCHED.get().stage = begun;
    return new Steps(begun.steps());
  }
}
