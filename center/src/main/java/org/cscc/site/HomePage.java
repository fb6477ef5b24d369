package org.cscc.site;

import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Teams;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: what is mine, what is late, what is next. */
@Controller
class HomePage {
  private final Teams teams;

  HomePage(Teams teams) {
    this.teams = teams;
  }

  @Requires(Capability.ENTER)
  @GetMapping("/")
  String home(Decision decision, Model model) {
    model.addAttribute("teams", teams.reachedBy(decision));
    return "site/home";
  }
}
