package org.cscc.tabletops;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Decision;
import org.cscc.directory.Organizations;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the form of a plan, whether it is new, changed or stale. */
@Component
class PlanFormModel {
  private final Teams teams;
  private final Organizations organizations;
  private final Areas areas;
  private final ExerciseTimes times;

  PlanFormModel(Teams teams, Organizations organizations, Areas areas, ExerciseTimes times) {
    this.teams = teams;
    this.organizations = organizations;
    this.areas = areas;
    this.times = times;
  }

  /** Fills in the page of a form; the teams of who plans it come first. */
  void fill(Model model, Decision decision, PlanForm form) {
    List<Team> all = teams.all();
    List<Team> own = all.stream().filter(team -> decision.teams().contains(team.code())).toList();
    List<Team> leading = own.isEmpty() ? all : own;
    Set<Integer> numbers =
        all.stream()
            .filter(team -> leading.contains(team) || form.joins(team.code()))
            .flatMap(team -> team.areaNumbers().stream())
            .collect(Collectors.toSet());
    model.addAttribute("form", form);
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("leading", leading);
    model.addAttribute("teams", all);
    model.addAttribute(
        "areas",
        areas.all().stream()
            .filter(area -> numbers.contains(area.number()))
            .sorted(Comparator.comparing(CommunityArea::name))
            .toList());
    model.addAttribute("organizations", organizations.all());
    model.addAttribute("parts", Part.values());
    model.addAttribute("months", times.fictionMonths());
    model.addAttribute("mostInjects", ExercisePlanning.MOST_INJECTS);
  }
}
