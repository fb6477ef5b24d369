package org.cscc.referrals;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.SignedIn;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.ledger.Entry;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where needs are handed over and referrals are moved. */
@Component
class ReferralDesk {
  private static final int MOST_NEEDS = 3;

  private final ReferralStore store;
  private final ReferralReads reads;
  private final ReferralTimes times;
  private final ReferralTold told;
  private final Organizations organizations;
  private final Accounts accounts;
  private final Areas areas;
  private final Incidents incidents;
  private final AuditTrail trail;
  private final Access access;
  private final TransactionOperations transactions;
  private final Clock clock;

  ReferralDesk(
      ReferralStore store,
      ReferralReads reads,
      ReferralTimes times,
      ReferralTold told,
      Organizations organizations,
      Accounts accounts,
      Areas areas,
      Incidents incidents,
      AuditTrail trail,
      Access access,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.reads = reads;
    this.times = times;
    this.told = told;
    this.organizations = organizations;
    this.accounts = accounts;
    this.areas = areas;
    this.incidents = incidents;
    this.trail = trail;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Offers a need to an organization.
   *
   * @param key of the form, so that it is done once; null when there is none
   * @param again token of the one that was declined and is offered once more; null for a new one
   * @throws Refused R-REFER-05 for what the form does not offer, R-REFER-06 outside of the own
   *     areas, R-REFER-07 when it can not be offered again
   */
  Referral offer(Decision decision, @Nullable UUID key, @Nullable String again, Offer written) {
    decision.about(Capability.OFFER_REFERRALS);
    Worker worker = worker(access.require(Capability.READ_REFERRALS));
    Offer wish = again == null ? written : renewed(worker, again, written);
    check(decision, wish);
    Referral made =
        transactions.execute(
            status -> {
              Instant now = clock.instant();
              if (!store.keys.take(key, worker.account(), now)) {
                return store.byKey(key, worker.account()).orElseThrow(ReferralRules::unknown);
              }
              return add(worker, key, wish, now);
            });
    if (made == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return made;
  }

  /** The same need, area and incident as before, for another organization. */
  private Offer renewed(Worker worker, String token, Offer written) {
    Referral before = reads.byToken(worker.reach(), token).orElseThrow(ReferralRules::unknown);
    Refused.raise(ReferralRules.again(before, worker));
    if (before.with(written.organization())) {
      throw new Refused(Refused.Kind.INVALID, ReferralRules.AGAIN, "referrals.refused.again.same");
    }
    return new Offer(
        before.area(), before.incident(), before.needs(), written.organization(), before.id());
  }

  private Referral add(Worker worker, @Nullable UUID key, Offer wish, Instant now) {
    UUID id = UUID.randomUUID();
    String token = token();
    store.add(id, token, wish, worker, now, times.answerBy(now));
    store.step(id, new Entry("OFFER", null, ReferralState.OFFERED, worker.hand(), now), null);
    store.keys.made(key, id);
    trail.note(AuditNote.change(Deed.CREATE, "referral", token, null, wish.organization()));
    Referral made = store.byToken(token).orElseThrow();
    told.offered(made, worker.account());
    return made;
  }

  private void check(Decision decision, Offer wish) {
    if (wish.needs().isEmpty()
        || wish.needs().size() > MOST_NEEDS
        || Set.copyOf(wish.needs()).size() != wish.needs().size()) {
      throw wrong("referrals.refused.needs");
    }
    if (areas.byNumber(wish.area()).isEmpty()) {
      throw wrong("referrals.refused.area");
    }
    // A representative's reach is the team's areas; an organization helps wherever people are.
    if (!decision.everywhere()
        && !decision.reachesOrganization(decision.organization())
        && !decision.reachesArea(wish.area())) {
      throw new Refused(Refused.Kind.FORBIDDEN, ReferralRules.AREA, "referrals.refused.own-area");
    }
    if (!answering().contains(wish.organization())) {
      throw wrong("referrals.refused.organization");
    }
    UUID incident = wish.incident();
    if (incident != null
        && wish.follows() == null
        && access
            .decide(Capability.READ_INCIDENTS)
            .flatMap(reading -> incidents.byId(reading, incident))
            .isEmpty()) {
      throw wrong("referrals.refused.incident");
    }
  }

  /** Codes of the active organizations of which somebody can answer here. */
  Set<String> answering() {
    Set<String> active =
        organizations.all().stream().map(Organization::code).collect(Collectors.toSet());
    return accounts.all().stream()
        .filter(person -> ReferralMoveKind.ROLES.contains(person.role()))
        .map(Account::organization)
        .filter(active::contains)
        .collect(Collectors.toSet());
  }

  /**
   * Moves a referral.
   *
   * @param version the one the person saw
   */
  ReferralMoved move(
      Decision decision, @Nullable UUID key, String token, int version, ReferralMove move) {
    Worker worker = worker(decision.about(Capability.READ_REFERRALS));
    ReferralMoved moved = transactions.execute(status -> move(worker, key, token, version, move));
    if (moved == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return moved;
  }

  private ReferralMoved move(
      Worker worker, @Nullable UUID key, String token, int version, ReferralMove move) {
    Instant now = clock.instant();
    Referral referral = store.lock(SpokenCode.normal(token)).orElseThrow(ReferralRules::unknown);
    if (!worker.reaches(referral)) {
      throw ReferralRules.unknown();
    }
    if (!store.keys.take(key, worker.account(), now)) {
      return new ReferralMoved.Already(referral);
    }
    Refused.raise(
        ReferralRules.refusal(move.kind(), referral, worker)
            .filter(refusal -> refusal.kind() == Refused.Kind.FORBIDDEN));
    if (referral.version() != version) {
      return new ReferralMoved.Stale(referral, store.steps(referral.id()).getLast(), move);
    }
    Refused.raise(
        ReferralRules.refusal(move.kind(), referral, worker)
            .or(() -> ReferralRules.unfit(move, referral)));
    carryOut(worker, referral, move, now);
    store.keys.made(key, referral.id());
    Referral present = store.byToken(referral.token()).orElseThrow();
    told.moved(present, move.kind(), worker.account());
    return new ReferralMoved.Done(present);
  }

  private void carryOut(Worker worker, Referral referral, ReferralMove move, Instant now) {
    ReferralState to = move.kind().to();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state", to.name());
    switch (move.kind()) {
      case ACCEPT -> {
        columns.put("accepted_at", ReferralStore.utc(now));
        columns.put("contact_by", ReferralStore.utc(times.contactBy(now)));
      }
      case CONTACT -> columns.put("contact_at", ReferralStore.utc(now));
      case START -> columns.put("started_at", ReferralStore.utc(now));
      case DECLINE -> {
        columns.put("decline_code", move.code());
        columns.put("ended_at", ReferralStore.utc(now));
      }
      case CLOSE -> {
        columns.put("outcome_code", move.code());
        columns.put("ended_at", ReferralStore.utc(now));
      }
      case NO_CONTACT -> columns.put("ended_at", ReferralStore.utc(now));
    }
    store.change(referral.id(), columns, now);
    store.step(
        referral.id(),
        new Entry(move.kind().name(), referral.state(), to, worker.hand(), now),
        move.code());
    trail.note(
        AuditNote.change(
            Deed.CHANGE, "referral", referral.token(), referral.state().name(), to.name()));
  }

  /** Who is asking. */
  Worker worker(Decision decision) {
    SignedIn person =
        access.signedIn().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    return new Worker(person.name(), person.role(), person.organization(), decision);
  }

  /** Sixty random bits in three groups that can be said; a usual spoken code has forty. */
  private static String token() {
    return SpokenCode.next() + "-" + SpokenCode.next().substring(0, 4);
  }

  private static Refused wrong(String key) {
    return new Refused(Refused.Kind.INVALID, ReferralRules.FORM, key);
  }
}
