package org.cscc.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switch of the privacy screen; it leads back to the page it was pressed on. */
@Controller
class PrivacyScreenPage {
  private final PrivacyScreen screen;

  PrivacyScreenPage(PrivacyScreen screen) {
    this.screen = screen;
  }

  @Requires(Capability.ENTER)
  @PostMapping("/access/screen")
  String press(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean on,
      @RequestParam(defaultValue = "/") String back) {
    screen.set(request, on);
    return "redirect:" + (ours(back) ? back : "/");
  }

  /** An address of this house: one slash, then neither a host nor a line of its own. */
  static boolean ours(String address) {
    return address.matches("/(?![/\\\\])[\\w\\-./?=&%,:+~]*");
  }
}
