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

  /** So many weeks back, a draft that was never published is still asked about. */
  private static final int WEEKS_BACK = 8;

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
    List<PacketRow> all = packets.between(decision, week.minusWeeks(WEEKS_BACK), week);
    List<PacketRow> rows = all.stream().filter(row -> row.week().equals(week)).toList();
    if (access.decide(Capability.PREPARE_PACKET).isEmpty()) {
      return tasks("read", in(rows, PacketState.PUBLISHED), false);
    }
    List<Task> tasks = new ArrayList<>(earlier(in(all, PacketState.DRAFT), week));
    if (rows.isEmpty()) {
      tasks.add(new Task("prepare", List.of(), "/reviews", false));
    }
    tasks.addAll(tasks("publish", in(rows, PacketState.DRAFT), late(rows)));
    if (!decision.everywhere()) {
      tasks.addAll(tasks("read", in(rows, PacketState.PUBLISHED), false));
    }
    return tasks;
  }

  /** Drafts of weeks before this one: never published, which is late, or corrections to read. */
  private static List<Task> earlier(List<PacketRow> drafts, LocalDate week) {
    List<PacketRow> before = drafts.stream().filter(row -> row.week().isBefore(week)).toList();
    int missed = (int) before.stream().filter(row -> row.revision() == 1).count();
    int corrections = before.size() - missed;
    List<Task> tasks = new ArrayList<>();
    if (missed > 0) {
      tasks.add(new Task("publish-earlier", List.of(missed), "/reviews", true, missed));
    }
    if (corrections > 0) {
      tasks.add(new Task("correct-earlier", List.of(corrections), "/reviews", false, corrections));
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
      return List.of(new Task(key + "-many", List.of(rows.size()), "/reviews", late, rows.size()));
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
