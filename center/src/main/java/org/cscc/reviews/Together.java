package org.cscc.reviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.actions.Actions;
import org.cscc.actions.OpenPromise;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reviews that are held together (F1). The tables sit in one room, so whoever is at one of them
 * reads what the others bring: the center reads it, in a fixed number of statements however many
 * came. Packets and pages of the other teams stay as closed as they are.
 */
@Component
class Together {
  private final MeetingStore store;
  private final PacketStore packets;
  private final Deferrals deferrals;
  private final Schedules schedules;
  private final Actions actions;
  private final Teams teams;
  private final Access access;

  Together(
      MeetingStore store,
      PacketStore packets,
      Deferrals deferrals,
      Schedules schedules,
      Actions actions,
      Teams teams,
      Access access) {
    this.store = store;
    this.packets = packets;
    this.deferrals = deferrals;
    this.schedules = schedules;
    this.actions = actions;
    this.teams = teams;
    this.access = access;
  }

  /** What the guests of a meeting bring along, by team. */
  List<GuestTable> at(Meeting host) {
    return Asking.asTheCenter(() -> tables(host, store.guestsAt(host.id())));
  }

  /** The meeting at which another one is held, with its team. */
  Optional<HeldWith> host(Meeting guest, Predicate<String> reached) {
    UUID host = guest.mergedInto();
    return host == null
        ? Optional.empty()
        : Asking.asTheCenter(() -> store.byId(host))
            .flatMap(
                meeting ->
                    teams
                        .byCode(meeting.team())
                        .map(team -> new HeldWith(team, meeting, reached.test(team.code()))));
  }

  /**
   * Notes that the promises of guests were read out in a review (R-HRIT-06), and gives them back as
   * they stand then. It is part of the closing, which the center does when there are guests.
   */
  List<GuestTable> readOut(Meeting host, List<GuestTable> guests) {
    if (guests.isEmpty()) {
      return guests;
    }
    actions.carriedOver(
        access.forSystem(Capability.READ_ACTIONS),
        host.id(),
        guests.stream()
            .flatMap(guest -> guest.promises().stream())
            .map(OpenPromise::code)
            .toList());
    Map<String, List<OpenPromise>> owed = owed();
    return guests.stream()
        .map(guest -> guest.owed(owed.getOrDefault(guest.team().code(), List.of())))
        .toList();
  }

  private List<GuestTable> tables(Meeting host, List<Meeting> guests) {
    if (guests.isEmpty()) {
      return List.of();
    }
    Map<String, OpenPacket> open = open(host, guests);
    Map<String, List<TableSeat>> seats =
        schedules.seats(guests.stream().map(Meeting::team).toList());
    Map<String, List<OpenPromise>> owed = owed();
    Map<String, Team> known =
        teams.all().stream().collect(Collectors.toMap(Team::code, Function.identity()));
    Set<UUID> shown = new HashSet<>();
    cards(open.get(host.team())).forEach(card -> shown.add(card.incident()));
    List<GuestTable> tables = new ArrayList<>();
    for (Meeting guest : guests) {
      Team team = known.get(guest.team());
      if (team != null) {
        OpenPacket packet = open.get(guest.team());
        // An incident on the border of two teams that meet together gets one word.
        List<IncidentCard> own =
            cards(packet).stream().filter(card -> shown.add(card.incident())).toList();
        tables.add(
            new GuestTable(
                team,
                guest,
                packet,
                own,
                seats.getOrDefault(guest.team(), List.of()),
                owed.getOrDefault(guest.team(), List.of())));
      }
    }
    return List.copyOf(tables);
  }

  private static List<IncidentCard> cards(@Nullable OpenPacket packet) {
    return packet == null ? List.of() : packet.content().facts().cards();
  }

  /**
   * The packets that hold, by team: of the guests, and of the host to know what is on its table.
   */
  private Map<String, OpenPacket> open(Meeting host, List<Meeting> guests) {
    List<String> codes = new ArrayList<>(guests.stream().map(Meeting::team).toList());
    codes.add(host.team());
    Map<String, List<PacketRow>> rows =
        packets.between(codes, host.week(), host.week()).stream()
            .collect(Collectors.groupingBy(PacketRow::team));
    Map<String, PacketRow> newest = new HashMap<>();
    rows.forEach(
        (team, all) ->
            all.stream()
                .min(Comparator.comparing(row -> row.state() != PacketState.PUBLISHED))
                .ifPresent(row -> newest.put(team, row)));
    Map<UUID, PacketContent> contents =
        packets.contents(newest.values().stream().map(PacketRow::id).toList());
    Map<String, List<Deferral>> waiting =
        deferrals.of(codes, host.week()).stream().collect(Collectors.groupingBy(Deferral::team));
    Map<String, OpenPacket> open = new HashMap<>();
    newest.forEach(
        (team, row) -> {
          PacketContent content = contents.get(row.id());
          if (content != null) {
            open.put(
                team,
                new OpenPacket(
                    row,
                    rows.getOrDefault(team, List.of()),
                    content,
                    waiting.getOrDefault(team, List.of())));
          }
        });
    return open;
  }

  private Map<String, List<OpenPromise>> owed() {
    return actions.promises(access.forSystem(Capability.READ_ACTIONS)).stream()
        .collect(Collectors.groupingBy(OpenPromise::team));
  }
}
