package org.cscc.patterns;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
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
  private final Patterns patterns;
  private final Grounds grounds;
  private final ReviewWeeks weeks;

  TeamsPage(Patterns patterns, Grounds grounds, ReviewWeeks weeks) {
    this.patterns = patterns;
    this.grounds = grounds;
    this.weeks = weeks;
  }

  @GetMapping("/patterns")
  String teams(
      Decision decision, @RequestParam(required = false) @Nullable LocalDate week, Model model) {
    ReviewWeek shown = weeks.holding(week);
    Collection<Profile> profiles = patterns.teams(decision, shown.lastDay()).values();
    Set<UUID> open = new HashSet<>();
    profiles.forEach(profile -> profile.windows().forEach(window -> open.add(window.incident())));
    model.addAttribute("week", shown);
    model.addAttribute("profiles", profiles);
    model.addAttribute("open", open.size());
    model.addAttribute("names", grounds.names());
    return "patterns/teams";
  }
}
