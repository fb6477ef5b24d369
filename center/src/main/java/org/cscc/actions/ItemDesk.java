package org.cscc.actions;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.places.Areas;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where new items are written down. */
@Component
class ItemDesk {
  /** A place that is known, and a title that can be read. */
  static final String FORM = "R-ACTIONS-04";

  private static final int SHORTEST_TITLE = 3;
  private static final int LONGEST_TITLE = 200;

  private final ItemStore store;
  private final ItemMoves moves;
  private final OwnerRule owners;
  private final FreeText freeText;
  private final Areas areas;
  private final AuditTrail trail;
  private final Clock clock;

  ItemDesk(
      ItemStore store,
      ItemMoves moves,
      OwnerRule owners,
      FreeText freeText,
      Areas areas,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.owners = owners;
    this.freeText = freeText;
    this.areas = areas;
    this.trail = trail;
    this.clock = clock;
  }

  ActionItem propose(Actor actor, @Nullable UUID key, Proposal wish) {
    Optional<ActionItem> before = key == null ? Optional.empty() : taken(key, actor);
    return before.orElseGet(() -> write(actor, key, wish));
  }

  ActionItem promise(Actor actor, @Nullable UUID key, Proposal wish, Move.Assign owner) {
    Optional<ActionItem> before = key == null ? Optional.empty() : taken(key, actor);
    if (before.isPresent()) {
      return before.get();
    }
    ActionItem made = write(actor, key, wish);
    return switch (moves.move(actor, null, made.code(), made.version(), owner)) {
      case Moved.Done done -> done.now();
      case Moved.Already already -> already.now();
      case Moved.Stale stale -> stale.present();
    };
  }

  /** The item that the same form made before; takes the key when there is none. */
  private Optional<ActionItem> taken(UUID key, Actor actor) {
    return store.keys.take(key, actor.account(), clock.instant())
        ? Optional.empty()
        : Optional.of(store.byKey(key, actor.account()).orElseThrow(Actions::unknown));
  }

  private ActionItem write(Actor actor, @Nullable UUID key, Proposal wish) {
    Instant now = clock.instant();
    String title = freeText.fit("title", wish.title());
    if (title.length() < SHORTEST_TITLE || title.length() > LONGEST_TITLE) {
      throw wrong("actions.refused.title", SHORTEST_TITLE, LONGEST_TITLE);
    }
    if (wish.area() != null && areas.byNumber(wish.area()).isEmpty()) {
      throw wrong("actions.refused.area", wish.area());
    }
    String block = block(wish);
    if (wish.organization() != null && !owners.active().contains(wish.organization())) {
      throw new Refused(
          Refused.Kind.INVALID,
          OwnerRule.RULE,
          "actions.refused.organization",
          wish.organization());
    }
    mustReach(actor, wish);
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    store.add(id, code, titled(wish, title), block, actor.account(), now);
    store.step(id, "PROPOSE", new Change(null, ActionState.PROPOSED, null, null, null), actor, now);
    store.keys.made(key, id);
    trail.note(AuditNote.change(Deed.CREATE, "action", code, null, title));
    return store.byCode(code).orElseThrow();
  }

  /** A representative proposes for the own areas, an organization what it will do itself. */
  private static void mustReach(Actor actor, Proposal wish) {
    boolean reached =
        actor.reach().everywhere()
            || (wish.area() != null && actor.reach().reachesArea(wish.area()))
            || (wish.team() != null && actor.reach().reaches(wish.team()))
            || (wish.organization() != null
                && actor.reach().reachesOrganization(wish.organization()));
    if (!reached) {
      throw new Refused(Refused.Kind.FORBIDDEN, MoveRules.WHO, "actions.refused.not-yours");
    }
  }

  private static @Nullable String block(Proposal wish) {
    if (wish.block() == null || wish.block().isBlank()) {
      return null;
    }
    Block block = Blocks.normalise(wish.block());
    if (!block.known() || wish.area() == null) {
      throw wrong("actions.refused.block", wish.block());
    }
    return block.canonical();
  }

  private static Proposal titled(Proposal wish, String title) {
    return new Proposal(
        title,
        wish.verb(),
        wish.pillar(),
        wish.priority(),
        wish.tier(),
        wish.area(),
        wish.block(),
        wish.team(),
        wish.origin(),
        wish.originRecord(),
        wish.organization());
  }

  private static Refused wrong(String key, Object... named) {
    return new Refused(Refused.Kind.INVALID, FORM, key, named);
  }
}
