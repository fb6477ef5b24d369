package org.cscc.site;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.ReviewWeek;
import org.cscc.reviews.PacketRow;
import org.cscc.reviews.PacketState;
import org.cscc.reviews.Packets;
import org.springframework.stereotype.Component;

/** What the packets of this week ask of a person: to publish them, or to read them. */
@Component
class PacketTasks {
  /** Packets are published by Tuesday 15:00, nine hours after the cut; later is late. */
  private static final Duration TIME_TO_PUBLISH = Duration.ofHours(9);

  /** Up to so many packets are named one by one; more are one line with their number. */
  private static final int NAMED = 4;

  private final Access access;
  private final Packets packets;
  private final Teams teams;
  private final Clock clock;

  PacketTasks(Access access, Packets packets, Teams teams, Clock clock) {
    this.access = access;
    this.packets = packets;
    this.teams = teams;
    this.clock = clock;
  }

  /** When the next packets are prepared; empty for a role that reads none. */
  Optional<ZonedDateTime> nextCut() {
    return access
        .decide(Capability.READ_PACKET)
        .map(decision -> packets.nextCut().atZone(ReviewWeek.CHICAGO));
  }

  /** The tasks of this person; none for a role that reads no packets. */
  List<Task> now() {
    return access.decide(Capability.READ_PACKET).map(this::of).orElse(List.of());
  }

  private List<Task> of(Decision decision) {
    LocalDate week = packets.currentWeek().firstDay();
    List<PacketRow> rows = packets.between(decision, week, week);
    if (access.decide(Capability.PREPARE_PACKET).isEmpty()) {
      return tasks("read", in(rows, PacketState.PUBLISHED), false);
    }
    if (rows.isEmpty()) {
      return List.of(new Task("prepare", List.of(), "/reviews", false));
    }
    List<Task> tasks = new ArrayList<>(tasks("publish", in(rows, PacketState.DRAFT), late(rows)));
    if (!decision.everywhere()) {
      tasks.addAll(tasks("read", in(rows, PacketState.PUBLISHED), false));
    }
    return tasks;
  }

  private static List<PacketRow> in(List<PacketRow> rows, PacketState state) {
    return rows.stream().filter(row -> row.state() == state).toList();
  }

  private boolean late(List<PacketRow> rows) {
    return rows.stream()
        .filter(row -> row.state() == PacketState.DRAFT)
        .anyMatch(row -> row.preparedAt().plus(TIME_TO_PUBLISH).isBefore(clock.instant()));
  }

  private List<Task> tasks(String key, List<PacketRow> rows, boolean late) {
    if (rows.size() > NAMED) {
      return List.of(new Task(key + "-many", List.of(rows.size()), "/reviews", late));
    }
    Map<String, String> names =
        teams.all().stream().collect(Collectors.toMap(Team::code, Team::name));
    return rows.stream()
        .map(
            row ->
                new Task(
                    row.revision() > 1 && key.equals("publish") ? "correct" : key,
                    List.of(names.getOrDefault(row.team(), row.team()), row.harmed(), row.killed()),
                    "/reviews/" + row.week() + "/" + row.team(),
                    late))
        .toList();
  }
}
