package org.cscc.site;

import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: what is mine, what is late, what is next. */
@Controller
class HomePage {
  private final Access access;
  private final HomeViews views;

  HomePage(Access access, HomeViews views) {
    this.access = access;
    this.views = views;
  }

  @Requires(Capability.ENTER)
  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("view", views.of(access.signedIn().orElseThrow()));
    return "site/home";
  }
}
