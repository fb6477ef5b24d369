package org.cscc.site;

import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box of every page. */
@Controller
class SearchPage {
  private static final int LONGEST = 80;

  private final Finding finding;

  SearchPage(Finding finding) {
    this.finding = finding;
  }

  @Requires(Capability.ENTER)
  @GetMapping("/site/search")
  String search(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("found", finding.all(q.length() > LONGEST ? q.substring(0, LONGEST) : q));
    return "site/search";
  }
}
