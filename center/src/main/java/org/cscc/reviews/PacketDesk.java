package org.cscc.reviews;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.reviews.PacketStep.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where packets are prepared and published. Doing it twice, or on two nodes at once, changes
 * nothing: a packet that would say the same is not prepared again. Ask with a decision about {@link
 * Capability#PREPARE_PACKET}.
 */
@Component
public class PacketDesk {
  private final PacketStore store;
  private final PacketWriter writer;
  private final Teams teams;
  private final Access access;
  private final Clock clock;
  private final TransactionOperations transactions;
  private final AuditTrail trail;
  private final PacketFollowing meetings;

  PacketDesk(
      PacketStore store,
      PacketWriter writer,
      Teams teams,
      Access access,
      Clock clock,
      TransactionOperations transactions,
      AuditTrail trail,
      PacketFollowing meetings) {
    this.store = store;
    this.writer = writer;
    this.teams = teams;
    this.access = access;
    this.clock = clock;
    this.transactions = transactions;
    this.trail = trail;
    this.meetings = meetings;
  }

  /**
   * Prepares the packets of a week for all teams within reach: a first draft, a newer draft where
   * the records moved, a draft of the next revision where a published one no longer agrees.
   *
   * @return the drafts that are new
   * @throws Refused R-REVIEWS-03 when the week is not over, R-REVIEWS-04 before the first import
   */
  public List<PacketRow> prepare(Decision decision, ReviewWeek week) {
    return prepare(
        decision,
        week,
        teams.reachedBy(decision).stream().map(Team::code).toList(),
        decision.account().equals("system") ? Reason.CUT : Reason.ASKED);
  }

  List<PacketRow> prepare(
      Decision decision, ReviewWeek week, Collection<String> wanted, Reason reason) {
    decision.about(Capability.PREPARE_PACKET);
    if (week.end().isAfter(clock.instant())) {
      throw new Refused(
          Refused.Kind.CONFLICT, "R-REVIEWS-03", "reviews.refused.not-over", week.lastDay());
    }
    PacketWriter.Week writing = writer.begin(week);
    List<PacketRow> drafts = new ArrayList<>();
    for (Team team : teams.reachedBy(decision)) {
      if (wanted.contains(team.code())) {
        PacketFacts facts = writing.facts(team);
        transactions
            .execute(status -> keep(decision, team, week, writing, facts, reason))
            .ifPresent(drafts::add);
      }
    }
    return List.copyOf(drafts);
  }

  /** Publishes the draft as it is, for work that the center does by itself. */
  public PublishOutcome publish(Decision decision, ReviewWeek week, String team) {
    Team known = teams.byCode(team).orElseThrow();
    return publish(decision, week, known, draft(store.of(team, week)).contentHash());
  }

  /**
   * Publishes the draft that a person has read: from then on it is frozen.
   *
   * @param shown hash of the content that was read
   */
  PublishOutcome publish(Decision decision, ReviewWeek week, Team team, String shown) {
    decision.about(Capability.PREPARE_PACKET);
    PacketWriter.Week writing = writer.begin(week);
    PacketFacts facts = writing.facts(team);
    PublishOutcome outcome = publish(decision, week, team, shown, writing, facts);
    // What became of each incident is read by the center, so not within the transaction.
    return outcome instanceof PublishOutcome.Stale stale
        ? new PublishOutcome.Stale(stale.shown(), stale.now(), changes(stale))
        : outcome;
  }

  private List<PacketChange> changes(PublishOutcome.Stale stale) {
    return Differences.between(
        store.content(stale.shown().id()).facts().snapshot(),
        store.content(stale.now().id()).facts().snapshot(),
        writer.fates());
  }

  private PublishOutcome publish(
      Decision decision,
      ReviewWeek week,
      Team team,
      String shown,
      PacketWriter.Week writing,
      PacketFacts facts) {
    return transactions.execute(
        status -> {
          store.lock(team.code(), week);
          PacketRow read = read(team, week, shown);
          keepLocked(decision, team, week, writing, facts, Reason.RECORDS_CHANGED);
          List<PacketRow> rows = store.of(team.code(), week);
          PacketRow draft = draft(rows);
          if (!draft.contentHash().equals(shown)) {
            return new PublishOutcome.Stale(read, draft, List.of());
          }
          for (PacketRow old : rows) {
            if (old.state() == PacketState.PUBLISHED) {
              step(decision, old, PacketState.REVISED, Reason.RECORDS_CHANGED);
            }
          }
          step(decision, draft, PacketState.PUBLISHED, Reason.FOR_THE_MEETING);
          meetings.published(
              team.code(), week.firstDay(), draft.revision(), decision.account(), role());
          return new PublishOutcome.Published(draft);
        });
  }

  /** Takes every packet away, when a demo home is emptied for real data. */
  public void removeAll() {
    store.removeAll();
  }

  private PacketRow read(Team team, ReviewWeek week, String shown) {
    Optional<PacketRow> row =
        shown.matches("[0-9a-f]{64}")
            ? store.shown(team.code(), week, HexFormat.of().parseHex(shown))
            : Optional.empty();
    return row.orElseThrow(
        () -> new Refused(Refused.Kind.INVALID, "R-HRIT-02", "reviews.refused.not-shown"));
  }

  private static PacketRow draft(List<PacketRow> rows) {
    return rows.stream()
        .filter(row -> row.state() == PacketState.DRAFT)
        .findFirst()
        .orElseThrow(
            () -> new Refused(Refused.Kind.CONFLICT, "R-HRIT-02", "reviews.refused.no-draft"));
  }

  private Optional<PacketRow> keep(
      Decision decision,
      Team team,
      ReviewWeek week,
      PacketWriter.Week writing,
      PacketFacts facts,
      Reason reason) {
    store.lock(team.code(), week);
    return keepLocked(decision, team, week, writing, facts, reason);
  }

  /** Stores the facts as a draft, unless the newest row says the same already. */
  private Optional<PacketRow> keepLocked(
      Decision decision,
      Team team,
      ReviewWeek week,
      PacketWriter.Week writing,
      PacketFacts facts,
      Reason reason) {
    List<PacketRow> rows = store.of(team.code(), week);
    Optional<PacketRow> newest = rows.stream().findFirst();
    PacketWriter.Written written = writing.write(team, facts);
    if (newest.isPresent()
        && written.saysTheSame(newest.get())
        && (reason == Reason.RECORDS_CHANGED || !promisesMoved(newest.get(), facts))) {
      return Optional.empty();
    }
    int revision = newest.map(row -> row.frozen() ? row.revision() + 1 : row.revision()).orElse(1);
    int edition = store.editions(team.code(), week, revision) + 1;
    PacketRow draft = written.row(UUID.randomUUID(), revision, edition, clock.instant());
    store.add(draft, written.content(), decision.account());
    newest
        .filter(row -> row.state() == PacketState.DRAFT)
        .ifPresent(old -> step(decision, old, PacketState.SET_ASIDE, reason));
    store.step(draft, taken(decision, null, PacketState.DRAFT, reason));
    meetings.prepared(team.code(), week.firstDay(), decision.account(), role());
    return Optional.of(draft);
  }

  /** Whether a draft tells other promises: no reason to refuse a reader, one to prepare it anew. */
  private boolean promisesMoved(PacketRow row, PacketFacts facts) {
    return row.state() == PacketState.DRAFT
        && !store.content(row.id()).facts().promises().equals(facts.promises());
  }

  private void step(Decision decision, PacketRow row, PacketState to, Reason reason) {
    store.step(row, taken(decision, row.state(), to, reason));
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "packet",
            row.week() + "/" + row.team() + "/r" + row.revision(),
            row.state().name(),
            to.name()));
  }

  private PacketStep taken(
      Decision decision, @Nullable PacketState from, PacketState to, Reason reason) {
    return new PacketStep(0, from, to, decision.account(), role(), clock.instant(), reason);
  }

  private String role() {
    return access.signedIn().map(account -> account.role().name()).orElse("SYSTEM");
  }
}
