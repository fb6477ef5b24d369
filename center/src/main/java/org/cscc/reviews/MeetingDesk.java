package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves meetings: the table of {@link MeetingMoveKind}, what each move asks for besides, and the
 * row of history that it leaves.
 */
@Component
class MeetingDesk {
  /** Only a role of the table. */
  static final String WHO = "R-MEET-01";

  /** Only from the states that the table names. */
  static final String STATE = "R-MEET-02";

  /** No review before its day. */
  static final String DAY = "R-MEET-03";

  /** No packet, no step that rests on one. */
  static final String PACKET = "R-MEET-04";

  /** A reason that can be read. */
  static final String REASON = "R-MEET-05";

  /** Into a meeting that is still ahead, of the same week, by one that has no guests itself. */
  static final String MERGE = "R-MEET-07";

  private static final int SHORTEST_REASON = 3;
  private static final int LONGEST_REASON = 500;

  private final MeetingStore store;
  private final PacketStore packetStore;
  private final Packets packets;
  private final MeetingTold told;
  private final Closing closing;
  private final MinutesWriter minutes;
  private final Carrying carrying;
  private final Together together;
  private final GuestsReturn guestsReturn;
  private final FreeText freeText;
  private final AuditTrail trail;
  private final Teams teams;
  private final TransactionOperations transactions;
  private final Access access;
  private final Clock clock;

