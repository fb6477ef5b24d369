package org.cscc.reviews;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The room of one review: it prepares, runs and closes it. */
@Controller
@RequestMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}/room")
@Requires(Capability.READ_MEETINGS)
class RoomPage {
  private final MeetingDesk desk;
  private final MeetingStore store;
  private final Packets packets;
  private final Teams teams;
  private final Clock clock;

  RoomPage(MeetingDesk desk, MeetingStore store, Packets packets, Teams teams, Clock clock) {
    this.desk = desk;
    this.store = store;
    this.packets = packets;
    this.teams = teams;
    this.clock = clock;
  }

  @Audited(kind = "meeting", record = "{week}/{team}")
  @GetMapping
  String room(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      Model model) {
    ReviewWeek week = packets.week(firstDay);
    show(decision, desk.meeting(decision, team, week), model);
    return "reviews/room";
  }

  @PostMapping("/{move:[a-z]+}")
  String move(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      @PathVariable String move,
      RoomForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    packets.team(decision, team);
    MeetingMoveKind kind = kind(move);
    return switch (desk.move(
        decision, team, packets.week(firstDay), form.seen(), form.move(kind))) {
      case MeetingMoved.Done done -> {
        after.addFlashAttribute("done", kind.word());
        yield "redirect:" + done.now().address();
      }
      case MeetingMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        show(decision, stale.present(), model);
        yield "reviews/room";
      }
    };
  }

  private void show(Decision decision, Meeting meeting, Model model) {
    Team team = packets.team(decision, meeting.team());
    MeetingActor actor = desk.actor();
    List<String> moves = new ArrayList<>();
    for (MeetingMoveKind kind : MeetingMoveKind.values()) {
      if (kind.openTo(actor.role()) && kind.from(meeting.state())) {
        moves.add(kind.name());
      }
    }
    model.addAttribute("team", team);
    model.addAttribute("meeting", meeting);
    model.addAttribute("steps", store.steps(meeting.id()));
    model.addAttribute("moves", moves);
    model.addAttribute("now", clock.instant());
    model.addAttribute(
        "others",
        teams.reachedBy(decision).stream().filter(o -> !o.code().equals(team.code())).toList());
  }

  private static MeetingMoveKind kind(String word) {
    for (MeetingMoveKind kind : MeetingMoveKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new Refused(
        Refused.Kind.CONFLICT, MeetingDesk.STATE, "reviews.refused.meeting-no-such-move");
  }
}
