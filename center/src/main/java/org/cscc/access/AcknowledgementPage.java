package org.cscc.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** R-HRIT-07: what may be said and written, to read and to keep to, before the first packet. */
@Controller
@Requires(Capability.ENTER)
class AcknowledgementPage {
  private final Access access;
  private final Acknowledgements acknowledgements;

  AcknowledgementPage(Access access, Acknowledgements acknowledgements) {
    this.access = access;
    this.acknowledgements = acknowledgements;
  }

  @GetMapping("/access/acknowledgement")
  String read(@RequestParam(defaultValue = "/") String next, Model model) {
    return page(next, false, model);
  }

  @PostMapping("/access/acknowledgement")
  String acknowledge(
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(defaultValue = "") String understood,
      Model model) {
    if (!understood.equals("yes")) {
      return page(next, true, model);
    }
    acknowledgements.acknowledge(access.signedIn().orElseThrow());
    return "redirect:" + inside(next);
  }

  private String page(String next, boolean wrong, Model model) {
    SignedIn account = access.signedIn().orElseThrow();
    model.addAttribute("next", inside(next));
    model.addAttribute("wrong", wrong);
    model.addAttribute("until", acknowledgements.until());
    model.addAttribute("holds", acknowledgements.holdsUntil(account).orElse(null));
    return "access/acknowledgement";
  }

  /** Leads on only within the center: an address of ours, never one of somebody else's. */
  private static String inside(String next) {
    return next.matches("/[a-z0-9][A-Za-z0-9/._~?=&%-]*|/") ? next : "/";
  }
}
