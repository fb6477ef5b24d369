package org.cscc.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Entry;
import org.cscc.ledger.Hand;
import org.cscc.services.ServiceBundles;
import org.cscc.services.ServiceBundles.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where somebody who looked says whether it is fixed. */
@Component
class LookDesk {
  private static final int LONGEST_NOTE = 400;

  private final FollowStore store;
  private final ServiceBundles services;
  private final FreeText freeText;
  private final AuditTrail trail;
  private final Access access;
  private final TransactionOperations transactions;
  private final Clock clock;

  LookDesk(
      FollowStore store,
      ServiceBundles services,
      FreeText freeText,
      AuditTrail trail,
      Access access,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.services = services;
    this.freeText = freeText;
    this.trail = trail;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Who looked. */
  record Looker(String account, Role role, String organization) {
    Hand hand() {
      return new Hand(account, role.name(), organization);
    }
  }

  /** What became of the wish to say so. */
  sealed interface Looked {
    /** It was written down. */
    record Done(Follow now) implements Looked {}

    /** The same form did it before. */
    record Already(Follow now) implements Looked {}

    /** Somebody was faster; nothing was done. */
    record Stale(Follow present, FollowStep last, Look wanted) implements Looked {}
  }

  /**
   * Writes down what somebody saw. What is not fixed is asked of its department in the same
   * transaction, unless it is owed on the block already.
   *
   * @param reading a decision about requests
   * @param key of the form, so that it is done once; null when there is none
   * @param note what was seen there, without names; empty for nothing
   */
  Looked look(
      Decision reading, @Nullable UUID key, String slug, int version, Look look, String note) {
    reading.about(Capability.READ_CITY_REQUESTS);
    Decision looking = access.decide(Capability.LOOK_AT_REQUESTS).orElse(null);
    Looker looker = looker(reading);
    String fit = note.isBlank() ? "" : freeText.fit("note", note);
    if (fit.length() > LONGEST_NOTE) {
      throw LookRules.unfit("requests.refused.note", LONGEST_NOTE);
    }
    ServiceBundles.Ground ground = look == Look.NOT_FIXED ? services.ground() : null;
    Looked looked =
        transactions.execute(
            status -> {
              Looked answer = look(looker, looking, key, slug, version, look, fit, ground);
              if (!(answer instanceof Looked.Done)) {
                status.setRollbackOnly(); // the key was not used
              }
              return answer;
            });
    if (looked == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return looked;
  }

  private Looked look(
      Looker looker,
      @Nullable Decision looking,
      @Nullable UUID key,
      String slug,
      int version,
      Look look,
      String note,
      ServiceBundles.@Nullable Ground ground) {
    Instant now = clock.instant();
    Follow seen = store.bySlug(slug).orElseThrow(LookRules::unknown);
    forbidden(look, seen, looker, looking);
    Follow follow = store.lock(slug).orElseThrow(LookRules::unknown);
    if (!store.keys.take(key, looker.account(), now)) {
      return new Looked.Already(follow);
    }
    if (version != follow.version()) {
      return new Looked.Stale(follow, store.steps(follow.id()).getLast(), look);
    }
    Refused.raise(LookRules.refusal(look, follow, looker, looking));
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state", look.to().name());
    columns.put("looked_on", WallClock.dayOf(now));
    String task = null;
    if (ground != null) {
      task =
          services.askAfterCity(
              ground,
              new Asked(follow.type(), follow.area(), follow.block(), note),
              follow.number());
      columns.put("task", task);
    }
    store.change(follow.id(), columns, now);
    store.step(
        follow.id(),
        new Entry(look.name(), follow.state(), look.to(), looker.hand(), now),
        null,
        note.isEmpty() ? null : note);
    store.keys.made(key, follow.id());
    trail.note(
        AuditNote.change(
            Deed.CHANGE, "city-request", slug, follow.state().name(), look.to().name()));
    return new Looked.Done(store.bySlug(slug).orElseThrow());
  }

  /** Who may not touch the row at all is told so before it is held. */
  private static void forbidden(
      Look look, Follow follow, Looker looker, @Nullable Decision looking) {
    Refused.raise(
        LookRules.refusal(look, follow, looker, looking)
            .filter(refusal -> refusal.kind() == Refused.Kind.FORBIDDEN));
  }

  /** Who is asking. */
  Looker looker(Decision decision) {
    return access
        .signedIn()
        .map((SignedIn one) -> new Looker(one.name(), one.role(), one.organization()))
        .orElseGet(() -> new Looker("system", Role.FACILITATOR, decision.organization()));
  }
}
