package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of teams that were to be held together with a review that is cancelled: each meets
 * at its own hour again, or, when that is over, is cancelled with it and carries its incidents on.
 * It is part of the cancelling, which the center writes.
 */
@Component
class GuestsReturn {
  private final MeetingStore store;
  private final PacketStore packets;
  private final Carrying carrying;
  private final MeetingTold told;
  private final Teams teams;
  private final Clock clock;

  GuestsReturn(
      MeetingStore store,
      PacketStore packets,
      Carrying carrying,
      MeetingTold told,
      Teams teams,
      Clock clock) {
    this.store = store;
    this.packets = packets;
    this.carrying = carrying;
    this.told = told;
    this.teams = teams;
    this.clock = clock;
  }

  /**
   * Sends the guests of a meeting home.
   *
   * @param host as it stands since it was cancelled
   * @param step what was done to it
   * @param deferring whoever cancels it may put incidents off
   */
  void from(Meeting host, MeetingStep step, Decision deferring) {
    for (Meeting guest : store.guestsAt(host.id())) {
      Team team = teams.byCode(guest.team()).orElse(null);
      if (team != null) {
        release(team, guest, host, step, deferring);
      }
    }
  }

  private void release(
      Team team, Meeting guest, Meeting host, MeetingStep step, Decision deferring) {
    Instant now = clock.instant();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("merged_into", null);
    columns.put("slipped_at", null);
    // Calendars counted the changes of both; the next one is later than all of them.
    columns.put("sequence", guest.sequence() + host.sequence() + 1);
    boolean meets = guest.startsAt().isAfter(now);
    MeetingState state = MeetingState.CANCELLED;
    if (meets) {
      List<PacketRow> rows = packets.of(guest.team(), new ReviewWeek(guest.week()));
      Integer published = PacketRow.published(rows);
      columns.put("packet_revision", published);
      state = MeetingState.before(rows.isEmpty(), published);
    }
    columns.put("state", state.name());
    store.change(guest.id(), columns);
    store.step(
        guest.id(),
        new MeetingStep(
            meets ? "RETURN" : MeetingMoveKind.CANCEL.name(),
            MeetingState.MERGED,
            state,
            step.byAccount(),
            step.byRole(),
            now,
            step.reason(),
            host.team()));
    Meeting after = store.byId(guest.id()).orElseThrow();
    if (meets) {
      told.returned(team, after);
    } else {
      carrying.carry(deferring, team, after);
      told.cancelled(team, after);
    }
  }
}
