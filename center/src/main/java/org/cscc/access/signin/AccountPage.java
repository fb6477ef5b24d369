package org.cscc.access.signin;

import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.kernel.ReviewWeek;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own account: how one signs in, and where one is signed in. */
@Controller
@Requires(Capability.ENTER)
class AccountPage {
  private final Oneself oneself;
  private final OwnSessions sessions;
  private final SecondFactors factors;
  private final Access access;
  private final Passkeys passkeys;

  AccountPage(
      Oneself oneself,
      OwnSessions sessions,
      SecondFactors factors,
      Passkeys passkeys,
      Access access) {
    this.passkeys = passkeys;
    this.access = access;
    this.oneself = oneself;
    this.sessions = sessions;
    this.factors = factors;
  }

  @GetMapping("/access/account")
  String page(Model model) {
    model.addAttribute("account", oneself.account());
    model.addAttribute("by", oneself.stay().by());
    model.addAttribute("since", oneself.stay().provedAt().atZone(ReviewWeek.CHICAGO));
    model.addAttribute("sessions", sessions.of(oneself.account().id()).size());
    model.addAttribute("enrolled", factors.enrolled(oneself.account().id()));
    model.addAttribute("recovery", factors.recoveryCodes(oneself.account().id()));
    model.addAttribute("passkeys", passkeys.of(oneself.account().id()).size());
    model.addAttribute("needed", SecondFactorRule.asks(oneself.account().role()));
    model.addAttribute("breaks", access.includes(Capability.BREAK_GLASS));
    model.addAttribute("reads", access.includes(Capability.READ_ACCOUNTS));
    model.addAttribute("watches", access.includes(Capability.READ_EMERGENCIES));
    return "access/account";
  }
}
