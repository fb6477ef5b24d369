package org.cscc.wording;

import jakarta.servlet.http.HttpServletResponse;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the privacy officer lets a marked text stand, with a reason that others can read. */
@Controller
@Requires(Capability.OVERRIDE_WORDING)
class ReleasePage {
  private static final int REASON = 10;
  private final Releases releases;

  ReleasePage(Releases releases) {
    this.releases = releases;
  }

  @GetMapping("/wording")
  String page(Decision decision, Model model) {
    return show(decision, "", "", "", model);
  }

  @PostMapping("/wording")
  String release(
      Decision decision,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    String fit = CheckedText.normal(text);
    String why = reason.strip();
    String wrong = wrong(fit, why);
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(decision, text, reason, wrong, model);
    }
    releases.add(decision, fit, why);
    return "redirect:/wording?released";
  }

  private static String wrong(String text, String reason) {
    if (text.isEmpty() || text.length() > 2000) {
      return "text";
    }
    return reason.length() < REASON || reason.length() > 500 ? "reason" : "";
  }

  private String show(Decision decision, String text, String reason, String wrong, Model model) {
    model.addAttribute("releases", releases.newest(decision));
    model.addAttribute("text", text);
    model.addAttribute("reason", reason);
    model.addAttribute("wrong", wrong);
    return "wording/releases";
  }
}
