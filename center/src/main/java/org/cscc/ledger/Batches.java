package org.cscc.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How clocks of rooms work: a batch is one transaction, and the next one follows until nothing is
 * due. A batch takes its rows so that other nodes pass them by ({@code for update skip locked}); a
 * node that dies in it has done nothing of it.
 */
@Component
public class Batches {
  private final TransactionTemplate transaction;
  private final Clock clock;

  Batches(TransactionTemplate transaction, Clock clock) {
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Works until nothing is due.
   *
   * @param batch does what is due at the moment it is given, up to a limit of its own; gives how
   *     much that was
   * @return how much it was altogether
   */
  public int untilNothingIsDue(ToIntFunction<Instant> batch) {
    int all = 0;
    int done = one(batch);
    while (done > 0) {
      all += done;
      done = one(batch);
    }
    return all;
  }

  private int one(ToIntFunction<Instant> batch) {
    Integer done = transaction.execute(status -> batch.applyAsInt(clock.instant()));
    return done == null ? 0 : done;
  }
}
