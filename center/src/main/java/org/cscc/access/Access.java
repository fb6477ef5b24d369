package org.cscc.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers who may do what, and issues the decisions that queries ask for. */
@Component
public class Access {
  private final KnownSeats seats;
  private final PrivacyScreen screen;
  private final Clock clock;
  private final String house;

  /**
   * @param house code of the organization that runs the center; it needs no agreement with itself
   */
  Access(
      KnownSeats seats,
      PrivacyScreen screen,
      Clock clock,
      @Value("${cscc.organization:MOCS}") String house) {
    this.seats = seats;
    this.screen = screen;
    this.clock = clock;
    this.house = house;
  }

  /**
   * Decides for the person of the current request.
   *
   * @throws Refused R-ACCESS-01 when the role does not allow it, R-HRIT-07 without an
   *     acknowledgement in date, R-COO-05 without an agreement in date
   */
  public Decision require(Capability capability) {
    if (screen.hides(capability)) {
      screen.refuseWhenOn();
    }
    return switch (answer(capability)) {
      case Answer.Yes yes -> yes.decision();
      case Answer.No no -> throw no.refusal();
    };
  }

  /** Decides for the person of the current request; empty when the answer is no. */
  public Optional<Decision> decide(Capability capability) {
    if (screen.hides(capability)) {
      return Optional.empty();
    }
    return answer(capability) instanceof Answer.Yes yes
        ? Optional.of(yes.decision())
        : Optional.empty();
  }

  /**
   * Whether the role of the person of the current request includes it at all, whatever is still
   * missing; what a navigation shows.
   */
  public boolean includes(Capability capability) {
    return !screen.hides(capability)
        && signedIn().flatMap(account -> relation(account, capability)).isPresent();
  }

  /** Whether the person of the current request first has to acknowledge confidentiality. */
  public boolean awaitsAcknowledgement() {
    return signedIn().filter(account -> !account.acknowledged(clock.instant())).isPresent()
        && Arrays.stream(Capability.values())
            .anyMatch(one -> Dataset.reachedBy(one).isPresent() && includes(one));
  }

  private Answer answer(Capability capability) {
    @Nullable SignedIn account = signedIn().orElse(null);
    @Nullable Relation relation =
        account == null ? null : relation(account, capability).orElse(null);
    if (account == null || relation == null) {
      return Answer.no("R-ACCESS-01", "access.refused.capability");
    }
    Dataset dataset = Dataset.reachedBy(capability).orElse(null);
    if (dataset != null && !account.acknowledged(clock.instant())) {
      return Answer.no("R-HRIT-07", "access.refused.acknowledgement");
    }
    if (dataset != null && !covered(account, dataset)) {
      return Answer.no("R-COO-05", "access.refused.agreement", account.organization());
    }
    return new Answer.Yes(
        new Decision(
            capability, account.name(), relation, account.seats(), areas(account.seats())));
  }

  /** What a capability needs before anything of a dataset is seen, as one answer. */
  private sealed interface Answer {
    record Yes(Decision decision) implements Answer {}

    record No(Refused refusal) implements Answer {}

    static Answer no(String rule, String messageKey, Object... arguments) {
      return new No(new Refused(Refused.Kind.FORBIDDEN, rule, messageKey, arguments));
    }
  }

  private Optional<Relation> relation(SignedIn account, Capability capability) {
    Optional<Relation> usual =
        PermissionTable.IN_FORCE.relation(account.role(), capability.matter(), capability.act());
    return usual.filter(own -> own == Relation.TEAM).isPresent()
            && (onDuty(account, capability)
                || (capability.widens() && emergencyUntil().isPresent()))
        ? Optional.of(Relation.ANY)
        : usual;
  }

  /** Whoever is on duty for the center opens and leads activations wherever something happens. */
  private boolean onDuty(SignedIn account, Capability capability) {
    return capability.matter() == Matter.CRISIS
        && account.organization().equals(house)
        && account.onDuty(clock.instant());
  }

  /**
   * Until when the person of the current request reads beyond the own teams, after giving a reason;
   * empty most of the time, and always for a token.
   */
  public Optional<Instant> emergencyUntil() {
    return stay().isEmpty()
        ? Optional.empty()
        : signedIn()
            .filter(account -> account.widened(clock.instant()))
            .map(SignedIn::widenedUntil);
  }

  private boolean covered(SignedIn account, Dataset dataset) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
    return account.organization().equals(house)
        || account.shares().stream().anyMatch(share -> share.covers(dataset, today));
  }

  /** Asked for once a decision at most, and only where the areas matter. */
  private Supplier<Set<Integer>> areas(Seats own) {
    return new Supplier<>() {
      private @Nullable Set<Integer> known;

      @Override
      public Set<Integer> get() {
        if (known == null) {
          Set<Integer> all = new HashSet<>(own.areas());
          if (!own.teams().isEmpty()) {
            all.addAll(seats.areasOf(own.teams()));
          }
          known = Set.copyOf(all);
        }
        return known;
      }
    };
  }

  /** A decision for work that the center does by itself, such as a nightly job or a command. */
  public Decision forSystem(Capability capability) {
    return new Decision(
        capability, "system", Relation.ANY, Seats.in(house, Set.of()), Set::<Integer>of);
  }

  /** How long who is signed in stays so; empty for a token. */
  public Optional<Stay> stay() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getDetails() instanceof Stay stay
        ? Optional.of(stay)
        : Optional.empty();
  }

  /**
   * Answers a request for an account that proved itself in another way than by signing in, such as
   * by a secret address: what is read meanwhile is read with what that account reaches now, and
   * nothing is widened.
   */
  public <T> T speakingFor(SignedIn account, Supplier<T> work) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext its = SecurityContextHolder.createEmptyContext();
    its.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(account, "", account.getAuthorities()));
    SecurityContextHolder.setContext(its);
    try {
      return work.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  /** Who is signed in. */
  public Optional<SignedIn> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn account
        ? Optional.of(account)
        : Optional.empty();
  }
}
