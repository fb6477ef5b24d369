package org.cscc.blitz;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Entry;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where blitzes are planned and moved. */
@Component
class BlitzDesk {
  private final BlitzStore store;
  private final BlitzHistory history;
  private final BlitzPlanning planning;
  private final BlitzMoves moves;
  private final BlitzTold told;
  private final ServiceBundles services;
  private final PriorityBlocks priority;
  private final AuditTrail trail;
  private final Access access;
  private final TransactionOperations transactions;
  private final Clock clock;

  BlitzDesk(
      BlitzStore store,
      BlitzHistory history,
      BlitzPlanning planning,
      BlitzMoves moves,
      BlitzTold told,
      ServiceBundles services,
      PriorityBlocks priority,
      AuditTrail trail,
      Access access,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.planning = planning;
    this.moves = moves;
    this.told = told;
    this.services = services;
    this.priority = priority;
    this.trail = trail;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Plans a blitz and asks its departments.
   *
   * @param key of the form, so that it is done once; null when there is none
   */
  Blitz plan(Decision decision, @Nullable UUID key, BlitzWish written) {
    decision.about(Capability.PLAN_BLITZES);
    Mover mover = mover(access.require(Capability.READ_BLITZES));
    LocalDate today = WallClock.dayOf(clock.instant());
    BlitzWish wish = planning.fit(written, today);
    List<String> listed = listed(wish, today);
    if (wish.reason() == ReasonCode.PRIORITY_BLOCK && listed.isEmpty()) {
      throw BlitzRules.unfit("blitz.refused.not-listed");
    }
    return done(transactions.execute(status -> plan(mover, key, wish, listed)));
  }

  private Blitz plan(Mover mover, @Nullable UUID key, BlitzWish wish, List<String> listed) {
    Instant now = clock.instant();
    if (key != null && !history.keys.take(key, mover.account(), now)) {
      return store.byKey(key, mover.account()).orElseThrow(BlitzRules::unknown);
    }
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    store.add(id, code, wish, listed, mover, now);
    history.step(
        id,
        new Entry("PLAN", null, BlitzState.PLANNED, mover.hand(), now),
        String.valueOf(wish.reason()),
        null);
    history.keys.made(key, id);
    trail.note(AuditNote.change(Deed.CREATE, "blitz", code, null, String.valueOf(wish.reason())));
    Blitz made = store.byCode(code).orElseThrow();
    told.planned(made, mover.account());
    return made;
  }

  private List<String> listed(BlitzWish wish, LocalDate today) {
    PriorityBlocks.Lists lists = priority.between(today, today);
    return wish.blocks().stream()
        .filter(block -> lists.listed(block, wish.area(), today))
        .sorted()
        .toList();
  }

  /** Moves a blitz; what was not done leaves nothing behind. */
  BlitzMoved move(Decision decision, @Nullable UUID key, String code, int version, BlitzMove move) {
    Mover mover = mover(decision.about(Capability.READ_BLITZES));
    ServiceBundles.Ground ground = move.kind().asksForServices() ? services.ground() : null;
    return done(
        transactions.execute(
            status -> {
              BlitzMoved moved = moves.move(mover, key, code, version, move, ground);
              if (!(moved instanceof BlitzMoved.Done)) {
                status.setRollbackOnly(); // the key was not used
              }
              return moved;
            }));
  }

  /** Who is asking. */
  Mover mover(Decision decision) {
    Optional<SignedIn> person = access.signedIn();
    return person
        .map(one -> new Mover(one.name(), one.role(), one.organization(), decision))
        .orElseGet(() -> new Mover("system", Role.FACILITATOR, "", decision));
  }

  private static <T> T done(@Nullable T made) {
    if (made == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return made;
  }
}
