package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.HotSpotDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where things are written down during a review. Two people who write at once lose nothing: the
 * second is shown both; the same form sent twice is written once.
 */
@Component
class RoomDesk {
  /** A value that the form offers, about something that is on the table. */
  static final String FORM = "R-MEET-09";

  private static final int LONGEST_NOTE = 1000;

  private final MeetingStore store;
  private final MeetingDesk desk;
  private final RoomEntries entries;
  private final Schedules schedules;
  private final Packets packets;
  private final Deferrals deferrals;
  private final Together together;
  private final HotSpotDoor hotSpots;
  private final FreeText freeText;
  private final AuditTrail trail;
  private final Access access;
  private final TransactionOperations transactions;
  private final Clock clock;

  RoomDesk(
      MeetingStore store,
      MeetingDesk desk,
      RoomEntries entries,
      Schedules schedules,
      Packets packets,
      Deferrals deferrals,
      Together together,
      HotSpotDoor hotSpots,
      FreeText freeText,
      AuditTrail trail,
      Access access,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.desk = desk;
    this.entries = entries;
    this.schedules = schedules;
    this.packets = packets;
    this.deferrals = deferrals;
    this.together = together;
    this.hotSpots = hotSpots;
    this.freeText = freeText;
    this.trail = trail;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Writes something down.
   *
   * @throws Refused R-MEET-02 when the room is not open for it, R-MEET-09 when the form does not
   *     offer it
   */
  Written write(Decision decision, String team, ReviewWeek week, EntryWish written) {
    decision.about(Capability.RUN_MEETINGS);
    Team known = packets.team(decision, team);
    List<GuestTable> guests = store.of(team, week.firstDay()).map(together::at).orElse(List.of());
    Supplier<@Nullable Written> work =
        () -> transactions.execute(status -> write(known, week, guests, written));
    // What is said of a guest's incident is followed in the guest's own rows, which whoever leads
    // this review need not reach. That the person leads it was asked just now.
    boolean ofGuests = written.kind() == EntryKind.INCIDENT && !guests.isEmpty();
    Written made = ofGuests ? Asking.asTheCenter(work) : work.get();
    if (made == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return made;
  }

  private Written write(Team known, ReviewWeek week, List<GuestTable> guests, EntryWish written) {
    MeetingActor actor = desk.actor();
    Optional<RoomEntry> before = entries.byKey(written.key(), actor.account());
    if (before.isPresent()) {
      return new Written.Done(before.get());
    }
    Meeting meeting = store.lock(known.code(), week.firstDay()).orElseThrow(MeetingDesk::none);
    mustBeOpen(meeting, written.kind());
    EntryWish wish = written.noted(note(written.note()));
    check(known, meeting, guests, wish);
    Instant now = clock.instant();
    Optional<RoomEntry> there = entries.newest(meeting.id(), wish.kind(), wish.subject());
    // What is read back a second time is said of more items.
    if (there.isPresent() && there.get().says(wish) && wish.kind() != EntryKind.READ_BACK) {
      return new Written.Done(there.get());
    }
    if (there.map(RoomEntry::version).orElse(0) != wish.seen()
        || !entries.add(meeting.id(), wish, actor, now)) {
      return new Written.Conflict(
          entries.newest(meeting.id(), wish.kind(), wish.subject()).orElseThrow(), wish);
    }
    follow(known, meeting, guests, wish);
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "meeting",
            meeting.week() + "/" + meeting.team(),
            there.map(RoomEntry::value).orElse(null),
            wish.kind() + " " + wish.subject() + " " + wish.value()));
    return new Written.Done(
        entries.newest(meeting.id(), wish.kind(), wish.subject()).orElseThrow());
  }

