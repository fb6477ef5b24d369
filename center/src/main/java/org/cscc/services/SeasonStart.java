package org.cscc.services;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.kernel.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What waited for its season goes to its department again, each in a transaction of its own: one
 * whose department is not there any more keeps no other from going on. It is tried again every
 * time; who facilitates is told once.
 */
@Component
class SeasonStart {
  private static final Logger LOG = LoggerFactory.getLogger(SeasonStart.class);

  private static final String DUE =
      """
      from services.task where state = 'REJECTED' and reason_code = 'SEASONAL'
        and resume_on <= :today and parent is null\
      """;

  private final JdbcClient jdbc;
  private final TaskStore store;
  private final TaskMoves moves;
  private final TaskTold told;
  private final Access access;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile int stuckBefore;

  SeasonStart(
      JdbcClient jdbc,
      TaskStore store,
      TaskMoves moves,
      TaskTold told,
      Access access,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.moves = moves;
    this.told = told;
    this.access = access;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Resumes everything whose season has begun. */
  void run() {
    Instant now = clock.instant();
    int stuck = 0;
    for (String code : due(now)) {
      if (!resumed(code, now)) {
        stuck++;
      }
    }
    if (stuck > 0 && stuck != stuckBefore) {
      LOG.warn("{} services could not go to their department when their season began", stuck);
    }
    stuckBefore = stuck;
  }

  private List<String> due(Instant now) {
    return jdbc.sql("select code " + DUE + " order by code")
        .param("today", WallClock.dayOf(now))
        .query((row, n) -> row.getString("code"))
        .list();
  }

  private boolean resumed(String code, Instant now) {
    try {
      transaction.executeWithoutResult(
          status -> taken(code, now).ifPresent(task -> moves.resume(system(), task, now)));
      return true;
    } catch (RuntimeException e) {
      // The kind of it only: the words of a refusal or of the database can hold somebody's own.
      LOG.debug("A service could not go on: {}", e.getClass().getSimpleName());
      transaction.executeWithoutResult(status -> store.byCode(code).ifPresent(told::stuck));
      return false;
    }
  }

  /** For this node alone; empty when somebody else has it, or moved it meanwhile. */
  private Optional<ServiceTask> taken(String code, Instant now) {
    return jdbc.sql("select code " + DUE + " and code = :code for update skip locked")
        .param("today", WallClock.dayOf(now))
        .param("code", code)
        .query(String.class)
        .optional()
        .flatMap(store::byCode);
  }

  private Worker system() {
    return new Worker("system", Role.FACILITATOR, "", access.forSystem(Capability.WORK_SERVICES));
  }
}
