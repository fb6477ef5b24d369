package org.cscc.weekend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.directory.Organizations;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where gatherings are added, changed and cancelled. */
@Component
class GatheringDesk {
  /** Only in the areas of the own teams; of the whole city a facilitator. */
  static final String WHERE = "R-WKND-01";

  /** There is no such gathering. */
  static final String UNKNOWN = "R-WKND-02";

  /** A kind, a place, a span of at most 14 days, an organization that there is. */
  static final String FORM = "R-WKND-03";

  /** What was cancelled is not changed any more. */
  static final String CANCELLED = "R-WKND-04";

  private static final int LONGEST_PLACE = 120;
  private static final int LONGEST_NOTE = 300;
  private static final int SHORTEST = 3;
  private static final Duration LONGEST = Duration.ofDays(14);

  private final GatheringStore store;
  private final Areas areas;
  private final Organizations organizations;
  private final FreeText freeText;
  private final AuditTrail trail;
  private final Access access;
  private final TransactionOperations transactions;
  private final Clock clock;

  GatheringDesk(
      GatheringStore store,
      Areas areas,
      Organizations organizations,
      FreeText freeText,
      AuditTrail trail,
      Access access,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.areas = areas;
    this.organizations = organizations;
    this.freeText = freeText;
    this.trail = trail;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Adds a gathering.
   *
   * @param key of the form, so that it is done once; null when there is none
   * @throws Refused R-WKND-01 out of reach, R-WKND-03 for what the form does not offer
   */
  Gathering add(Decision decision, @Nullable UUID key, GatheringWish written) {
    decision.about(Capability.ADD_GATHERINGS);
    Author by = author();
    reach(decision, by, written.area());
    GatheringWish wish = fit(written);
    return done(
        transactions.execute(
            status -> {
              Instant now = clock.instant();
              if (!store.keys.take(key, by.account(), now)) {
                return store.byKey(key, by.account()).orElseThrow(GatheringDesk::unknown);
              }
              UUID id = UUID.randomUUID();
              store.add(id, wish, by.account(), now);
              Gathering made = store.byId(id).orElseThrow();
              store.step(made, "ADD", null, by, now);
              store.keys.made(key, id);
              note(Deed.CREATE, made, null);
              return made;
            }));
  }

  /** Changes a gathering as far as nobody changed it since the version that was seen. */
  GatheringMoved change(
      Decision decision, @Nullable UUID key, UUID id, int version, GatheringWish written) {
    Author by = author();
    reach(decision.about(Capability.CHANGE_GATHERINGS), by, written.area());
    GatheringWish wish = fit(written);
    return move(decision, by, key, id, version, "CHANGE", null, now -> store.change(id, wish, now));
  }

  /** Takes a gathering off, with a reason; its row stays. */
  GatheringMoved cancel(Decision decision, @Nullable UUID key, UUID id, int version, String why) {
    Author by = author();
    String reason = words("reason", why, LONGEST_NOTE);
    return move(
        decision.about(Capability.CHANGE_GATHERINGS),
        by,
        key,
        id,
        version,
        "CANCEL",
        reason,
        now -> store.cancel(id, now));
  }

  private GatheringMoved move(
      Decision decision,
      Author by,
      @Nullable UUID key,
      UUID id,
      int version,
      String move,
      @Nullable String reason,
      Consumer<Instant> write) {
    return done(
        transactions.execute(
            status -> {
              Instant now = clock.instant();
              Gathering before = store.lock(id).orElseThrow(GatheringDesk::unknown);
              reach(decision, by, before.area());
              if (!store.keys.take(key, by.account(), now)) {
                return new GatheringMoved.Done(before);
              }
              if (before.cancelled()) {
                throw new Refused(Refused.Kind.CONFLICT, CANCELLED, "weekend.refused.cancelled");
              }
              if (before.version() != version) {
                // The form's key is free again: nothing was done.
                status.setRollbackOnly();
                return new GatheringMoved.Stale(before);
              }
              write.accept(now);
              Gathering after = store.byId(id).orElseThrow();
              store.step(after, move, reason, by, now);
              store.keys.made(key, id);
              note(Deed.CHANGE, after, before);
              return new GatheringMoved.Done(after);
            }));
  }

  /** Whether somebody may change what lies in an area, or in the whole city. */
  boolean reaches(Decision decision, @Nullable Integer area) {
    return area == null
        ? access.signedIn().filter(p -> p.role() == Role.FACILITATOR).isPresent()
        : decision.reachesArea(area);
  }

  private void reach(Decision decision, Author by, @Nullable Integer area) {
    if (area == null ? by.role() != Role.FACILITATOR : !decision.reachesArea(area)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          WHERE,
          area == null ? "weekend.refused.city" : "weekend.refused.area");
    }
  }

  private GatheringWish fit(GatheringWish wish) {
    Integer area = wish.area();
    if (area != null && areas.byNumber(area).isEmpty()) {
      throw wrong("weekend.refused.no-area");
    }
    if (!wish.from().isBefore(wish.until())
        || Duration.between(wish.from(), wish.until()).compareTo(LONGEST) > 0) {
      throw wrong("weekend.refused.span");
    }
    String organization = wish.organization();
    if (organization != null
        && organizations.all().stream().noneMatch(one -> one.code().equals(organization))) {
      throw wrong("weekend.refused.organization");
    }
    return new GatheringWish(
        wish.kind(),
        area,
        words("place", wish.place(), LONGEST_PLACE),
        wish.from(),
        wish.until(),
        organization,
        wish.note().isBlank() ? "" : words("note", wish.note(), LONGEST_NOTE));
  }

  private String words(String field, String written, int longest) {
    String fit = freeText.fit(field, written);
    if (fit.length() < SHORTEST || fit.length() > longest) {
      throw new Refused(
          Refused.Kind.INVALID, FORM, "weekend.refused.words." + field, SHORTEST, longest);
    }
    return fit;
  }

  private Author author() {
    SignedIn person =
        access.signedIn().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    return new Author(person.name(), person.role());
  }

  private void note(Deed deed, Gathering now, @Nullable Gathering before) {
    trail.note(
        AuditNote.change(
            deed,
            "gathering",
            now.id().toString(),
            before == null ? null : before.kind() + " " + before.from(),
            (now.cancelled() ? "CANCELLED " : now.kind() + " ") + now.from()));
  }

  static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, UNKNOWN, "weekend.refused.unknown");
  }

  static Refused wrong(String key) {
    return new Refused(Refused.Kind.INVALID, FORM, key);
  }

  private static <T> T done(@Nullable T made) {
    if (made == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return made;
  }
}
