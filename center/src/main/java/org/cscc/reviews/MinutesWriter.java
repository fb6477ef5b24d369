package org.cscc.reviews;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.actions.ActionItem;
import org.cscc.actions.Actions;
import org.cscc.actions.OpenPromise;
import org.cscc.directory.Team;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.UnfitWording;
import org.cscc.patterns.HotSpotDoor;
import org.cscc.patterns.HotSpotLine;
import org.springframework.stereotype.Component;

/**
 * Writes the minutes in the transaction of the closing: they are there, and everybody is told of
 * them, or the review is not closed. What stayed open is noted as carried over, so that the next
 * review begins with it.
 */
@Component
class MinutesWriter {
  private static final int MOST = 200;
  private static final Duration A_WEEK = Duration.ofDays(7);

  private final MinutesStore store;
  private final MeetingStore meetings;
  private final RoomEntries entries;
  private final Schedules schedules;
  private final Packets packets;
  private final Closing closing;
  private final Actions actions;
  private final HotSpotDoor hotSpots;
  private final FreeText freeText;
  private final Together together;
  private final MeetingTold told;
  private final Access access;

  MinutesWriter(
      MinutesStore store,
      MeetingStore meetings,
      RoomEntries entries,
      Schedules schedules,
      Packets packets,
      Closing closing,
      Actions actions,
      HotSpotDoor hotSpots,
      FreeText freeText,
      Together together,
      MeetingTold told,
      Access access) {
    this.store = store;
    this.meetings = meetings;
    this.entries = entries;
    this.schedules = schedules;
    this.packets = packets;
    this.closing = closing;
    this.actions = actions;
    this.hotSpots = hotSpots;
    this.freeText = freeText;
    this.together = together;
    this.told = told;
    this.access = access;
  }

  /**
   * Writes the next revision and tells everybody at the table, and each owner of something new.
   *
   * @throws Refused R-HRIT-09 when words that were saved before do not pass the check of today
   */
  void write(Team team, Meeting meeting, List<GuestTable> guests, MeetingActor by, Instant now) {
    List<RoomEntry> said = entries.of(meeting.id());
    said.forEach(this::mustBeFit);
    Optional<Decision> reading = access.decide(Capability.READ_ACTIONS);
    // Each review in which a promise is read out counts, so it is noted before it is told.
    reading.ifPresent(
        decision ->
            actions.carriedOver(
                decision, meeting.id(), open(team, meeting).map(ActionItem::code).toList()));
    List<GuestTable> tables = together.readOut(meeting, guests);
    List<ActionItem> items = closing.items(meeting);
    int revision = meeting.minutesRevision() + 1;
    store.add(
        new Minutes(
            meeting.id(),
            revision,
            content(team, meeting, said, open(team, meeting).toList(), items, tables, now),
            by.account(),
            now));
    told.closed(team, meeting, revision, items, tables);
  }

  /** What the team follows and was promised before this review. */
  private Stream<ActionItem> open(Team team, Meeting meeting) {
    return access
        .decide(Capability.READ_ACTIONS)
        .map(decision -> actions.openOf(decision, team.code(), MOST))
        .orElse(List.of())
        .stream()
        .filter(item -> !meeting.id().toString().equals(item.originRecord()));
  }

  private void mustBeFit(RoomEntry entry) {
    try {
      if (!entry.note().isEmpty()) {
        freeText.fit("note", entry.note());
      }
    } catch (UnfitWording unfit) {
      throw new Refused(Refused.Kind.CONFLICT, "R-HRIT-09", "reviews.refused.minutes-words");
    }
  }

  private MinutesContent content(
      Team team,
      Meeting meeting,
      List<RoomEntry> said,
      List<ActionItem> open,
      List<ActionItem> items,
      List<GuestTable> guests,
      Instant now) {
    PacketFacts facts =
        packets
            .openTo(team, new ReviewWeek(meeting.week()))
            .map(packet -> packet.content().facts())
            .orElseThrow(PacketPage::noPacket);
    Set<String> judged =
        of(said, EntryKind.BLOCK).map(RoomEntry::subject).collect(Collectors.toSet());
    return new MinutesContent(
        team.name(),
        meeting.week(),
        meeting.startsAt(),
        meeting.quorum(),
        meeting.packetRevision(),
        facts.snapshot().harmed(),
        facts.snapshot().killed(),
        seats(schedules.seats(team.code()), TableSeat::key, said),
        promises(kept(team, meeting, now), now),
        promises(open, now),
        facts.cards().stream().map(card -> incident(card, said)).toList(),
        of(said, EntryKind.BLOCK)
            .map(
                entry ->
                    new MinutesContent.Spot(
                        Integer.parseInt(entry.subject()),
                        entry.value(),
                        entry.detail() == null ? "" : entry.detail()))
            .toList(),
        candidates(team).stream()
            .filter(spot -> !judged.contains(String.valueOf(spot.number())))
            .map(HotSpotLine::number)
            .toList(),
        coming(said),
        promises(items, now),
        Closing.readBack(said, items),
        notes(said),
        guests.stream().map(guest -> guest(guest, said)).toList());
  }

