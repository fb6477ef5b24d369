package org.cscc.patterns;

import java.time.LocalDate;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The week of every team within reach, by name: a list to open, never a ranking of places. */
@Controller
@Requires(Capability.READ_PATTERNS)
class TeamsPage {
  private final Histories histories;
  private final Grounds grounds;
  private final ReviewWeeks weeks;

  TeamsPage(Histories histories, Grounds grounds, ReviewWeeks weeks) {
    this.histories = histories;
    this.grounds = grounds;
    this.weeks = weeks;
  }

  @GetMapping("/patterns")
  String teams(
      Decision decision, @RequestParam(required = false) @Nullable LocalDate week, Model model) {
    ReviewWeek shown = weeks.holding(week);
    Profiling profiling = histories.now().on(shown.lastDay(), weeks.weekStart());
    model.addAttribute("week", shown);
    model.addAttribute("basis", profiling.basis());
    model.addAttribute("lines", grounds.teams(decision).stream().map(profiling::line).toList());
    model.addAttribute("open", profiling.openWindows(grounds.reach(decision)).size());
    model.addAttribute("names", grounds.names());
    return "patterns/teams";
  }
}
