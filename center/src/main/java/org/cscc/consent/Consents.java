package org.cscc.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.KnownSeats;
import org.cscc.access.Role;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where consents are written down, withdrawn, and asked for before anything is told. */
@Component
public class Consents {
  private final ConsentStore store;
  private final Access access;
  private final KnownSeats seats;
  private final AuditTrail trail;
  private final Clock clock;
  private final int mostDays;

  Consents(
      ConsentStore store,
      Access access,
      KnownSeats seats,
      AuditTrail trail,
      Clock clock,
      @Value("${cscc.consent.most-days:90}") int mostDays) {
    this.store = store;
    this.access = access;
    this.seats = seats;
    this.trail = trail;
    this.clock = clock;
    this.mostDays = mostDays;
  }

  /**
   * What somebody allows.
   *
   * @param token of a person who consented before, or empty for a new one
   * @param days how long it holds, counted from now
   */
  record Wish(
      String token,
      Set<Share> shares,
      Set<String> recipients,
      Purpose purpose,
      Method method,
      String language,
      int days) {}

  /** How many days a consent may hold. */
  int mostDays() {
    return mostDays;
  }

  /**
   * Writes a consent down.
   *
   * @throws Refused R-CONSENT-01 when it is not specific, R-CONSENT-02 when it would hold too long
   */
  @Transactional
  public Consent record(Decision decision, Wish wish) {
    decision.about(Capability.RECORD_CONSENT);
    if (wish.shares().isEmpty()
        || wish.recipients().isEmpty()
        || !seats.organizations().containsAll(wish.recipients())
        || !(wish.token().isEmpty() || Tokens.isToken(wish.token()))) {
      throw new Refused(Refused.Kind.INVALID, "R-CONSENT-01", "consent.refused.specific");
    }
    if (wish.days() < 1 || wish.days() > mostDays) {
      throw new Refused(Refused.Kind.INVALID, "R-CONSENT-02", "consent.refused.days", mostDays);
    }
    OffsetDateTime now = now();
    Consent consent =
        new Consent(
            UUID.randomUUID(),
            wish.token().isEmpty() ? Tokens.next() : wish.token(),
            organization(),
            wish.shares(),
            wish.recipients(),
            wish.purpose(),
            wish.method().name(),
            wish.language(),
            now,
            now.plus(Duration.ofDays(wish.days())),
            null);
    store.add(consent, decision.account());
    trail.note(
        AuditNote.change(Deed.CREATE, "consent", consent.token(), null, consent.id().toString()));
    return consent;
  }

  /** Ends a consent with the next request; allowed to the organization that was given it. */
  @Transactional
  public void withdraw(Decision decision, UUID id) {
    Consent consent = one(decision.about(Capability.RECORD_CONSENT), id);
    store.withdraw(id, decision.account(), now());
    trail.note(
        AuditNote.change(
            Deed.CHANGE, "consent", consent.token(), id.toString(), "withdrawn " + id));
  }

  /**
   * Asks, before something is told, whether it may be told now; the answer is noted.
   *
   * @param token stands for the person
   * @param recipient code of the organization that would be told
   * @throws Refused R-CONSENT-03 when no consent in date covers all of it
   */
  public Disclosure disclose(String token, String recipient, Purpose purpose, Set<Share> shares) {
    OffsetDateTime now = now();
    Set<Share> allowed = EnumSet.noneOf(Share.class);
    for (Consent consent : store.of(token)) {
      if (consent.holds(now)
          && consent.purpose() == purpose
          && consent.recipients().contains(recipient)) {
        allowed.addAll(consent.shares());
      }
    }
    if (shares.isEmpty() || !allowed.containsAll(shares)) {
      throw new Refused(Refused.Kind.FORBIDDEN, "R-CONSENT-03", "consent.refused.none");
    }
    trail.note(
        AuditNote.change(Deed.DISCLOSE, "consent", token, null, recipient + " " + shares)
            .because(purpose.name()));
    return new Disclosure(token, recipient, shares);
  }

  /** Consents that the account may see: its organization's own, or all, newest first. */
  List<Consent> newest(Decision decision, int most) {
    decision.about(Capability.RECORD_CONSENT);
    return store.newest(everybody() ? "" : organization(), most);
  }

  /** One of them; one that is out of reach answers as one that is not there. */
  Consent one(Decision decision, UUID id) {
    decision.about(Capability.RECORD_CONSENT);
    return store
        .byId(id)
        .filter(consent -> everybody() || consent.organization().equals(organization()))
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "R-CONSENT-04", "consent.refused.unknown"));
  }

  OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** The privacy officer keeps all consents; everybody else those of the own organization. */
  private boolean everybody() {
    return access.signedIn().map(account -> account.role() == Role.PRIVACY_OFFICER).orElse(false);
  }

  private String organization() {
    return access.signedIn().orElseThrow().organization();
  }
}
