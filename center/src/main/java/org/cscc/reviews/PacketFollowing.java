package org.cscc.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cscc.directory.Teams;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a meeting follow its packet, in the transaction in which that is prepared or published. */
@Component
class PacketFollowing {
  private final MeetingStore store;
  private final Teams teams;
  private final MeetingTold told;
  private final Clock clock;

  PacketFollowing(MeetingStore store, Teams teams, MeetingTold told, Clock clock) {
    this.store = store;
    this.teams = teams;
    this.told = told;
    this.clock = clock;
  }

  /** A packet was prepared. */
  void prepared(String team, LocalDate week, String by, String role) {
    store
        .lock(team, week)
        .filter(meeting -> meeting.state() == MeetingState.SCHEDULED)
        .ifPresent(
            meeting -> move(meeting, MeetingMoveKind.PREPARE, new HashMap<>(), by, role, null));
  }

  /** A revision was published; what is still open meets over it. */
  void published(String team, LocalDate week, int revision, String by, String role) {
    Meeting meeting = store.lock(team, week).orElse(null);
    if (meeting == null) {
      return;
    }
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("packet_revision", revision);
    if (meeting.state() == MeetingState.SCHEDULED || meeting.state() == MeetingState.PACKET_DRAFT) {
      move(meeting, MeetingMoveKind.PUBLISH, columns, by, role, Integer.toString(revision));
      teams.byCode(team).ifPresent(known -> told.published(known, meeting));
    } else if (meeting.state() == MeetingState.PACKET_PUBLISHED || meeting.state().open()) {
      store.change(meeting.id(), columns);
    }
  }

  private void move(
      Meeting meeting,
      MeetingMoveKind kind,
      Map<String, @Nullable Object> columns,
      String by,
      String role,
      @Nullable String detail) {
    MeetingState to = kind.to(meeting.state());
    columns.put("state", to.name());
    store.change(meeting.id(), columns);
    store.step(
        meeting.id(),
        new MeetingStep(kind.name(), meeting.state(), to, by, role, clock.instant(), null, detail));
  }
}
