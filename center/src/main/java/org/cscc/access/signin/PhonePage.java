package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.access.SignedIn;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets up the phone of somebody who is signed in, or another one in its place. */
@Controller
@Requires(Capability.ENTER)
class PhonePage {
  private final Oneself oneself;
  private final SecondFactors factors;
  private final StepUp stepUp;

  PhonePage(Oneself oneself, SecondFactors factors, StepUp stepUp) {
    this.oneself = oneself;
    this.factors = factors;
    this.stepUp = stepUp;
  }

  @GetMapping("/access/phone")
  String page(HttpServletRequest request, Model model) {
    if (!stepUp.fresh()) {
      return "redirect:/access/confirm?then=/access/phone";
    }
    model.addAttribute("enrolment", Enrolment.of(request, oneself.account()));
    return "access/phone";
  }

  @PostMapping("/access/phone")
  String enrol(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!stepUp.fresh()) {
      return "redirect:/access/confirm?then=/access/phone";
    }
    SignedIn account = oneself.account();
    try {
      model.addAttribute(
          "codes", factors.enrol(account, Enrolment.of(request, account).secret(), code));
    } catch (Refused refused) {
      response.setStatus(422);
      model.addAttribute("refused", refused);
      return page(request, model);
    }
    request.getSession().removeAttribute(SecondFactorPage.NEW_SECRET);
    return "access/recovery-codes";
  }
}
