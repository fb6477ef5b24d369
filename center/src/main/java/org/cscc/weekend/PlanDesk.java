package org.cscc.weekend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where plans are frozen, by people and by the clock, and flashes by the clock alone. */
@Component
class PlanDesk {
  /** From Friday noon until the weekend is over. */
  static final String WHEN = "R-WKND-05";

  /** A revision says something that the one before did not. */
  static final String SAME = "R-WKND-06";

  /** After that Tuesday's packets say more. */
  private static final Duration FLASH_FOR = Duration.ofHours(24);

  private final PlanStore store;
  private final PlanWriter writer;
  private final FlashWriter flashes;
  private final PlanTold told;
  private final AuditTrail trail;
  private final TransactionOperations transactions;
  private final Clock clock;

  PlanDesk(
      PlanStore store,
      PlanWriter writer,
      FlashWriter flashes,
      PlanTold told,
      AuditTrail trail,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.writer = writer;
    this.flashes = flashes;
    this.told = told;
    this.trail = trail;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Freezes the plan as it stands, as the next revision.
   *
   * @throws Refused R-WKND-05 before Friday noon and when it is over, R-WKND-06 when nothing
   *     changed
   */
  Plan publish(Decision decision, Weekend weekend) {
    decision.about(Capability.PUBLISH_WEEKEND);
    Instant now = clock.instant();
    if (!weekend.holds(now)) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          WHEN,
          now.isBefore(weekend.from()) ? "weekend.refused.early" : "weekend.refused.over");
    }
    // Read as the center, so before the transaction of the person begins.
    Plan.Content content = writer.write(weekend, now);
    Plan made =
        transactions.execute(
            status -> {
              int last =
                  store.heads(weekend.friday()).stream()
                      .findFirst()
                      .map(PlanStore.Head::revision)
                      .orElse(0);
              boolean same =
                  last > 0
                      && store
                          .plan(weekend.friday(), last)
                          .filter(plan -> plan.content().says(content))
                          .isPresent();
              Plan plan = new Plan(weekend.friday(), last + 1, content, decision.account());
              if (same || !store.add(plan)) {
                throw new Refused(Refused.Kind.CONFLICT, SAME, "weekend.refused.same", last);
              }
              finish(plan);
              return plan;
            });
    if (made == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return made;
  }

  /**
   * Does what nobody has done: the first plan from Friday noon on, the flash from Monday morning
   * on. Two nodes that do it at once do it once.
   *
   * @return whether anything was made
   */
  boolean run() {
    Instant now = clock.instant();
    Weekend weekend = Weekend.at(now);
    boolean planned = weekend.holds(now) && plan(weekend, now);
    Weekend over = Weekend.over(now);
    boolean flashed =
        now.isBefore(over.until().plus(FLASH_FOR))
            && store.flash(over.friday()).isEmpty()
            && flash(over, now);
    return planned || flashed;
  }

  private boolean plan(Weekend weekend, Instant now) {
    if (!store.heads(weekend.friday()).isEmpty()) {
      return false;
    }
    Plan plan = new Plan(weekend.friday(), 1, writer.write(weekend, now), "system");
    return done(
        transactions.execute(
            status -> {
              if (!store.add(plan)) {
                return false;
              }
              finish(plan);
              return true;
            }));
  }

  private void finish(Plan plan) {
    trail.note(
        AuditNote.change(
            Deed.CREATE, "weekend-plan", plan.friday() + "/" + plan.revision(), null, "published"));
    told.planned(plan, plan.publishedBy());
  }

  private boolean flash(Weekend weekend, Instant now) {
    Flash flash = flashes.write(weekend, now);
    return done(
        transactions.execute(
            status -> {
              if (!store.add(flash)) {
                return false;
              }
              told.flashed(weekend);
              return true;
            }));
  }

  private static boolean done(@Nullable Boolean made) {
    return made != null && made;
  }
}