  private static MinutesContent.Guest guest(GuestTable guest, List<RoomEntry> said) {
    return new MinutesContent.Guest(
        guest.team().code(),
        guest.team().name(),
        seats(guest.seats(), guest::key, said),
        guest.promises().stream().map(MinutesWriter::promise).toList(),
        guest.cards().stream().map(card -> incident(card, said)).toList());
  }

  private static MinutesContent.Promise promise(OpenPromise promise) {
    return new MinutesContent.Promise(
        promise.code(),
        promise.title(),
        promise.organization(),
        promise.due(),
        promise.state(),
        promise.late(),
        promise.carried());
  }

  private static List<MinutesContent.Seat> seats(
      List<TableSeat> seats, Function<TableSeat, String> key, List<RoomEntry> said) {
    return seats.stream()
        .map(
            seat ->
                new MinutesContent.Seat(
                    seat.organization(),
                    seat.role(),
                    of(said, EntryKind.SEAT)
                        .filter(entry -> entry.subject().equals(key.apply(seat)))
                        .map(RoomEntry::value)
                        .findFirst()
                        .orElse("UNSAID")))
        .toList();
  }

  /** What somebody else saw done since the review before. */
  private List<ActionItem> kept(Team team, Meeting meeting, Instant now) {
    Instant since =
        meetings
            .heldBefore(team.code(), meeting.week())
            .map(Meeting::startsAt)
            .orElse(meeting.startsAt().minus(A_WEEK));
    return access
        .decide(Capability.READ_ACTIONS)
        .map(decision -> actions.verifiedOf(decision, team.code(), since, now))
        .orElse(List.of());
  }

  /** What only the City reads is not for everybody at the table. */
  private static List<MinutesContent.Promise> promises(List<ActionItem> items, Instant now) {
    return items.stream()
        .filter(item -> item.tier().equals("T1") && item.parentCode() == null)
        .map(
            item ->
                new MinutesContent.Promise(
                    item.code(),
                    item.title(),
                    item.ownerOrg(),
                    Optional.ofNullable(item.due()).map(ZonedDateTime::toLocalDate).orElse(null),
                    item.state().name(),
                    item.late(now),
                    item.carried()))
        .toList();
  }

  private static MinutesContent.Incident incident(IncidentCard card, List<RoomEntry> said) {
    RoomEntry entry =
        of(said, EntryKind.INCIDENT)
            .filter(one -> one.subject().equals(card.incident().toString()))
            .findFirst()
            .orElseThrow();
    return new MinutesContent.Incident(
        card.day(),
        card.block(),
        card.area(),
        card.harmed(),
        card.killed(),
        entry.value(),
        entry.value().equals("DEFERRED") ? RoomDesk.until(entry.detail()) : null,
        entry.note());
  }

  private List<HotSpotLine> candidates(Team team) {
    return access
        .decide(Capability.READ_PATTERNS)
        .map(decision -> hotSpots.open(decision, Set.copyOf(team.areaNumbers())))
        .orElse(List.of())
        .stream()
        .filter(spot -> spot.state().equals("CANDIDATE"))
        .toList();
  }

  private static List<MinutesContent.Coming> coming(List<RoomEntry> said) {
    return of(said, EntryKind.LOOK_AHEAD)
        .filter(entry -> !entry.value().equals("TAKEN_OFF"))
        .map(
            entry ->
                new MinutesContent.Coming(
                    LocalDate.parse(String.valueOf(entry.detail())), entry.value(), entry.note()))
        .sorted(Comparator.comparing(MinutesContent.Coming::day))
        .toList();
  }

  private static List<MinutesContent.Note> notes(List<RoomEntry> said) {
    List<MinutesContent.Note> notes = new ArrayList<>();
    for (AgendaPart part : AgendaPart.values()) {
      of(said, EntryKind.NOTE)
          .filter(entry -> entry.subject().equals(part.word()) && !entry.note().isEmpty())
          .forEach(entry -> notes.add(new MinutesContent.Note(part, entry.note())));
    }
    return notes;
  }

  private static Stream<RoomEntry> of(List<RoomEntry> said, EntryKind kind) {
    return said.stream().filter(entry -> entry.kind() == kind);
  }
}
