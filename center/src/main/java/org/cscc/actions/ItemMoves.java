package org.cscc.actions;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries moves out: each changes the row, adds to the history, and is noted in the trail. */
@Component
class ItemMoves {
  /** A no names a better way; what waits names who can help. */
  static final String REASON = "R-ACTIONS-08";

  /** What changes a place is shown. */
  static final String EVIDENCE = "R-ACTIONS-09";

  private static final int SHORTEST_REASON = 3;
  private static final int LONGEST_REASON = 1000;

  private final ItemStore store;
  private final OwnerRule owners;
  private final Deadlines deadlines;
  private final Duplicates duplicates;
  private final FreeText freeText;
  private final Told told;
  private final AuditTrail trail;
  private final Clock clock;

  ItemMoves(
      ItemStore store,
      OwnerRule owners,
      Deadlines deadlines,
      Duplicates duplicates,
      FreeText freeText,
      Told told,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.owners = owners;
    this.deadlines = deadlines;
    this.duplicates = duplicates;
    this.freeText = freeText;
    this.told = told;
    this.trail = trail;
    this.clock = clock;
  }

  Moved move(Actor actor, @Nullable UUID key, String code, int version, Move move) {
    Instant now = clock.instant();
    ActionItem item = store.lock(SpokenCode.normal(code)).orElseThrow(Actions::unknown);
    if (!actor.reaches(item)) {
      throw Actions.unknown();
    }
    if (!store.keys.take(key, actor.account(), now)) {
      return new Moved.Already(item);
    }
    if (item.version() != version) {
      return new Moved.Stale(item, store.steps(item.id()).getLast(), move);
    }
    Refused.raise(MoveRules.refusal(move.kind(), item, actor, now));
    carryOut(actor, item, move, now);
    told.moved(item, move, actor);
    store.keys.made(key, item.id());
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "action",
            item.code(),
            item.state().name(),
            move.kind() + " " + move.kind().to(item.state())));
    return new Moved.Done(store.byCode(item.code()).orElseThrow());
  }

  private void carryOut(Actor actor, ActionItem item, Move move, Instant now) {
    ActionState to = move.kind().to(item.state());
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state", to.name());
    Change change = Change.of(item.state(), to);
    List<Evidence> shown = List.of();
    switch (move) {
      case Move.Assign wish -> {
        Instant due = wish.due() == null ? deadlines.due(item.priority(), now) : wish.due();
        change = give(item, wish.organization(), wish.account(), due, now, columns, change);
        columns.put("helpers", helpers(wish));
      }
      case Move.Reassign wish -> {
        change =
            give(
                    item,
                    wish.organization(),
                    wish.account(),
                    again(item, wish, now),
                    now,
                    columns,
                    change)
                .because(null, words("reason", wish.reason()));
        columns.put("blocked_on", null);
      }
      case Move.Decline wish -> {
        change = change.because(wish.code().name(), words("suggestion", wish.suggestion()));
        stopClock(columns);
      }
      case Move.Block wish -> {
        change = change.because(null, words("needs", wish.needs())).with(wish.unblocks());
        columns.put("blocked_on", unblocks(item, wish));
      }
      case Move.Unblock wish -> {
        change = change.because(null, wish.note().isBlank() ? null : words("note", wish.note()));
        columns.put("blocked_on", null);
      }
      case Move.Claim wish -> {
        shown = shown(wish.evidence());
        if (item.verb().physical() && shown.isEmpty()) {
          throw new Refused(Refused.Kind.INVALID, EVIDENCE, "actions.refused.evidence");
        }
        columns.put("claimed_at", ItemStore.utc(now));
        columns.put("check_until", ItemStore.utc(deadlines.checkUntil(now)));
      }
      case Move.Verify wish -> shown = shown(wish.evidence());
      case Move.Reopen wish -> {
        shown = shown(wish.evidence());
        change = change.because(null, words("reason", wish.reason()));
        columns.put("claimed_at", null);
        columns.put("check_until", null);
        // The promised date stands; what it rises by is counted anew from this look.
        startClock(item.priority(), later(item, now), columns);
      }
      case Move.Sample() -> columns.put("check_until", ItemStore.utc(deadlines.checkUntil(now)));
      case Move.Escalate wish -> {
        String reason = words("reason", wish.reason());
        change = change.because(null, reason).with("L" + (item.level() + 1));
        columns.put("level", item.level() + 1);
        store.escalation(item.id(), item.level() + 1, actor, reason, now);
      }
      case Move.Merge wish -> {
        ActionItem parent = duplicates.parent(actor, item, wish.parent());
        columns.put("parent", parent.id());
        change = change.with(parent.code());
      }
      case Move.Accept(), Move.Start() -> {
        // the state says it all
      }
    }
    store.change(item.id(), columns, now);
    store.step(item.id(), move.kind().name(), change, actor, now);
    store.evidence(item.id(), shown, actor.account(), now);
    if (to == ActionState.VERIFIED) {
      duplicates.closeWith(item, actor, now);
    }
  }

  private Change give(
      ActionItem item,
      String organization,
      String account,
      Instant due,
      Instant now,
      Map<String, @Nullable Object> columns,
      Change change) {
    owners.check(organization, account, item.origin());
    if (!due.isAfter(now) && !(item.dueAt() != null && due.equals(item.dueAt().toInstant()))) {
      throw new Refused(Refused.Kind.INVALID, OwnerRule.RULE, "actions.refused.due");
    }
    columns.put("owner_org", organization);
    columns.put("owner_account", account);
    columns.put("due_at", ItemStore.utc(due));
    startClock(item.priority(), due, columns);
    return change.with(organization + " " + account + " " + due);
  }

  /** The date that was promised stands; after a no the time is counted anew. */
  private Instant again(ActionItem item, Move.Reassign wish, Instant now) {
    if (wish.due() != null) {
      return wish.due();
    }
    return item.dueAt() == null || item.state() == ActionState.DECLINED
        ? deadlines.due(item.priority(), now)
        : item.dueAt().toInstant();
  }

  private static Instant later(ActionItem item, Instant now) {
    return item.dueAt() == null || item.dueAt().toInstant().isBefore(now)
        ? now
        : item.dueAt().toInstant();
  }

  private void startClock(Priority priority, Instant due, Map<String, @Nullable Object> columns) {
    columns.put("first_at", ItemStore.utc(deadlines.rises(priority, due, 1)));
    columns.put("second_at", ItemStore.utc(deadlines.rises(priority, due, 2)));
    columns.put("third_at", ItemStore.utc(deadlines.rises(priority, due, 3)));
  }

  private static void stopClock(Map<String, @Nullable Object> columns) {
    columns.put("first_at", null);
    columns.put("second_at", null);
    columns.put("third_at", null);
  }

  private String[] helpers(Move.Assign wish) {
    List<String> helpers =
        wish.helpers().stream().filter(h -> !h.equals(wish.organization())).distinct().toList();
    if (!owners.active().containsAll(helpers)) {
      throw new Refused(
          Refused.Kind.INVALID,
          OwnerRule.RULE,
          "actions.refused.organization",
          String.join(", ", helpers));
    }
    return helpers.toArray(String[]::new);
  }

  private String unblocks(ActionItem item, Move.Block wish) {
    if (!owners.active().contains(wish.unblocks()) || item.ownedBy(wish.unblocks())) {
      throw new Refused(Refused.Kind.INVALID, REASON, "actions.refused.unblocks");
    }
    return wish.unblocks();
  }

  /** What was shown, without what is empty; each text passes the wording check. */
  private List<Evidence> shown(List<Evidence> evidence) {
    return evidence.stream()
        .filter(one -> one.upload() != null || (one.said() != null && !one.said().isBlank()))
        .map(
            one ->
                one.said() == null
                    ? one
                    : new Evidence(one.kind(), words("said", one.said()), one.upload()))
        .toList();
  }

  private String words(String field, String written) {
    String fit = freeText.fit(field, written);
    if (fit.length() < SHORTEST_REASON || fit.length() > LONGEST_REASON) {
      throw new Refused(
          Refused.Kind.INVALID,
          REASON,
          "actions.refused.words." + field,
          SHORTEST_REASON,
          LONGEST_REASON);
    }
    return fit;
  }
}
