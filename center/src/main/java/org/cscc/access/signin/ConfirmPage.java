package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.access.SignedIn;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks again who this is, before something that a screen left open must not do. */
@Controller
@Requires(Capability.ENTER)
class ConfirmPage {
  /** Only our own pages that ask for it are led on to. */
  private static final Pattern OURS = Pattern.compile("/(?:access|vault)/[a-z/-]+");

  private final Oneself oneself;
  private final SecondFactors factors;
  private final Passwords passwords;
  private final SignedInContext context;
  private final Passkeys passkeys;
  private final PasskeyPlace place;

  ConfirmPage(
      Oneself oneself,
      SecondFactors factors,
      Passwords passwords,
      SignedInContext context,
      Passkeys passkeys,
      PasskeyPlace place) {
    this.passkeys = passkeys;
    this.place = place;
    this.oneself = oneself;
    this.factors = factors;
    this.passwords = passwords;
    this.context = context;
  }

  @GetMapping("/access/confirm")
  String page(
      @RequestParam(defaultValue = "/access/account") String then,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("then", safe(then));
    model.addAttribute("byCode", factors.enrolled(oneself.account().id()));
    if (place.fit(request) && passkeys.any(oneself.account().id())) {
      model.addAttribute("ask", PasskeyAsk.who(place, request));
    }
    return "access/confirm";
  }

  @PostMapping("/access/confirm")
  String confirm(
      @RequestParam String code,
      @RequestParam(defaultValue = "/access/account") String then,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SignedIn account = oneself.account();
    try {
      if (factors.enrolled(account.id())) {
        factors.check(account, code);
      } else {
        passwords.check(account, code);
      }
    } catch (Refused refused) {
      response.setStatus(422);
      model.addAttribute("refused", refused);
      return page(then, request, model);
    }
    context.become(request, account, oneself.stay().by());
    return "redirect:" + safe(then);
  }

  static String safe(String then) {
    return OURS.matcher(then).matches() ? then : "/access/account";
  }
}
