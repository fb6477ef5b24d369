package org.cscc.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.EnumSet;
import java.util.Set;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * While it is on, the session reaches nothing but what is public (T0): visitors may look at the
 * wall. The server withholds the data; nothing is only painted over.
 */
@Component("privacyScreen")
public class PrivacyScreen {
  private static final String ATTRIBUTE = PrivacyScreen.class.getName();
  private static final Set<Capability> PUBLIC =
      EnumSet.of(
          Capability.ENTER,
          Capability.READ_PUBLISHED,
          Capability.EDIT_REFERENCE,
          Capability.MOVE_DEMO_CLOCK);

  PrivacyScreen() {}

  /** Whether it is on in the session of the current request. */
  public boolean on() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes found)) {
      return false;
    }
    HttpSession session = found.getRequest().getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) != null;
  }

  /** Whether it keeps back what a capability reaches. */
  boolean hides(Capability capability) {
    return !PUBLIC.contains(capability) && on();
  }

  /**
   * Refuses what is not public while it is on.
   *
   * @throws Refused R-SCREEN-01 when it is on
   */
  public void refuseWhenOn() {
    if (on()) {
      throw new Refused(Refused.Kind.FORBIDDEN, "R-SCREEN-01", "access.refused.screen");
    }
  }

  void set(HttpServletRequest request, boolean on) {
    if (on) {
      request.getSession().setAttribute(ATTRIBUTE, true);
    } else {
      request.getSession().removeAttribute(ATTRIBUTE);
    }
  }
}