  MeetingDesk(
      MeetingStore store,
      PacketStore packetStore,
      Packets packets,
      MeetingTold told,
      Closing closing,
      MinutesWriter minutes,
      Carrying carrying,
      Together together,
      GuestsReturn guestsReturn,
      FreeText freeText,
      AuditTrail trail,
      Teams teams,
      TransactionOperations transactions,
      Access access,
      Clock clock) {
    this.store = store;
    this.packetStore = packetStore;
    this.packets = packets;
    this.told = told;
    this.closing = closing;
    this.minutes = minutes;
    this.carrying = carrying;
    this.together = together;
    this.guestsReturn = guestsReturn;
    this.freeText = freeText;
    this.trail = trail;
    this.teams = teams;
    this.transactions = transactions;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The meeting of a team and week.
   *
   * @throws Refused R-REVIEWS-01 out of reach, R-REVIEWS-02 when there is none
   */
  Meeting meeting(Decision decision, String team, ReviewWeek week) {
    packets.team(decision.about(Capability.READ_MEETINGS), team);
    return store.of(team, week.firstDay()).orElseThrow(MeetingDesk::none);
  }

  /**
   * The meeting of a team and week, in which something can be written down.
   *
   * @throws Refused R-MEET-02 when it is not open
   */
  Meeting openMeeting(String team, ReviewWeek week) {
    Meeting meeting = meeting(access.require(Capability.READ_MEETINGS), team, week);
    if (!meeting.state().open()) {
      throw new Refused(
          Refused.Kind.CONFLICT, STATE, "reviews.refused.meeting-state." + meeting.state());
    }
    return meeting;
  }

  /**
   * Moves a meeting.
   *
   * @param version the one that the person saw
   * @throws Refused when the rules forbid it: R-MEET-01 for who, R-MEET-02 for its state, and what
   *     the move asks for
   */
  MeetingMoved move(
      Decision decision, String team, ReviewWeek week, int version, MeetingMove move) {
    Team known = packets.team(decision.about(Capability.READ_MEETINGS), team);
    // Of other teams, so read as the center, and before the transaction of the person begins.
    List<Meeting> guests =
        Asking.asTheCenter(
            () ->
                store.guestsOf(known.code()).stream()
                    .filter(guest -> guest.week().equals(week.firstDay()))
                    .toList());
    Supplier<@Nullable MeetingMoved> work =
        () ->
            transactions.execute(
                status -> {
                  MeetingMoved made = move(decision, actor(), known, week, version, move, guests);
                  follow(guests, made, move.kind());
                  return made;
                });
    MeetingMoved moved;
    if (touchesGuests(move.kind(), guests)) {
      if (move.kind().openTo(actor().role())) {
        // The rows are not held against the person then, so the person's reach is asked for here.
        packets.team(access.require(Capability.RUN_MEETINGS), team);
      }
      moved = Asking.asTheCenter(work);
    } else {
      moved = work.get();
    }
    if (moved == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return moved;
  }

  /**
   * What becomes of guests is written by the center in the same transaction: whoever leads the
   * meeting need not reach the teams that came to it. What that person may do was asked before.
   */
  private static boolean touchesGuests(MeetingMoveKind kind, List<Meeting> guests) {
    return switch (kind) {
      // A guest may come in the same moment, so the guests are looked for again within.
      case CANCEL -> true;
      case CLOSE -> !guests.isEmpty();
      default -> false;
    };
  }

  /** Who is held together with a meeting hears what becomes of it as well as its own table. */
  private void follow(List<Meeting> guests, MeetingMoved moved, MeetingMoveKind kind) {
    if (!(moved instanceof MeetingMoved.Done done)
        || kind == MeetingMoveKind.MERGE
        || kind == MeetingMoveKind.CANCEL) {
      return;
    }
    Meeting held = done.now();
    MeetingStep last = store.steps(held.id()).getLast();
    for (Meeting guest : guests) {
      if (held.id().equals(guest.mergedInto())) {
        teams.byCode(guest.team()).ifPresent(team -> told.moved(team, guest, held, last));
      }
    }
  }

  private MeetingMoved move(
      Decision decision,
      MeetingActor actor,
      Team team,
      ReviewWeek week,
      int version,
      MeetingMove move,
      List<Meeting> guests) {
    MeetingMoveKind kind = move.kind();
    if (store.of(team.code(), week.firstDay()).isEmpty()) {
      throw none();
    }
    // Whoever may not move it can not hold its row either.
    if (!kind.openTo(actor.role())) {
      throw new Refused(Refused.Kind.FORBIDDEN, WHO, "reviews.refused.meeting-role");
    }
    Meeting meeting = store.lock(team.code(), week.firstDay()).orElseThrow(MeetingDesk::none);
    if (meeting.version() != version) {
      return new MeetingMoved.Stale(meeting, store.steps(meeting.id()).getLast(), move);
    }
    if (!kind.from(meeting.state())) {
      throw new Refused(
          Refused.Kind.CONFLICT, STATE, "reviews.refused.meeting-state." + meeting.state());
    }
    // Its guests would be held with a review that is held nowhere itself.
    if (kind == MeetingMoveKind.MERGE
        && guests.stream().anyMatch(guest -> meeting.id().equals(guest.mergedInto()))) {
      throw new Refused(Refused.Kind.CONFLICT, MERGE, "reviews.refused.meeting-has-guests");
    }
    Instant now = clock.instant();
    Map<String, @Nullable Object> columns = new HashMap<>();
    MeetingStep step = step(decision, team, meeting, actor, move, guests, columns, now);
    columns.put("state", step.to().name());
    try {
      store.change(meeting.id(), columns);
    } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
      if (kind == MeetingMoveKind.MERGE) {
        // The other review was merged, opened or cancelled in the same moment.
        throw merge();
      }
      throw e;
    }
    store.step(meeting.id(), step);
    Meeting after = store.byId(meeting.id()).orElseThrow();
    if (kind == MeetingMoveKind.CANCEL) {
      guestsReturn.from(after, step, access.require(Capability.DEFER_INCIDENT));
    }
    UUID other = after.mergedInto();
    told.moved(team, after, other == null ? after : store.byId(other).orElse(after), step);
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "meeting",
            meeting.week() + "/" + meeting.team(),
            meeting.state().name(),
            kind + " " + step.to()));
    return new MeetingMoved.Done(after);
  }

  private MeetingStep step(
      Decision decision,
      Team team,
      Meeting meeting,
      MeetingActor actor,
      MeetingMove move,
      List<Meeting> guests,
      Map<String, @Nullable Object> columns,
      Instant now) {
    @Nullable String reason = null;
    @Nullable String detail = null;
    switch (move) {
      case MeetingMove.Plain plain ->
          detail = plain(team, meeting, actor, plain.kind(), guests, columns, now);
      case MeetingMove.Cancel wish -> {
        reason = words(wish.reason());
        columns.put("sequence", meeting.sequence() + 1);
        detail =
            Integer.toString(
                carrying.carry(access.require(Capability.DEFER_INCIDENT), team, meeting));
      }
      case MeetingMove.Merge wish -> {
        reason = words(wish.reason());
        Meeting other = other(decision, meeting, wish.team());
        columns.put("merged_into", other.id());
        columns.put("sequence", meeting.sequence() + 1);
        detail = other.team();
      }
      case MeetingMove.Move wish -> {
        reason = words(wish.reason());
        detail = move(meeting, wish, columns, now);
      }
      case MeetingMove.Reopen wish -> {
        reason = words(wish.reason());
        columns.put("unclosed_at", null);
      }
    }
    return new MeetingStep(
        move.kind().name(),
        meeting.state(),
        move.kind().to(meeting.state()),
        actor.account(),
        actor.role().name(),
        now,
        reason,
        detail);
  }

  private @Nullable String plain(
      Team team,
      Meeting meeting,
      MeetingActor actor,
      MeetingMoveKind kind,
      List<Meeting> guests,
      Map<String, @Nullable Object> columns,
      Instant now) {
    switch (kind) {
      case PREPARE -> {
        if (packetStore.of(meeting.team(), new ReviewWeek(meeting.week())).isEmpty()) {
          throw new Refused(Refused.Kind.CONFLICT, PACKET, "reviews.refused.meeting-no-packet");
        }
      }
      case PUBLISH -> {
        int revision = published(meeting);
        columns.put("packet_revision", revision);
        return Integer.toString(revision);
      }
      case START -> {
        if (WallClock.dayOf(now).isBefore(WallClock.dayOf(meeting.startsAt()))) {
          throw new Refused(Refused.Kind.CONFLICT, DAY, "reviews.refused.meeting-early");
        }
      }
      case CLOSE -> {
        List<GuestTable> tables = guests.isEmpty() ? List.of() : together.at(meeting);
        closing.check(team, meeting, tables);
        minutes.write(team, meeting, tables, actor, now);
        columns.put("minutes_revision", meeting.minutesRevision() + 1);
        return Integer.toString(meeting.minutesRevision() + 1);
      }
      default -> {
        // nothing besides the state
      }
    }
    return null;
  }

  private int published(Meeting meeting) {
    return packetStore.of(meeting.team(), new ReviewWeek(meeting.week())).stream()
        .filter(row -> row.state() == PacketState.PUBLISHED)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(Refused.Kind.CONFLICT, PACKET, "reviews.refused.meeting-not-published"))
        .revision();
  }

  /** A meeting stays within its own calendar week, so that no week has two and none has none. */
  private static String move(
      Meeting meeting, MeetingMove.Move wish, Map<String, @Nullable Object> columns, Instant now) {
    ReviewWeek held = new ReviewWeek(meeting.week()).next();
    if (!wish.startsAt().isAfter(now) || !held.holds(WallClock.dayOf(wish.startsAt()))) {
      throw new Refused(
          Refused.Kind.INVALID,
          MeetingRule.ONE_A_WEEK,
          "reviews.refused.meeting-week",
          held.firstDay(),
          held.lastDay());
    }
    columns.put("starts_at", MeetingStore.utc(wish.startsAt()));
    columns.put("place", wish.place());
    columns.put("sequence", meeting.sequence() + 1);
    // At its new hour it can slip again, and people hear of it again.
    columns.put("slipped_at", null);
    return wish.startsAt().toString();
  }

  private Meeting other(Decision decision, Meeting meeting, String team) {
    if (team.equals(meeting.team())) {
      throw merge();
    }
    packets.team(decision, team);
    return store.of(team, meeting.week()).filter(o -> o.state().ahead()).orElseThrow(() -> merge());
  }

  private static Refused merge() {
    return new Refused(Refused.Kind.CONFLICT, MERGE, "reviews.refused.meeting-merge");
  }

  private String words(String written) {
    String fit = freeText.fit("reason", written);
    if (fit.length() < SHORTEST_REASON || fit.length() > LONGEST_REASON) {
      throw new Refused(
          Refused.Kind.INVALID,
          REASON,
          "reviews.refused.meeting-reason",
          SHORTEST_REASON,
          LONGEST_REASON);
    }
    return fit;
  }

  MeetingActor actor() {
    return access
        .signedIn()
        .map((SignedIn person) -> new MeetingActor(person.name(), person.role()))
        .orElseGet(() -> new MeetingActor("system", Role.FACILITATOR));
  }

  static Refused none() {
    return new Refused(Refused.Kind.NOT_FOUND, "R-REVIEWS-02", "reviews.refused.no-meeting");
  }
}
