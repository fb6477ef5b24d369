package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.cscc.access.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; Spring Security takes what it posts. */
@Controller
class SignInPage {
  private final City city;
  private final PasskeyPlace place;

  SignInPage(City city, PasskeyPlace place) {
    this.city = city;
    this.place = place;
  }

  @OpenToAll
  @GetMapping("/access/sign-in")
  String signIn(HttpServletRequest request, Model model) {
    model.addAttribute("city", city.on());
    if (place.fit(request)) {
      model.addAttribute("ask", PasskeyAsk.who(place, request));
    }
    HttpSession session = request.getSession(false);
    model.addAttribute(
        "subject", session == null ? null : session.getAttribute(CityRefused.SUBJECT));
    return "access/sign-in";
  }
}
