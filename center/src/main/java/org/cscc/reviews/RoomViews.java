package org.cscc.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.actions.ActionItem;
import org.cscc.actions.Actions;
import org.cscc.directory.Team;
import org.cscc.home.Asking;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.HotSpotDoor;
import org.cscc.patterns.HotSpotLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the page of a room shows: each thing once, however much stands in it. */
@Component
class RoomViews {
  private static final int MOST_PROMISES = 60;

  private final RoomEntries entries;
  private final MeetingStore store;
  private final MinutesStore minutes;
  private final Schedules schedules;
  private final Packets packets;
  private final PacketPicture picture;
  private final Closing closing;
  private final Actions actions;
  private final HotSpotDoor hotSpots;
  private final Tensions tensions;
  private final FirstResponses responses;
  private final Together together;
  private final BusinessCalendar calendar;
  private final Access access;
  private final Clock clock;

  RoomViews(
      RoomEntries entries,
      MeetingStore store,
      MinutesStore minutes,
      Schedules schedules,
      Packets packets,
      PacketPicture picture,
      Closing closing,
      Actions actions,
      HotSpotDoor hotSpots,
      Tensions tensions,
      FirstResponses responses,
      Together together,
      BusinessCalendar calendar,
      Access access,
      Clock clock) {
    this.entries = entries;
    this.store = store;
    this.minutes = minutes;
    this.schedules = schedules;
    this.packets = packets;
    this.picture = picture;
    this.closing = closing;
    this.actions = actions;
    this.hotSpots = hotSpots;
    this.tensions = tensions;
    this.responses = responses;
    this.together = together;
    this.calendar = calendar;
    this.access = access;
    this.clock = clock;
  }

  RoomView of(Team team, Meeting meeting, List<MeetingStep> steps, Locale locale) {
    Instant now = clock.instant();
    List<RoomEntry> written = entries.of(meeting.id());
    Left left = left(team, meeting);
    PacketView packet =
        packets
            .openTo(team, new ReviewWeek(meeting.week()))
            .map(open -> PacketView.of(open, picture.of(open.content(), locale)))
            .orElse(null);
    return new RoomView(
        packet,
        parts(meeting, steps),
        schedules.seats(team.code()),
        written,
        promises(team),
        closing.items(meeting),
        blocks(team),
        coming(team, meeting, written),
        packet == null
            ? Map.of()
            : responses.to(packet.facts().cards().stream().map(IncidentCard::incident).toList()),
        access
            .decide(Capability.READ_TENSION)
            .map(decision -> tensions.now(decision, team.areaNumbers()))
            .orElse(List.of()),
        left.last(),
        left.minutes(),
        together.at(meeting),
        now);
  }

  /**
   * What the team's last review left. Held together with another team's, it left the minutes of
   * that one, so the center looks for them.
   */
  private Left left(Team team, Meeting meeting) {
    return Asking.asTheCenter(
        () ->
            store
                .satBefore(team.code(), meeting.week())
                .map(last -> new Left(last, minutes.newest(last.heldAt()).orElse(null)))
                .orElse(new Left(null, null)));
  }

  private record Left(@Nullable Meeting last, @Nullable Minutes minutes) {}

  private List<ActionItem> promises(Team team) {
    return access
        .decide(Capability.READ_ACTIONS)
        .map(decision -> actions.openOf(decision, team.code(), MOST_PROMISES))
        .orElse(List.of());
  }

  private List<HotSpotLine> blocks(Team team) {
    return access
        .decide(Capability.READ_PATTERNS)
        .map(decision -> hotSpots.open(decision, Set.copyOf(team.areaNumbers())))
        .orElse(List.of());
  }

  /** The agenda, from when the review was opened or is planned; longer hours stretch every part. */
  private static List<RoomView.Part> parts(Meeting meeting, List<MeetingStep> steps) {
    ZonedDateTime from =
        steps.stream()
            .filter(step -> step.move().equals(MeetingMoveKind.START.name()))
            .reduce((first, second) -> second)
            .map(MeetingStep::atInChicago)
            .orElse(meeting.begins());
    List<RoomView.Part> parts = new ArrayList<>();
    for (AgendaPart part : AgendaPart.values()) {
      Duration lasts = Duration.ofSeconds((long) part.minutes() * meeting.minutes());
      parts.add(
          new RoomView.Part(part, Math.round(lasts.toSeconds() / 60f), from, from.plus(lasts)));
      from = from.plus(lasts);
    }
    return parts;
  }

  private List<RoomView.Coming> coming(Team team, Meeting meeting, List<RoomEntry> written) {
    LocalDate first = WallClock.dayOf(meeting.startsAt());
    LocalDate last = first.plusDays(RoomView.AHEAD_DAYS);
    List<RoomView.Coming> coming = new ArrayList<>();
    Set<String> here = new HashSet<>();
    for (RoomEntry entry : written) {
      if (entry.kind() == EntryKind.LOOK_AHEAD) {
        here.add(entry.subject());
        if (!entry.value().equals("TAKEN_OFF")) {
          add(coming, entry, entry.version());
        }
      }
    }
    for (RoomEntry entry : entries.comingBefore(team.code(), meeting.id(), first, last)) {
      if (!here.contains(entry.subject())) {
        add(coming, entry, 0);
      }
    }
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (!calendar.isBusinessDay(day) && day.getDayOfWeek().getValue() <= 5) {
        coming.add(new RoomView.Coming(day, "OFFICES_CLOSED", "", null, 0));
      }
    }
    coming.sort(Comparator.comparing(RoomView.Coming::day));
    return coming;
  }

  private static void add(List<RoomView.Coming> coming, RoomEntry entry, int seen) {
    LocalDate day = LocalDate.parse(String.valueOf(entry.detail()));
    coming.add(new RoomView.Coming(day, entry.value(), entry.note(), entry, seen));
  }
}
