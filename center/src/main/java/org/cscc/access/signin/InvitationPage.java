package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.cscc.access.OpenToAll;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invitation leads: one field for a password of one's own. */
@Controller
@OpenToAll
class InvitationPage {
  private final Invitations invitations;

  InvitationPage(Invitations invitations) {
    this.invitations = invitations;
  }

  @GetMapping("/access/invitation/{secret}")
  String page(@PathVariable String secret, Model model) {
    model.addAttribute("name", invitations.of(secret).name());
    model.addAttribute("secret", secret);
    return "access/invitation";
  }

  @PostMapping("/access/invitation/{secret}")
  String accept(
      @PathVariable String secret,
      @RequestParam("new-password") String password,
      HttpServletResponse response,
      Model model) {
    try {
      invitations.accept(secret, password);
    } catch (Refused refused) {
      if (refused.kind() == Refused.Kind.NOT_FOUND) {
        throw refused;
      }
      response.setStatus(422);
      model.addAttribute("refused", refused);
      return page(secret, model);
    }
    return "redirect:/access/sign-in?invited";
  }
}
