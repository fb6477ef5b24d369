package org.cscc.reviews;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.Role;
import org.cscc.directory.Organizations;
import org.cscc.directory.Team;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When a team meets and who has a seat at its table. */
@Controller
@Requires(Capability.RUN_MEETINGS)
class SchedulePage {
  private static final int LONGEST_PLACE = 200;
  private static final List<Role> SEATED =
      List.of(
          Role.FACILITATOR,
          Role.REPRESENTATIVE,
          Role.OUTREACH,
          Role.ADVOCATE,
          Role.DEPARTMENT_LIAISON,
          Role.POLICE_LIAISON);

  private final Schedules schedules;
  private final MeetingPlan plan;
  private final Packets packets;
  private final Organizations organizations;
  private final FreeText freeText;

  SchedulePage(
      Schedules schedules,
      MeetingPlan plan,
      Packets packets,
      Organizations organizations,
      FreeText freeText) {
    this.schedules = schedules;
    this.plan = plan;
    this.packets = packets;
    this.organizations = organizations;
    this.freeText = freeText;
  }

  /**
   * The form.
   *
   * @param seats an organization and a role each, with a slash between
   */
  record Form(
      @Nullable Integer version,
      @Nullable String rule,
      @Nullable LocalDate from,
      @Nullable LocalTime at,
      @Nullable Integer minutes,
      @Nullable String place,
      @Nullable Integer quorum,
      @Nullable List<String> seats) {}

  @GetMapping("/reviews/schedules/{team}")
  String form(Decision decision, @PathVariable String team, Model model) {
    Team known = packets.team(decision, team);
    List<TableSeat> seats = schedules.seats(team);
    model.addAttribute("team", known);
    model.addAttribute("schedule", schedules.of(team).orElse(null));
    model.addAttribute("seats", seats);
    model.addAttribute("organizations", organizations.all());
    model.addAttribute("roles", SEATED);
    return "reviews/schedule";
  }

  @PostMapping("/reviews/schedules/{team}")
  String save(Decision decision, @PathVariable String team, Form form, RedirectAttributes after) {
    Team known = packets.team(decision, team);
    List<TableSeat> seats =
        form.seats() == null
            ? List.of()
            : form.seats().stream().flatMap(s -> seat(s).stream()).distinct().toList();
    plan.reschedule(decision, known, schedule(known, form, seats.size()), seats);
    after.addFlashAttribute("saved", true);
    return "redirect:/reviews/schedules/" + known.code();
  }

  private Schedule schedule(Team team, Form form, int seats) {
    LocalTime at = form.at();
    LocalDate from = form.from();
    String place = freeText.fit("place", form.place() == null ? "" : form.place());
    int minutes = form.minutes() == null ? 0 : form.minutes();
    int quorum = form.quorum() == null ? 0 : form.quorum();
    if (at == null
        || from == null
        || minutes < 15
        || minutes > 240
        || quorum < 1
        || quorum > Math.max(1, seats)
        || place.length() > LONGEST_PLACE) {
      throw new Refused(Refused.Kind.INVALID, "R-MEET-08", "reviews.refused.schedule");
    }
    return new Schedule(
        team.code(),
        form.rule() == null ? "" : form.rule().strip(),
        from,
        at,
        minutes,
        place,
        quorum,
        false,
        form.version() == null ? 0 : form.version());
  }

  private List<TableSeat> seat(String written) {
    int slash = written.indexOf('/');
    if (slash <= 0) {
      return List.of();
    }
    String organization = written.substring(0, slash);
    String role = written.substring(slash + 1);
    boolean known =
        organizations.all().stream().anyMatch(one -> one.code().equals(organization))
            && SEATED.stream().anyMatch(one -> one.name().equals(role));
    if (!known) {
      throw new Refused(Refused.Kind.INVALID, "R-MEET-08", "reviews.refused.seat", written);
    }
    return List.of(new TableSeat(organization, role));
  }
}
