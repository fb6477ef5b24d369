package org.cscc.crisis;

import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where activations are opened by hand and moved. */
@Component
class CrisisDesk {
  private final CrisisOpening opening;
  private final CrisisMoves moves;
  private final Incidents incidents;
  private final Access access;
  private final TransactionOperations transactions;

  CrisisDesk(
      CrisisOpening opening,
      CrisisMoves moves,
      Incidents incidents,
      Access access,
      TransactionOperations transactions) {
    this.opening = opening;
    this.moves = moves;
    this.incidents = incidents;
    this.access = access;
    this.transactions = transactions;
  }

  /**
   * Opens an activation by hand, unless others are open that may be about the same.
   *
   * @param incident the incident that it is about, when the feed knows of it
   */
  Opened open(
      Decision decision, @Nullable UUID key, @Nullable UUID incident, CrisisOpening.Call said) {
    decision.about(Capability.OPEN_CRISES);
    Mover mover = mover(decision);
    IncidentFacts facts = incident == null ? null : facts(incident);
    CrisisOpening.Call call =
        new CrisisOpening.Call(
            facts, said.area(), said.block(), said.occurredAt(), said.why(), said.another());
    return done(
        transactions.execute(
            status -> {
              Opened opened = opening.byHand(mover, key, call);
              if (opened instanceof Opened.Alike) {
                status.setRollbackOnly(); // the key was not used
              }
              return opened;
            }));
  }

  /** The incident, as far as the person reads incidents. */
  private IncidentFacts facts(UUID incident) {
    return access
        .decide(Capability.READ_INCIDENTS)
        .flatMap(reading -> incidents.byId(reading, incident))
        .orElseThrow(CrisisMoves::unknown);
  }

  CrisisMoved move(
      Decision decision, @Nullable UUID key, String code, int version, CrisisMove move) {
    Mover mover = mover(decision.about(Capability.READ_CRISES));
    return done(
        transactions.execute(
            status -> {
              CrisisMoved moved = moves.move(mover, key, code, version, move);
              if (!(moved instanceof CrisisMoved.Done)) {
                status.setRollbackOnly(); // the key was not used
              }
              return moved;
            }));
  }

  /**
   * Who is asking. In an emergency somebody reads beyond the own teams and moves nothing there: who
   * works on activations reaches as far as that.
   */
  Mover mover(Decision decision) {
    Optional<SignedIn> person = access.signedIn();
    Decision reach = access.decide(Capability.WORK_CRISES).orElse(decision);
    return person
        .map(one -> new Mover(one.name(), one.role(), one.organization(), reach))
        .orElseGet(() -> new Mover("system", Role.FACILITATOR, "", decision));
  }

  private static <T> T done(@Nullable T made) {
    if (made == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return made;
  }
}
