package org.cscc.crisis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Calls organizations: those on call first, any other by hand, and whoever stands behind one that
 * does not come. When nobody stands behind it, somebody above hears of it.
 */
@Component
class CrisisCalls {
  private final CrisisStore store;
  private final Organizations organizations;
  private final OnCallList onCall;
  private final CrisisTold told;
  private final CrisisLog log;
  private final Clocks clocks;

  CrisisCalls(
      CrisisStore store,
      Organizations organizations,
      OnCallList onCall,
      CrisisTold told,
      CrisisLog log,
      Clocks clocks) {
    this.store = store;
    this.organizations = organizations;
    this.onCall = onCall;
    this.told = told;
    this.log = log;
    this.clocks = clocks;
  }

  /** Codes of the organizations that can be called. */
  Set<String> active() {
    return organizations.all().stream().map(Organization::code).collect(Collectors.toSet());
  }

  /**
   * Calls an organization by hand; one that said that it can not come is called anew, with clocks
   * that begin again.
   *
   * @throws Refused R-CRISIS-09 for an organization that is none, or that was called already
   */
  void byHand(Activation activation, String organization, Party.Duty duty, Instant now) {
    if (!active().contains(organization)) {
      throw new Refused(Refused.Kind.INVALID, CrisisMoves.FORM, "crisis.refused.organization");
    }
    boolean unable =
        activation
            .party(organization)
            .filter(party -> party.state() == PartyState.UNABLE)
            .isPresent();
    if (unable) {
      store.callAnew(activation, organization, duty, clocks, now);
    } else if (!store.call(
        activation.id(), organization, duty, false, clocks, activation.knownAt(), now)) {
      throw new Refused(
          Refused.Kind.CONFLICT, CrisisMoves.FORM, "crisis.refused.called", organization);
    }
    told.called(activation, organization);
  }

  /** What the center does when it knows whom to call. */
  void first(Activation activation, Map<String, Party.Duty> first, Instant now) {
    first.forEach(
        (organization, duty) -> {
          if (store.call(
              activation.id(), organization, duty, false, clocks, activation.knownAt(), now)) {
            told.called(activation, organization);
            log.bySystem(
                activation, "CALL", ActivationState.NOTIFIED, organization, duty.name(), now);
          }
        });
    store.change(
        activation.id(), Map.of("state", "NOTIFIED", "notified_at", CrisisStore.utc(now)), now);
  }

  /**
   * An organization has not answered in time: whoever stands behind it is called. A back-up of the
   * same organization is called a second time, but nobody new comes by that.
   *
   * @return whether somebody new was called
   */
  boolean silent(Activation activation, String organization, Instant now) {
    Party party = activation.party(organization).orElse(null);
    if (party == null) {
      return false;
    }
    List<String> backUps = backUps(activation, party.duty(), now);
    if (behind(activation, party, backUps, now)) {
      return true;
    }
    if (!party.backUp() && backUps.contains(organization)) {
      told.called(activation, organization);
      log.bySystem(activation, "CALL", activation.state(), organization, "BACK_UP", now);
    }
    return false;
  }

  /**
   * An organization has said that it can not come: whoever stands behind it is called at once, as
   * when it had been silent; what was done and told because it was silent is not done twice.
   */
  void unable(Activation before, String organization, Instant now) {
    Party party = before.party(organization).orElseThrow();
    boolean heard =
        party.state() == PartyState.NOTIFIED
            && store.ranOut(
                before.id(), organization, Lapse.Kind.ACKNOWLEDGE, party.acknowledgeBy());
    boolean followed = !heard && behind(before, party, backUps(before, party.duty(), now), now);
    told.unable(before, organization, followed, !followed && !heard);
  }

  /** Who was called before, for whatever, is nobody new. */
  private boolean behind(Activation activation, Party absent, List<String> backUps, Instant now) {
    for (String other : backUps) {
      if (!other.equals(absent.organization())
          && store.call(
              activation.id(), other, absent.duty(), true, clocks, activation.knownAt(), now)) {
        told.called(activation, other);
        log.bySystem(activation, "CALL", activation.state(), other, "BACK_UP", now);
        return true;
      }
    }
    return false;
  }

  private List<String> backUps(Activation activation, Party.Duty duty, Instant now) {
    if (duty == Party.Duty.DEPARTMENT) {
      return List.of();
    }
    OnCallTurn.Duty wanted = OnCallTurn.Duty.valueOf(duty.name());
    return onCall.between(now, now).stream()
        .filter(turn -> turn.backUp() && turn.duty() == wanted)
        .filter(turn -> turn.area() != null && turn.area() == activation.area())
        .map(OnCallTurn::organization)
        .distinct()
        .toList();
  }
}
