package org.cscc.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.actions.ActionItem;
import org.cscc.actions.ActionState;
import org.cscc.actions.Actions;
import org.cscc.actions.Origin;
import org.cscc.directory.Team;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.springframework.stereotype.Component;

/** What a review needs before it is closed (B2). */
@Component
class Closing {
  private final Packets packets;
  private final RoomEntries entries;
  private final Actions actions;
  private final Access access;

  Closing(Packets packets, RoomEntries entries, Actions actions, Access access) {
    this.packets = packets;
    this.entries = entries;
    this.actions = actions;
    this.access = access;
  }

  /**
   * Refuses to close what is not finished.
   *
   * @param guests teams that are held together with it: their incidents get a word as well
   * @throws Refused R-HRIT-03 while an incident has no word, R-HRIT-04 while an item has no owner
   */
  void check(Team team, Meeting meeting, List<GuestTable> guests) {
    List<IncidentCard> cards = new ArrayList<>(cards(team, meeting));
    guests.forEach(guest -> cards.addAll(guest.cards()));
    int incidents = withoutWord(cards, entries.of(meeting.id())).size();
    if (incidents > 0) {
      throw new Refused(
          Refused.Kind.CONFLICT, "R-HRIT-03", "reviews.refused.meeting-incidents", incidents);
    }
    long items = items(meeting).stream().filter(Closing::unowned).count();
    if (items > 0) {
      throw new Refused(Refused.Kind.CONFLICT, "R-HRIT-04", "reviews.refused.meeting-items", items);
    }
  }

  /** What came out of the meeting, for who may read items. */
  List<ActionItem> items(Meeting meeting) {
    return access
        .decide(Capability.READ_ACTIONS)
        .map(decision -> actions.from(decision, Origin.MEETING, meeting.id().toString()))
        .orElse(List.of());
  }

  /** Incidents on the table: of the week, late ones, and those put off to it. */
  private List<IncidentCard> cards(Team team, Meeting meeting) {
    return packets
        .openTo(team, new ReviewWeek(meeting.week()))
        .map(packet -> packet.content().facts().cards())
        .orElse(List.of());
  }

  /** Those of which nothing was said. */
  static List<IncidentCard> withoutWord(List<IncidentCard> cards, List<RoomEntry> entries) {
    Set<String> said =
        entries.stream()
            .filter(entry -> entry.kind() == EntryKind.INCIDENT)
            .map(RoomEntry::subject)
            .collect(Collectors.toSet());
    return cards.stream().filter(card -> !said.contains(key(card.incident()))).toList();
  }

  /** Whether the items were read back after the last of them was captured. */
  static boolean readBack(List<RoomEntry> entries, List<ActionItem> items) {
    return entries.stream()
        .filter(entry -> entry.kind() == EntryKind.READ_BACK)
        .anyMatch(
            entry ->
                items.stream().noneMatch(item -> item.createdAt().toInstant().isAfter(entry.at())));
  }

  private static String key(UUID incident) {
    return incident.toString();
  }

  /** R-HRIT-04: one organization, one account, a date. */
  static boolean unowned(ActionItem item) {
    return item.parentCode() == null
        && (item.state() == ActionState.PROPOSED || item.ownerAccount() == null);
  }
}
