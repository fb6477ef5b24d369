package org.cscc.reviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.access.Access;
import org.cscc.access.Account;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.actions.Actions;
import org.cscc.actions.Priority;
import org.cscc.actions.Verb;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.Areas;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a room, for whoever opens it. */
@Component
class RoomModel {
  private final MeetingDesk desk;
  private final MeetingStore store;
  private final RoomViews views;
  private final Together together;
  private final Packets packets;
  private final Teams teams;
  private final Areas areas;
  private final Actions actions;
  private final Access access;

  RoomModel(
      MeetingDesk desk,
      MeetingStore store,
      RoomViews views,
      Together together,
      Packets packets,
      Teams teams,
      Areas areas,
      Actions actions,
      Access access) {
    this.desk = desk;
    this.store = store;
    this.views = views;
    this.together = together;
    this.packets = packets;
    this.teams = teams;
    this.areas = areas;
    this.actions = actions;
    this.access = access;
  }

  /** What the person of the request may read of meetings. */
  Decision reading() {
    return access.require(Capability.READ_MEETINGS);
  }

  void fillAfterConflict(Model model, String team, ReviewWeek week, Locale locale) {
    Decision reading = reading();
    fill(model, reading, desk.meeting(reading, team, week), locale);
  }

  void fill(Model model, Decision decision, Meeting meeting, Locale locale) {
    Team team = packets.team(decision, meeting.team());
    MeetingActor actor = desk.actor();
    List<String> moves = new ArrayList<>();
    for (MeetingMoveKind kind : MeetingMoveKind.values()) {
      if (kind.openTo(actor.role()) && kind.from(meeting.state())) {
        moves.add(kind.name());
      }
    }
    List<MeetingStep> steps = store.steps(meeting.id());
    RoomView view = views.of(team, meeting, steps, locale);
    boolean writes = reaches(Capability.RUN_MEETINGS, team);
    model.addAttribute("team", team);
    model.addAttribute("meeting", meeting);
    model.addAttribute("steps", steps);
    model.addAttribute("moves", moves);
    model.addAttribute("room", view);
    model.addAttribute("held", together.host(meeting, decision::reaches).orElse(null));
    model.addAttribute("now", view.now());
    model.addAttribute("writes", writes && meeting.state().open());
    model.addAttribute("prepares", writes && (meeting.state().open() || meeting.state().ahead()));
    boolean captures =
        meeting.state().open() && access.decide(Capability.PROPOSE_ACTIONS).isPresent();
    model.addAttribute("captures", captures);
    model.addAttribute(
        "speaksOfTension", meeting.state().open() && reachesArea(Capability.SAY_TENSION, team));
    model.addAttribute("levels", TensionSaid.Level.values());
    model.addAttribute("people", captures ? byOrganization(actions.answering()) : Map.of());
    model.addAttribute("verbs", Verb.values());
    model.addAttribute("priorities", Priority.values());
    model.addAttribute("names", areas);
    model.addAttribute("reasons", Deferral.Reason.offered());
    model.addAttribute("laterWeeks", Deferrals.laterWeeks(meeting.week()));
    model.addAttribute(
        "others",
        teams.reachedBy(decision).stream().filter(o -> !o.code().equals(team.code())).toList());
  }

  private boolean reaches(Capability capability, Team team) {
    return access.decide(capability).filter(d -> d.reaches(team.code())).isPresent();
  }

  private boolean reachesArea(Capability capability, Team team) {
    return access
        .decide(capability)
        .filter(d -> team.areaNumbers().stream().anyMatch(d::reachesArea))
        .isPresent();
  }

  private static Map<String, List<Account>> byOrganization(List<Account> people) {
    Map<String, List<Account>> grouped = new TreeMap<>();
    people.stream()
        .sorted(Comparator.comparing(Account::displayName))
        .forEach(
            person ->
                grouped.computeIfAbsent(person.organization(), o -> new ArrayList<>()).add(person));
    return grouped;
  }
}
