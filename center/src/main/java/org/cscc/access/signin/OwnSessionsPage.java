package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.access.Stay;
import org.cscc.kernel.ReviewWeek;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody is signed in, and how to end that. */
@Controller
@Requires(Capability.ENTER)
class OwnSessionsPage {
  private static final String CONFIRM = "redirect:/access/confirm?then=/access/sessions";

  private final Oneself oneself;
  private final OwnSessions sessions;
  private final RealTime time;
  private final SessionLimits limits;
  private final StepUp stepUp;

  OwnSessionsPage(
      Oneself oneself, OwnSessions sessions, RealTime time, SessionLimits limits, StepUp stepUp) {
    this.stepUp = stepUp;
    this.oneself = oneself;
    this.sessions = sessions;
    this.time = time;
    this.limits = limits;
  }

  @GetMapping("/access/sessions")
  String page(Model model) {
    Stay stay = oneself.stay();
    model.addAttribute("sessions", sessions.of(oneself.account().id()));
    model.addAttribute("here", stay.session());
    model.addAttribute("latest", stay.endsAtLatest().atZone(ReviewWeek.CHICAGO));
    model.addAttribute("idleMinutes", limits.idle().toMinutes());
    model.addAttribute("absoluteHours", limits.absolute().toHours());
    return "access/sessions";
  }

  @PostMapping("/access/sessions/{id}/end")
  String end(@PathVariable UUID id) {
    if (!stepUp.fresh()) {
      return CONFIRM;
    }
    sessions.end(oneself.account().id(), id);
    return "redirect:/access/sessions";
  }

  @PostMapping("/access/sessions/end-all")
  String endAll(HttpServletRequest request, HttpServletResponse response) {
    if (!stepUp.fresh()) {
      return CONFIRM;
    }
    sessions.endAll(oneself.account().id());
    request.getSession().invalidate();
    LeftBehind.NOTHING.writeHeaders(request, response);
    return "redirect:/access/sign-in?signed-out";
  }

  /** Being asked is what keeps the session; the answer is the seconds it has from now on. */
  @GetMapping("/access/stay")
  ResponseEntity<String> stay() {
    Duration whole = Duration.between(time.now(), oneself.stay().endsAtLatest());
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body(Long.toString(Math.min(limits.idle().toSeconds(), whole.toSeconds())));
  }
}
