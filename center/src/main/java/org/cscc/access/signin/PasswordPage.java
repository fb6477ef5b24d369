package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes one's own password. */
@Controller
@Requires(Capability.ENTER)
class PasswordPage {
  private final Oneself oneself;
  private final Passwords passwords;

  PasswordPage(Oneself oneself, Passwords passwords) {
    this.oneself = oneself;
    this.passwords = passwords;
  }

  @GetMapping("/access/password")
  String page() {
    return "access/password";
  }

  @PostMapping("/access/password")
  Object change(
      @RequestParam("present-password") String present,
      @RequestParam("new-password") String wanted,
      HttpServletRequest request,
      RedirectAttributes after) {
    try {
      passwords.change(oneself.account(), present, wanted, oneself.stay().session());
    } catch (Refused refused) {
      ModelAndView again = new ModelAndView("access/password", HttpStatus.UNPROCESSABLE_CONTENT);
      again.addObject("refused", refused);
      again.addObject("field", refused.rule().equals("R-SIGNIN-04") ? "present" : "new");
      return again;
    }
    request.changeSessionId();
    after.addFlashAttribute("changed", true);
    return "redirect:/access/account";
  }
}
