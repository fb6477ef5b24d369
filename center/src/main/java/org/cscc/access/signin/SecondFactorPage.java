package org.cscc.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cscc.access.OpenToAll;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The second step of signing in: who has given the password and whose role needs more gives a code,
 * or sets up the phone. Open to all, because until then they are nobody; who has not given a
 * password is sent back to do so.
 */
@Controller
@OpenToAll
class SecondFactorPage {
  /** The session's name for a secret that no phone has shown a code of yet. */
  static final String NEW_SECRET = "cscc.new-secret";

  private final SecondFactors factors;
  private final SignedInContext context;
  private final AfterSignIn after;
  private final Passkeys passkeys;

  SecondFactorPage(
      SecondFactors factors, SignedInContext context, AfterSignIn after, Passkeys passkeys) {
    this.passkeys = passkeys;
    this.factors = factors;
    this.context = context;
    this.after = after;
  }

  @GetMapping("/access/second-factor")
  String page(HttpServletRequest request, Model model) {
    Proven proven = SignedInContext.who(request);
    if (proven == null) {
      return "redirect:/access/sign-in";
    }
    if (factors.enrolled(proven.account().id())) {
      return "access/second-factor";
    }
    if (passkeys.any(proven.account().id())) {
      // Who has a password only must not set up a phone beside the person's passkeys.
      return "redirect:/access/sign-in?use-passkey";
    }
    model.addAttribute("enrolment", Enrolment.of(request, proven.account()));
    return "access/enrolment";
  }

  @PostMapping("/access/second-factor")
  @Nullable String check(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException, ServletException {
    Proven proven = SignedInContext.who(request);
    if (proven == null) {
      return "redirect:/access/sign-in";
    }
    try {
      if (factors.enrolled(proven.account().id())) {
        factors.check(proven.account(), code);
      } else if (passkeys.any(proven.account().id())) {
        return "redirect:/access/sign-in?use-passkey";
      } else {
        byte[] secret = Enrolment.of(request, proven.account()).secret();
        model.addAttribute("codes", factors.enrol(proven.account(), secret, code));
        request.getSession().removeAttribute(NEW_SECRET);
      }
    } catch (Refused refused) {
      response.setStatus(422);
      model.addAttribute("refused", refused);
      return page(request, model);
    }
    request.changeSessionId();
    context.become(request, proven.account(), proven.by().andCode());
    if (model.containsAttribute("codes")) {
      return "access/recovery-codes";
    }
    after.onAuthenticationSuccess(request, response, authentication(proven));
    return null;
  }

  private static Authentication authentication(Proven proven) {
    return UsernamePasswordAuthenticationToken.authenticated(
        proven.account(), null, proven.account().getAuthorities());
  }
}
