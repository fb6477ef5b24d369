package org.cscc.directory.partners;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organizations;
import org.cscc.directory.Teams;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to call now, area by area, and the turns ahead. */
@Controller
@RequestMapping("/directory/on-call")
class OnCallPage {
  private final OnCalls calls;
  private final Organizations organizations;
  private final Teams teams;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  OnCallPage(
      OnCalls calls,
      Organizations organizations,
      Teams teams,
      Areas areas,
      Access access,
      Clock clock) {
    this.calls = calls;
    this.organizations = organizations;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /**
   * An area and who is on call for it now; null where nobody is.
   *
   * @param name name of the area; null for the whole city
   */
  record Line(
      @Nullable String name, OnCall.Duty duty, @Nullable OnCall first, @Nullable OnCall backUp) {}

  @Requires(Capability.READ_DIRECTORY)
  @GetMapping
  String page(Model model) {
    Instant now = clock.instant();
    List<OnCall> ahead = calls.ahead();
    List<Line> lines = lines(ahead.stream().filter(turn -> turn.now(now)).toList());
    model.addAttribute("lines", lines);
    model.addAttribute("gaps", lines.stream().filter(line -> line.first() == null).count());
    model.addAttribute("turns", ahead);
    model.addAttribute("now", now);
    model.addAttribute("names", areas);
    model.addAttribute("areas", areas.all());
    model.addAttribute("duties", OnCall.Duty.values());
    @Nullable Decision decision = access.decide(Capability.EDIT_DIRECTORY).orElse(null);
    model.addAttribute("decision", decision);
    model.addAttribute(
        "organizations",
        organizations.all().stream()
            .filter(one -> decision != null && decision.reachesOrganization(one.code()))
            .toList());
    return "directory/on-call";
  }

  /** The areas that teams look after, and the city as a whole; a gap is a line, too. */
  private List<Line> lines(List<OnCall> running) {
    TreeMap<String, Integer> covered = new TreeMap<>();
    teams.all().stream()
        .flatMap(team -> team.areaNumbers().stream())
        .forEach(area -> covered.put(areas.name(area), area));
    running.stream()
        .map(OnCall::area)
        .forEach(
            area -> {
              if (area != null) {
                covered.put(areas.name(area), area);
              }
            });
    List<Line> lines = new ArrayList<>();
    lines.add(line(running, null, null, OnCall.Duty.DUTY_OFFICER));
    covered.forEach(
        (name, area) -> {
          lines.add(line(running, name, area, OnCall.Duty.OUTREACH));
          lines.add(line(running, name, area, OnCall.Duty.VICTIM_SERVICES));
        });
    return List.copyOf(lines);
  }

  private static Line line(
      List<OnCall> running, @Nullable String name, @Nullable Integer area, OnCall.Duty duty) {
    return new Line(name, duty, who(running, area, duty, false), who(running, area, duty, true));
  }

  private static @Nullable OnCall who(
      List<OnCall> running, @Nullable Integer area, OnCall.Duty duty, boolean backUp) {
    return running.stream()
        .filter(turn -> turn.duty() == duty && turn.backUp() == backUp)
        .filter(turn -> Objects.equals(turn.area(), area))
        .findFirst()
        .orElse(null);
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @PostMapping
  String add(
      @RequestParam String duty,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(defaultValue = "false") boolean backUp,
      @RequestParam String organization,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String phone,
      @RequestParam LocalDateTime from,
      @RequestParam LocalDateTime until,
      Decision decision) {
    OnCall.Duty known = ServiceForm.named(OnCall.Duty.class, duty).orElseThrow(OnCallPage::wrong);
    boolean city = known == OnCall.Duty.DUTY_OFFICER;
    String number = phone.strip();
    if ((city ? area != null : area == null || areas.byNumber(area).isEmpty())
        || number.length() < 3
        || number.length() > 40
        || name.strip().length() > 120) {
      throw wrong();
    }
    calls.add(
        decision,
        new OnCall(
            UUID.randomUUID(),
            known,
            area,
            backUp,
            organization,
            name.strip(),
            number,
            WallClock.at(from.toLocalDate(), from.toLocalTime()),
            WallClock.at(until.toLocalDate(), until.toLocalTime())));
    return "redirect:/directory/on-call";
  }

  private static Refused wrong() {
    return new Refused(Refused.Kind.INVALID, "R-DIRECTORY-04", "directory.refused.turn");
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @PostMapping("/{id}/end")
  String end(@PathVariable UUID id, Decision decision) {
    calls.end(decision, id);
    return "redirect:/directory/on-call";
  }
}
