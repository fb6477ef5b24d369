package org.cscc.access.signin;

import com.webauthn4j.server.ServerProperty;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.OpenToAll;
import org.cscc.access.Proof;
import org.cscc.access.Requires;
import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a passkey, showing again who one is with it, and one's own passkeys. */
@Controller
@Requires(Capability.ENTER)
class PasskeyPages {
  private static final String CONFIRM = "redirect:/access/confirm?then=/access/passkeys";

  private final Passkeys passkeys;
  private final PasskeyPlace place;
  private final Oneself oneself;
  private final StepUp stepUp;
  private final SignedInContext context;
  private final AfterSignIn after;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;

  PasskeyPages(
      Passkeys passkeys,
      PasskeyPlace place,
      Oneself oneself,
      StepUp stepUp,
      SignedInContext context,
      AfterSignIn after,
      AuditTrail trail,
      ApplicationEventPublisher events) {
    this.passkeys = passkeys;
    this.place = place;
    this.oneself = oneself;
    this.stepUp = stepUp;
    this.context = context;
    this.after = after;
    this.trail = trail;
    this.events = events;
  }

  @OpenToAll
  @PostMapping("/access/passkey")
  @Nullable String signIn(
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    SignedIn account;
    try {
      account = passkeys.prove(answer, expected(request));
    } catch (Refused refused) {
      trail.note(AuditNote.of(Deed.REFUSE, "sign-in", "passkey", 1));
      return "redirect:/access/sign-in?passkey";
    }
    request.changeSessionId();
    context.become(request, account, Proof.PASSKEY);
    var shown =
        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    events.publishEvent(new InteractiveAuthenticationSuccessEvent(shown, PasskeyPages.class));
    after.onAuthenticationSuccess(request, response, shown);
    return null;
  }

  @PostMapping("/access/confirm/passkey")
  String confirm(
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String then,
      HttpServletRequest request) {
    SignedIn account = oneself.account();
    SignedIn shown = passkeys.prove(answer, expected(request));
    if (!shown.id().equals(account.id())) {
      throw Passkeys.wrong();
    }
    context.become(request, account, Proof.PASSKEY);
    return "redirect:" + ConfirmPage.safe(then);
  }

  @GetMapping("/access/passkeys")
  String page(HttpServletRequest request, Model model) {
    if (!stepUp.fresh()) {
      return CONFIRM;
    }
    SignedIn account = oneself.account();
    model.addAttribute("passkeys", passkeys.of(account.id()));
    if (place.fit(request)) {
      model.addAttribute(
          "ask", PasskeyAsk.make(place, request, account, passkeys.credentials(account.id())));
    }
    return "access/passkeys";
  }

  @PostMapping("/access/passkeys")
  String enrol(
      @RequestParam(defaultValue = "") String answer,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!stepUp.fresh()) {
      return CONFIRM;
    }
    try {
      passkeys.enrol(oneself.account(), answer, expected(request), Browser.ofThisRequest());
    } catch (Refused refused) {
      response.setStatus(422);
      model.addAttribute("refused", refused);
      return page(request, model);
    }
    return "redirect:/access/passkeys?added";
  }

  @PostMapping("/access/passkeys/{id}/remove")
  String remove(@PathVariable UUID id) {
    if (!stepUp.fresh()) {
      return CONFIRM;
    }
    passkeys.remove(oneself.account(), id);
    return "redirect:/access/passkeys?removed";
  }

  private ServerProperty expected(HttpServletRequest request) {
    byte[] challenge = PasskeyAsk.take(request).orElseThrow(Passkeys::wrong);
    if (!place.fit(request)) {
      throw Passkeys.wrong();
    }
    return place.expects(request, challenge);
  }
}
