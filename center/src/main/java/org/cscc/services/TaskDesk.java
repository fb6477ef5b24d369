package org.cscc.services;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Entry;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.places.Areas;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where services are asked for and moved. */
@Component
class TaskDesk {
  /** A value that the form offers. */
  static final String FORM = "R-SERV-09";

  private static final int LONGEST_NOTE = 400;

  private final TaskStore store;
  private final TaskMoves moves;
  private final TaskTold told;
  private final TaskPhotos photos;
  private final ServiceTypes types;
  private final TaskDeadlines deadlines;
  private final PriorityBlocks priority;
  private final Areas areas;
  private final FreeText freeText;
  private final AuditTrail trail;
  private final Access access;
  private final TransactionOperations transactions;
  private final Clock clock;

  TaskDesk(
      TaskStore store,
      TaskMoves moves,
      TaskTold told,
      TaskPhotos photos,
      ServiceTypes types,
      TaskDeadlines deadlines,
      PriorityBlocks priority,
      Areas areas,
      FreeText freeText,
      AuditTrail trail,
      Access access,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.told = told;
    this.photos = photos;
    this.types = types;
    this.deadlines = deadlines;
    this.priority = priority;
    this.areas = areas;
    this.freeText = freeText;
    this.trail = trail;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Asks for a service; it goes to the department of its type at once.
   *
   * @param key of the form, so that it is done once; null when there is none
   * @throws Refused R-SERV-09 for a place or type that is none
   */
  ServiceTask ask(Decision decision, @Nullable UUID key, Wish written) {
    Worker worker = worker(decision.about(Capability.REQUEST_SERVICES));
    Wish wish = fit(written);
    ServiceType type = types.byCode(wish.type()).orElseThrow(() -> wrong("services.refused.type"));
    boolean first = priority.listed(wish.block(), wish.area(), WallClock.dayOf(clock.instant()));
    return transactions.execute(
        status ->
            ask(worker, key, wish, type, first, made -> told.routed(made, type.department())));
  }

  private ServiceTask ask(
      Worker worker,
      @Nullable UUID key,
      Wish wish,
      ServiceType type,
      boolean first,
      Consumer<ServiceTask> telling) {
    Instant now = clock.instant();
    if (!store.keys.take(key, worker.account(), now)) {
      return store.byKey(key, worker.account()).orElseThrow(TaskMoves::unknown);
    }
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    store.add(id, code, wish, first, deadlines.due(type, first, now), worker, now);
    store.step(
        id, new Entry("SUBMIT", null, TaskState.SUBMITTED, worker.hand(), now), null, null, null);
    store.keys.made(key, id);
    trail.note(AuditNote.change(Deed.CREATE, "service-task", code, null, wish.type()));
    moves.routeByType(system(), store.byCode(code).orElseThrow(), type, now);
    ServiceTask made = store.byCode(code).orElseThrow();
    telling.accept(made);
    return made;
  }

  /**
   * Asks for a service in the caller's transaction, unless the same is owed on the block already.
   *
   * @param first which blocks are served first, read before the transaction began
   * @param telling is handed what is new; nobody else is told of it
   */
  ServiceTask askAlong(
      Decision decision, Wish written, First first, Consumer<ServiceTask> telling) {
    Worker worker = worker(decision.about(Capability.REQUEST_SERVICES));
    Wish wish = fit(written);
    ServiceType type = types.byCode(wish.type()).orElseThrow(() -> wrong("services.refused.type"));
    return store
        .owed(wish.type(), wish.area(), wish.block())
        .orElseGet(
            () -> ask(worker, null, wish, type, first.holds(wish.block(), wish.area()), telling));
  }

  /**
   * Asks for what somebody saw that the City did not fix, in the caller's transaction: what a
   * department says it has done on the block is reopened, and not asked for beside it.
   *
   * @param reading a decision about reading services
   * @param reason what was seen, in words
   * @param made is handed what is new
   * @param again is handed what is reopened
   */
  ServiceTask askUnlessSaidDone(
      Decision asking,
      Decision reading,
      Wish written,
      String reason,
      First first,
      Consumer<ServiceTask> made,
      Consumer<ServiceTask> again) {
    Wish wish = fit(written);
    if (store.owed(wish.type(), wish.area(), wish.block()).isEmpty()) {
      ServiceTask done = store.completed(wish.type(), wish.area(), wish.block()).orElse(null);
      if (done != null && reopenAlong(reading, done.code(), reason, again)) {
        return done;
      }
    }
    return askAlong(asking, written, first, made);
  }

  /** Which blocks are served first. */
  interface First {
    /** Whether a block of an area is. */
    boolean holds(String block, int area);
  }

  /**
   * Somebody looked at a service and it is not done, in the caller's transaction.
   *
   * @param telling is handed what is reopened; nobody else is told of it
   * @return false when it is closed, so that it has to be asked for anew
   */
  boolean reopenAlong(
      Decision decision, String code, String reason, Consumer<ServiceTask> telling) {
    Worker worker = worker(decision.about(Capability.READ_SERVICES));
    ServiceTask task = store.lock(code).orElse(null);
    if (task == null || task.parentCode() != null || task.state() == TaskState.VERIFIED) {
      return false;
    }
    if (task.state() == TaskState.COMPLETED) {
      TaskMove.Fail fail = new TaskMove.Fail(reason, List.of());
      if (moves.moveUntold(worker, null, code, task.version(), fail)
          instanceof TaskMoved.Done reopened) {
        telling.accept(reopened.now());
      }
    }
    return true;
  }

  /**
   * Moves a task, with the photo that came along or without.
   *
   * @param wish makes the move of what was shown
   */
  TaskMoved move(
      Decision decision, @Nullable UUID key, String code, int version, Supplier<TaskMove> wish) {
    Worker worker = worker(decision.about(Capability.READ_SERVICES));
    // Of other departments, so read as the center, and before the transaction of the person begins.
    Set<String> waiting = Asking.asTheCenter(() -> store.waitingFor(SpokenCode.normal(code)));
    TaskMoved moved =
        transactions.execute(
            status -> {
              TaskMoved answer = moves.move(worker, key, code, version, wish.get(), waiting);
              if (!(answer instanceof TaskMoved.Done)) {
                status.setRollbackOnly(); // a photo came along, and nothing was done
              }
              return answer;
            });
    if (moved == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return moved;
  }

  /** Who is asking. */
  Worker worker(Decision decision) {
    Optional<SignedIn> person = access.signedIn();
    return person
        .map(p -> new Worker(p.name(), p.role(), p.organization(), decision))
        .orElseGet(() -> new Worker("system", Role.FACILITATOR, decision.organization(), decision));
  }

  private Worker system() {
    return new Worker("system", Role.FACILITATOR, "", access.forSystem(Capability.WORK_SERVICES));
  }

  /** Who takes photos in. */
  TaskPhotos photos() {
    return photos;
  }

  private Wish fit(Wish wish) {
    Block block = Blocks.normalise(wish.block());
    if (areas.byNumber(wish.area()).isEmpty() || !block.known()) {
      throw wrong("services.refused.place");
    }
    String note = wish.note().isBlank() ? "" : freeText.fit("note", wish.note());
    if (note.length() > LONGEST_NOTE) {
      throw new Refused(Refused.Kind.INVALID, FORM, "services.refused.note", LONGEST_NOTE);
    }
    String number = wish.cityNumber() == null ? "" : wish.cityNumber().strip();
    if (!number.matches("[A-Za-z0-9-]{0,40}")) {
      throw wrong("services.refused.number");
    }
    String item = wish.item() == null ? "" : SpokenCode.normal(wish.item());
    if (!item.matches("([0-9A-Z]{4}-[0-9A-Z]{4})?")) {
      throw wrong("services.refused.item");
    }
    return new Wish(
        wish.type(),
        wish.area(),
        block.canonical(),
        wish.source(),
        note,
        number.isEmpty() ? null : number,
        item.isEmpty() ? null : item);
  }

  private static Refused wrong(String key) {
    return new Refused(Refused.Kind.INVALID, FORM, key);
  }
}
