package org.cscc.places;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reference data kept in memory, read again when its edition in the database has moved. The reading
 * is done by a thread of its own, never by the caller: the caller may be in the middle of a COPY,
 * on whose connection no query can run, and it must not see its own uncommitted rows as settled.
 */
final class Kept<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
  private static final Duration STALE = Duration.ofSeconds(3);

  private final LongSupplier edition;
  private final Supplier<T> source;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile @Nullable Copy<T> copy;
  private volatile long checkedAt;

  private record Copy<T>(long edition, T value) {}

  Kept(LongSupplier edition, Supplier<T> source) {
    this.edition = edition;
    this.source = source;
  }

  /** The copy in memory, at most some seconds behind the database. */
  T now() {
    Copy<T> present = copy;
    if (present == null) {
      return reload();
    }
    if (System.nanoTime() - checkedAt > STALE.toNanos() && reading.compareAndSet(false, true)) {
      Thread.ofVirtual().name("places-edition").start(this::look);
    }
    return present.value();
  }

  /** Reads again at once, after this program has changed the data. */
  T reload() {
    return CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread).join();
  }

  private void look() {
    try {
      Copy<T> present = copy;
      if (present == null || edition.getAsLong() != present.edition()) {
        read();
      }
      checkedAt = System.nanoTime();
    } catch (RuntimeException e) {
      // The database may be stopping; the copy stays good, and the next look comes in some seconds.
      LOG.debug("The edition of reference data could not be read", e);
      checkedAt = System.nanoTime();
    } finally {
      reading.set(false);
    }
  }

  private synchronized T read() {
    long number = edition.getAsLong();
    T value = source.get();
    copy = new Copy<>(number, value);
    checkedAt = System.nanoTime();
    return value;
  }
}
