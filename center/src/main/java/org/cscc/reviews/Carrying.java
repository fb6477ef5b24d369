package org.cscc.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.ReviewWeek;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * R-HRIT-03 when a review is not held: what was on its table and has no word comes to the team's
 * next review. Done twice, it changes nothing.
 */
@Component
class Carrying {
  private final MeetingStore store;
  private final PacketStore packetStore;
  private final Packets packets;
  private final RoomEntries entries;
  private final Deferrals deferrals;
  private final Teams teams;
  private final WeeklyCut cut;
  private final Access access;
  private final Clock clock;

  Carrying(
      MeetingStore store,
      PacketStore packetStore,
      Packets packets,
      RoomEntries entries,
      Deferrals deferrals,
      Teams teams,
      WeeklyCut cut,
      Access access,
      Clock clock) {
    this.store = store;
    this.packetStore = packetStore;
    this.packets = packets;
    this.entries = entries;
    this.deferrals = deferrals;
    this.teams = teams;
    this.cut = cut;
    this.access = access;
    this.clock = clock;
  }

  /** Cards of which nothing was said and that wait for no later review yet. */
  static List<IncidentCard> waiting(
      List<IncidentCard> cards, Collection<UUID> putOff, List<RoomEntry> entries) {
    return Closing.withoutWord(cards, entries).stream()
        .filter(card -> !putOff.contains(card.incident()))
        .toList();
  }

  /**
   * Puts what waits for a cancelled meeting off to the team's next one. Before its packet is there,
   * nothing is known to wait; {@link #catchUp} comes back for it.
   *
   * @return how many incidents
   */
  int carry(Decision decision, Team team, Meeting meeting) {
    OpenPacket packet = packets.openTo(team, new ReviewWeek(meeting.week())).orElse(null);
    if (packet == null) {
      return 0;
    }
    List<IncidentCard> waiting =
        waiting(
            packet.content().facts().cards(),
            packet.deferrals().stream().map(Deferral::incident).toList(),
            entries.of(meeting.id()));
    if (!waiting.isEmpty()) {
      deferrals.carry(decision, team, meeting.week(), waiting, next(team, meeting.week()));
    }
    return waiting.size();
  }

  /**
   * Looks after the meetings that were cancelled before their packet was there, or whose packet has
   * brought something since.
   *
   * @return how many incidents were carried
   */
  @Transactional
  public int catchUp() {
    Decision decision = access.forSystem(Capability.DEFER_INCIDENT);
    LocalDate oldest =
        cut.holding(clock.instant()).firstDay().minusWeeks(Deferrals.LONGEST_WEEKS + 1L);
    int carried = 0;
    for (Meeting meeting : store.cancelledSince(oldest)) {
      Team team = teams.byCode(meeting.team()).orElse(null);
      if (team != null) {
        carried += carry(decision, team, meeting);
      }
    }
    return carried;
  }

  /** The next week whose review is to be held and whose packet can still bring something. */
  private LocalDate next(Team team, LocalDate week) {
    List<LocalDate> later = Deferrals.laterWeeks(week);
    return later.stream().filter(one -> takes(team, one)).findFirst().orElse(later.getLast());
  }

  private boolean takes(Team team, LocalDate week) {
    boolean held =
        store
            .of(team.code(), week)
            .map(meeting -> meeting.state().ahead() || meeting.state() == MeetingState.MERGED)
            .orElse(true);
    return held
        && packetStore.of(team.code(), new ReviewWeek(week)).stream()
            .noneMatch(row -> row.state() == PacketState.PUBLISHED);
  }
}
