package org.cscc.access.signin;

import org.cscc.access.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; Spring Security takes what it posts. */
@Controller
class SignInPage {
  @OpenToAll
  @GetMapping("/access/sign-in")
  String signIn() {
    return "access/sign-in";
  }
}
