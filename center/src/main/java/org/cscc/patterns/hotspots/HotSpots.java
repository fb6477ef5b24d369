package org.cscc.patterns.hotspots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Grounds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The life of hot spots: every step goes through here, and each leaves a row. */
@Component
class HotSpots {
  /** Days after the confirmation within which a plan or a reason is due (R-HOT-03). */
  static final int PLAN_DAYS = 14;

  /** Role of the center's own steps. */
  static final String SYSTEM = "SYSTEM";

  private final HotSpotStore store;
  private final Grounds grounds;
  private final Organizations organizations;
  private final Clock clock;

  HotSpots(HotSpotStore store, Grounds grounds, Organizations organizations, Clock clock) {
    this.store = store;
    this.grounds = grounds;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** A hot spot of the reader's own ground. Refuses an unknown one and one out of reach. */
  HotSpot find(Decision decision, int number) {
    HotSpot spot =
        store
            .byNumber(number)
            .orElseThrow(
                () ->
                    new Refused(
                        Kind.NOT_FOUND, "R-PATTERNS-02", "patterns.refused.no-hotspot", number));
    grounds.mustReach(decision, spot.area());
    return spot;
  }

  /**
   * Takes a step that people take.
   *
   * @param version the version that the person saw
   * @param plan the plan, for {@link HotSpotMove#PLAN} only
   * @throws Refused when the role may not (R-PATTERNS-04), the state does not allow it (-05),
   *     somebody was faster (-06), or something is missing (-07)
   */
  @Transactional
  void move(
      Decision decision,
      Role role,
      int number,
      int version,
      HotSpotMove move,
      String reason,
      @Nullable Plan plan) {
    HotSpot spot = find(decision, number);
    if (!move.by(role)) {
      throw new Refused(Kind.FORBIDDEN, "R-PATTERNS-04", "patterns.refused.not-yours", number);
    }
    if (spot.version() != version) {
      throw faster(spot);
    }
    if (!move.from(spot.state())) {
      throw new Refused(Kind.CONFLICT, "R-PATTERNS-05", "patterns.refused.no-such-step", number);
    }
    if (!move.reasons().contains(reason) || (move == HotSpotMove.PLAN) != (plan != null)) {
      throw incomplete();
    }
    if (plan != null) {
      check(plan);
    }
    step(spot, move, reason, plan, decision.account(), role.name());
  }

  /** Takes a step of the center's own. */
  void move(HotSpot spot, HotSpotMove move) {
    step(spot, move, move.reasons().getFirst(), null, "system", SYSTEM);
  }

  private void step(
      HotSpot spot,
      HotSpotMove move,
      String reason,
      @Nullable Plan plan,
      String account,
      String role) {
    if (!store.move(spot.id(), spot.version(), move.to(), due(move))) {
      throw faster(store.byNumber(spot.number()).orElse(spot));
    }
    store.add(
        spot.id(),
        new HotSpotStep(
            spot.version() + 1,
            move.name(),
            spot.state().name(),
            move.to().name(),
            reason,
            plan == null ? null : plan.work(),
            plan == null ? null : plan.lead(),
            plan == null ? null : plan.until(),
            account,
            role,
            clock.instant()));
  }

  /** A plan settles what is due, a reason puts it off by as long again. */
  private @Nullable LocalDate due(HotSpotMove move) {
    return switch (move) {
      case CONFIRM, EXPLAIN, REOPEN -> today().plusDays(PLAN_DAYS);
      case PLAN, REJECT, RETIRE, RETRACT, COOL, RETURN, REST -> null;
    };
  }

  private void check(Plan plan) {
    boolean known =
        organizations.all().stream()
            .anyMatch(organization -> organization.code().equals(plan.lead()));
    if (!known || !Plan.WORK.contains(plan.work()) || !plan.until().isAfter(today())) {
      throw incomplete();
    }
  }

  private static Refused incomplete() {
    return new Refused(Kind.INVALID, "R-PATTERNS-07", "patterns.refused.incomplete");
  }

  private static Refused faster(HotSpot spot) {
    return new Refused(Kind.CONFLICT, "R-PATTERNS-06", "patterns.refused.faster", spot.number());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
  }

  /** Whether the last step of a kind brought a plan. */
  Optional<HotSpotStep> plan(HotSpot spot) {
    return store.steps(spot.id()).stream().filter(step -> step.work() != null).findFirst();
  }
}
