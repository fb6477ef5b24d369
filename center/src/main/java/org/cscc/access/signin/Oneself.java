package org.cscc.access.signin;

import org.cscc.access.Access;
import org.cscc.access.SignedIn;
import org.cscc.access.Stay;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Component;

/** Who asks, for the pages about one's own account, which every account may open. */
@Component
class Oneself {
  private final Access access;

  Oneself(Access access) {
    this.access = access;
  }

  SignedIn account() {
    return access.signedIn().orElseThrow(Oneself::nobody);
  }

  /** The session; a token has none, so these pages are closed to programs. */
  Stay stay() {
    return access.stay().orElseThrow(Oneself::nobody);
  }

  private static Refused nobody() {
    return new Refused(Refused.Kind.FORBIDDEN, "R-SIGNIN-06", "access.refused.pages-only");
  }
}
