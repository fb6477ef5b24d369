package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.Audited;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When the teams meet: last week's meetings, this week's, and those ahead. */
@Controller
class MeetingPages {
  private static final int WEEKS_BACK = 1;
  private static final int WEEKS_SHOWN = 4;

  /** A review that slipped longer ago than this is no alarm any more. */
  private static final int WEEKS_OF_ALARM = 8;

  private final MeetingStore store;
  private final Schedules schedules;
  private final Packets packets;
  private final Teams teams;
  private final BusinessCalendar calendar;
  private final Access access;
  private final Clock clock;

  MeetingPages(
      MeetingStore store,
      Schedules schedules,
      Packets packets,
      Teams teams,
      BusinessCalendar calendar,
      Access access,
      Clock clock) {
    this.store = store;
    this.schedules = schedules;
    this.packets = packets;
    this.teams = teams;
    this.calendar = calendar;
    this.access = access;
    this.clock = clock;
  }

  @Requires(Capability.READ_MEETINGS)
  @Audited(kind = "meetings", record = "list")
  @GetMapping("/reviews/meetings")
  String list(
      Decision decision, @RequestParam(required = false) @Nullable LocalDate from, Model model) {
    Instant now = clock.instant();
    LocalDate today = WallClock.dayOf(now);
    LocalDate thisWeek = packets.holding(today).firstDay();
    LocalDate first =
        from == null ? thisWeek.minusWeeks(WEEKS_BACK) : packets.holding(from).firstDay();
    List<Team> reached = teams.reachedBy(decision);
    Map<String, String> names = reached.stream().collect(Collectors.toMap(Team::code, Team::name));
    LocalDate oldest = today.minusWeeks(WEEKS_OF_ALARM);
    List<Meeting> meetings =
        store.between(
            names.keySet(),
            new ReviewWeek(first.isBefore(oldest) ? first : oldest).start(),
            new ReviewWeek(first.plusWeeks(WEEKS_SHOWN)).start());
    Set<String> own = Set.copyOf(decision.teams());
    List<MeetingList.Line> lines =
        meetings.stream()
            .map(
                meeting ->
                    new MeetingList.Line(
                        meeting,
                        names.getOrDefault(meeting.team(), meeting.team()),
                        !calendar.isBusinessDay(WallClock.dayOf(meeting.startsAt())),
                        own.contains(meeting.team())))
            .toList();
    Set<String> ruled = new HashSet<>();
    schedules.all().forEach(schedule -> ruled.add(schedule.team()));
    model.addAttribute(
        "list",
        new MeetingList(
            first,
            weeks(lines, first),
            lines.stream().filter(line -> line.meeting().slipped(now)).toList(),
            reached.stream().filter(t -> !ruled.contains(t.code())).map(Team::name).toList(),
            (int) lines.stream().filter(line -> isOf(line, thisWeek)).count()));
    model.addAttribute("now", now);
    model.addAttribute("mayRun", access.decide(Capability.RUN_MEETINGS).isPresent());
    model.addAttribute("own", reached.stream().filter(t -> own.contains(t.code())).toList());
    return "reviews/meetings";
  }

  private static List<MeetingList.Week> weeks(List<MeetingList.Line> lines, LocalDate first) {
    List<MeetingList.Week> weeks = new ArrayList<>();
    for (int week = 0; week < WEEKS_SHOWN; week++) {
      LocalDate day = first.plusWeeks(week);
      weeks.add(new MeetingList.Week(day, lines.stream().filter(line -> isOf(line, day)).toList()));
    }
    return weeks;
  }

  private static boolean isOf(MeetingList.Line line, LocalDate week) {
    return new ReviewWeek(week).holds(WallClock.dayOf(line.meeting().startsAt()));
  }
}