  private static void mustBeOpen(Meeting meeting, EntryKind kind) {
    if (!meeting.state().open() && !(kind.beforehand() && meeting.state().ahead())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          MeetingDesk.STATE,
          "reviews.refused.meeting-state." + meeting.state());
    }
  }

  private String note(String written) {
    String fit = written.isBlank() ? "" : freeText.fit("note", written);
    if (fit.length() > LONGEST_NOTE) {
      throw new Refused(Refused.Kind.INVALID, FORM, "reviews.refused.room-note", LONGEST_NOTE);
    }
    return fit;
  }

  private void check(Team team, Meeting meeting, List<GuestTable> guests, EntryWish wish) {
    boolean known =
        wish.kind().knows(wish.value())
            && switch (wish.kind()) {
              case SEAT ->
                  Stream.concat(
                          schedules.seats(meeting.team()).stream().map(TableSeat::key),
                          guests.stream().flatMap(guest -> guest.seats().stream().map(guest::key)))
                      .anyMatch(seat -> seat.equals(wish.subject()));
              case INCIDENT ->
                  isUuid(wish.subject())
                      && (has(packet(team, meeting), wish)
                          || guests.stream()
                              .anyMatch(guest -> guest.has(UUID.fromString(wish.subject()))));
              case BLOCK -> isOnTheTable(team, wish.subject());
              case LOOK_AHEAD -> isUuid(wish.subject()) && isDay(wish.detail());
              case NOTE ->
                  Arrays.stream(AgendaPart.values())
                      .anyMatch(part -> part.word().equals(wish.subject()));
              case READ_BACK -> wish.subject().equals("items");
            };
    if (!known) {
      throw new Refused(Refused.Kind.INVALID, FORM, "reviews.refused.room-form");
    }
    if (wish.kind() == EntryKind.LOOK_AHEAD && !wish.value().equals("TAKEN_OFF")) {
      ahead(meeting, LocalDate.parse(String.valueOf(wish.detail())));
    }
  }

  /** A day of another year is a slip of the finger, and no page would show it. */
  private void ahead(Meeting meeting, LocalDate day) {
    LocalDate today = WallClock.dayOf(clock.instant());
    LocalDate held = WallClock.dayOf(meeting.startsAt());
    if (day.isBefore(today.isBefore(held) ? today : held)
        || day.isAfter(held.plusDays(RoomView.AHEAD_DAYS))) {
      throw new Refused(
          Refused.Kind.INVALID, FORM, "reviews.refused.room-ahead", RoomView.AHEAD_DAYS);
    }
  }

  private static boolean has(PacketContent packet, EntryWish wish) {
    return packet.facts().cards().stream()
        .anyMatch(card -> card.incident().toString().equals(wish.subject()));
  }

  private PacketContent packet(Team team, Meeting meeting) {
    return packets
        .openTo(team, new ReviewWeek(meeting.week()))
        .orElseThrow(PacketPage::noPacket)
        .content();
  }

  private boolean isOnTheTable(Team team, String number) {
    return access
        .decide(Capability.READ_PATTERNS)
        .map(decision -> hotSpots.open(decision, Set.copyOf(team.areaNumbers())))
        .map(spots -> spots.stream().anyMatch(s -> String.valueOf(s.number()).equals(number)))
        .orElse(false);
  }

  /** What was decided at the table is done in the rooms that it belongs to. */
  private void follow(Team team, Meeting meeting, List<GuestTable> guests, EntryWish wish) {
    if (wish.kind() == EntryKind.INCIDENT) {
      OpenPacket own =
          packets.openTo(team, new ReviewWeek(meeting.week())).orElseThrow(PacketPage::noPacket);
      if (has(own.content(), wish)) {
        waits(team, own, wish);
      }
      for (GuestTable guest : guests) {
        OpenPacket packet = guest.packet();
        if (packet != null && has(packet.content(), wish)) {
          waits(guest.team(), packet, wish);
        }
      }
    } else if (wish.kind() == EntryKind.BLOCK) {
      hotSpots.take(
          access.require(Capability.JUDGE_HOT_SPOTS),
          desk.actor().role(),
          Integer.parseInt(wish.subject()),
          wish.value().equals("CONFIRMED") ? "CONFIRM" : "REJECT",
          wish.detail() == null ? "" : wish.detail(),
          null);
    }
  }

  /** Puts an incident of a packet off, or brings it back, as the word on it says. */
  private void waits(Team team, OpenPacket packet, EntryWish wish) {
    UUID incident = UUID.fromString(wish.subject());
    Decision decision = access.require(Capability.DEFER_INCIDENT);
    ReviewWeek week = new ReviewWeek(packet.row().week());
    boolean waits =
        deferrals.of(team.code(), week).stream().anyMatch(d -> d.incident().equals(incident));
    if (wish.value().equals("DEFERRED")) {
      deferrals.defer(decision, team, packet, incident, until(wish.detail()), reason(wish));
    } else if (waits) {
      deferrals.takeBack(decision, team, week, incident);
    }
  }

  /** The detail of a deferral is a day and a reason with a space between. */
  static LocalDate until(@Nullable String written) {
    String detail = written == null ? "" : written;
    String day = detail.substring(0, Math.max(0, detail.indexOf(' ')));
    if (!isDay(day)) {
      throw new Refused(Refused.Kind.INVALID, FORM, "reviews.refused.room-form");
    }
    return LocalDate.parse(day);
  }

  private static Deferral.Reason reason(EntryWish wish) {
    String detail = wish.detail() == null ? "" : wish.detail();
    String word = detail.substring(detail.indexOf(' ') + 1);
    return Deferral.Reason.offered().stream()
        .filter(reason -> reason.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused(Refused.Kind.INVALID, FORM, "reviews.refused.room-form"));
  }

  private static boolean isUuid(String written) {
    return written.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private static boolean isDay(@Nullable String written) {
    try {
      return written != null && LocalDate.parse(written).isAfter(LocalDate.of(2000, 1, 1));
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
