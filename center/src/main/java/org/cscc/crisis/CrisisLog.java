package org.cscc.crisis;

import java.time.Instant;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.ledger.Entry;
import org.cscc.ledger.Hand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds to what happened in an activation, and notes it in the trail. */
@Component
class CrisisLog {
  private final CrisisStore store;
  private final AuditTrail trail;

  CrisisLog(CrisisStore store, AuditTrail trail) {
    this.store = store;
    this.trail = trail;
  }

  /** Adds what the center itself did. */
  void bySystem(
      Activation activation,
      String move,
      ActivationState to,
      @Nullable String organization,
      @Nullable String detail,
      Instant now) {
    store.step(
        activation.id(),
        new Entry(move, activation.state(), to, Hand.CLOCK, now),
        organization,
        null,
        detail);
    note(activation, move);
  }

  /** Adds what a person did. */
  void byHand(
      Mover mover,
      Activation activation,
      String move,
      ActivationState to,
      @Nullable String organization,
      @Nullable String reason,
      @Nullable String detail,
      Instant now) {
    store.step(
        activation.id(),
        new Entry(move, activation.state(), to, mover.hand(), now),
        organization,
        reason,
        detail);
    note(activation, move + " " + to);
  }

  private void note(Activation activation, String what) {
    trail.note(
        AuditNote.change(
            Deed.CHANGE, "activation", activation.code(), activation.state().name(), what));
  }
}
