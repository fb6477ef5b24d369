package org.cscc.reviews;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.actions.Actions;
import org.cscc.actions.Move;
import org.cscc.directory.Team;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The room of one review: it prepares, runs and closes it. */
@Controller
@RequestMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}/room")
class RoomPage {
  /** The page's own script sends forms with it, and needs no page back. */
  private static final String KEPT = "X-Kept";

  /** Key of the form that was just written: the script holds none of it any more. */
  private static final String WRITTEN = "written";

  private final MeetingDesk desk;
  private final RoomDesk room;
  private final RoomModel shown;
  private final Packets packets;
  private final Actions actions;
  private final Tensions tensions;

  RoomPage(
      MeetingDesk desk,
      RoomDesk room,
      RoomModel shown,
      Packets packets,
      Actions actions,
      Tensions tensions) {
    this.desk = desk;
    this.room = room;
    this.shown = shown;
    this.packets = packets;
    this.actions = actions;
    this.tensions = tensions;
  }

  @Requires(Capability.READ_MEETINGS)
  @Audited(kind = "meeting", record = "{week}/{team}")
  @GetMapping
  String room(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      Locale locale,
      Model model) {
    packets.team(decision, team);
    shown.fill(model, decision, desk.meeting(decision, team, packets.week(firstDay)), locale);
    return "reviews/room";
  }

  @Requires(Capability.READ_MEETINGS)
  @PostMapping("/{move:[a-z]+}")
  String move(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      @PathVariable String move,
      RoomForm form,
      RedirectAttributes after,
      HttpServletResponse response,
      Locale locale,
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
        shown.fill(model, decision, stale.present(), locale);
        yield "reviews/room";
      }
    };
  }

  /** Something is written down. */
  @Requires(Capability.RUN_MEETINGS)
  @PostMapping("/entries/{kind:[a-z-]+}")
  @Nullable String write(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      @PathVariable String kind,
      EntryForm form,
      @RequestHeader(name = KEPT, required = false) @Nullable String kept,
      RedirectAttributes after,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    packets.team(decision, team);
    ReviewWeek week = packets.week(firstDay);
    return switch (room.write(decision, team, week, form.wish(entryKind(kind)))) {
      case Written.Done done -> {
        if (kept != null) {
          yield nothing(response);
        }
        after.addFlashAttribute(WRITTEN, String.valueOf(form.key()));
        yield "redirect:" + address(week, team) + "#" + anchor(done.now());
      }
      case Written.Conflict conflict -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", conflict);
        shown.fillAfterConflict(model, team, week, locale);
        yield "reviews/room";
      }
    };
  }

  /** A promise is captured. */
  @Requires(Capability.PROPOSE_ACTIONS)
  @PostMapping("/items")
  @Nullable String capture(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      RoomItemForm form,
      @RequestHeader(name = KEPT, required = false) @Nullable String kept,
      RedirectAttributes after,
      HttpServletResponse response) {
    ReviewWeek week = packets.week(firstDay);
    Meeting meeting = desk.openMeeting(team, week);
    Team known = packets.team(shown.reading(), team);
    Move.Assign owing = form.owing();
    if (owing == null) {
      // A partner writes down what the own organization will do.
      boolean own = decision.reachesOrganization(decision.organization()) && !decision.everywhere();
      actions.propose(
          decision,
          form.key(),
          form.proposal(known, meeting, own ? decision.organization() : null));
    } else {
      actions.promise(decision, form.key(), form.proposal(known, meeting, null), owing);
    }
    if (kept != null) {
      return nothing(response);
    }
    after.addFlashAttribute(WRITTEN, String.valueOf(form.key()));
    return "redirect:" + address(week, team) + "#read-back";
  }

  /** Somebody near a block says how tense it is. */
  @Requires(Capability.SAY_TENSION)
  @PostMapping("/tension")
  @Nullable String tension(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      @RequestParam int area,
      @RequestParam String block,
      @RequestParam TensionSaid.Level level,
      @RequestHeader(name = KEPT, required = false) @Nullable String kept,
      HttpServletResponse response) {
    ReviewWeek week = packets.week(firstDay);
    desk.meeting(shown.reading(), team, week);
    tensions.say(decision, area, block, level);
    return kept == null ? "redirect:" + address(week, team) + "#incidents" : nothing(response);
  }

  /** Nothing to look at: the script of the page reads the number of the answer. */
  private static @Nullable String nothing(HttpServletResponse response) {
    response.setStatus(HttpStatus.NO_CONTENT.value());
    return null;
  }

  private static String address(ReviewWeek week, String team) {
    return "/reviews/" + week.firstDay() + "/" + team + "/room";
  }

  private static String anchor(RoomEntry entry) {
    return switch (entry.kind()) {
      case SEAT -> "opening";
      case INCIDENT -> "incident-" + entry.subject();
      case BLOCK -> "blocks";
      case LOOK_AHEAD -> "look-ahead";
      case NOTE -> entry.subject();
      case READ_BACK -> "read-back";
    };
  }

  private static EntryKind entryKind(String word) {
    for (EntryKind kind : EntryKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new Refused(Refused.Kind.INVALID, RoomDesk.FORM, "reviews.refused.room-form");
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
