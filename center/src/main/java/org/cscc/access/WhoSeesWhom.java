package org.cscc.access;

import org.springframework.stereotype.Component;

/**
 * Whom of those who did something a reader sees by sign-in name. Who works for the center sees
 * everybody, because they call them; an organization sees its own people, and of others only which
 * organization it was. So no outreach worker is known by name where another one reads. Which
 * records are seen at all is decided elsewhere, by {@link Access}.
 */
@Component
public class WhoSeesWhom {
  private final Access access;

  WhoSeesWhom(Access access) {
    this.access = access;
  }

  /** Whether the person of the current request sees the people of an organization by name. */
  public boolean byName(String organization) {
    return access
        .signedIn()
        .filter(one -> one.role().ofTheCenter() || one.organization().equals(organization))
        .isPresent();
  }

  /** Whether the person of the current request works for the center. */
  public boolean fromTheCenter() {
    return access.signedIn().map(SignedIn::role).filter(Role::ofTheCenter).isPresent();
  }
}
