package org.cscc.site;

import org.cscc.access.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the center is, its words, and whom to ask; at the same place on every page. */
@Controller
class HelpPage {
  /** The words that the pages use in a sense of their own, in the order a newcomer meets them. */
  static final String[] WORDS = {
    "harmed",
    "nonfatal",
    "packet",
    "week",
    "asof",
    "provisional",
    "late",
    "revised",
    "usual",
    "near",
    "block",
    "border",
    "suppressed",
    "rule"
  };

  @OpenToAll
  @GetMapping("/site/help")
  String help(Model model) {
    model.addAttribute("words", WORDS);
    return "site/help";
  }
}
