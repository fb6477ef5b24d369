package org.cscc.requests;

import java.util.Optional;
import org.cscc.access.Decision;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who may say what of a request that the City calls done, asked in the order a person would ask.
 */
final class LookRules {
  /**
   * Closed is not fixed: somebody of the area looks, and nobody of the department that closed it.
   */
  static final String LOOK = "R-COO-06";

  /** Only what the City calls done is looked at. */
  static final String STATE = "R-REQ-02";

  /** There is no such request. */
  static final String UNKNOWN = "R-REQ-03";

  /** A value that the form offers. */
  static final String FORM = "R-REQ-05";

  private LookRules() {}

  /**
   * What refuses the look; empty when nothing does.
   *
   * @param looking a decision about looking; null when the person may not
   */
  static Optional<Refused> refusal(
      Look look, Follow follow, LookDesk.Looker looker, @Nullable Decision looking) {
    if (looking == null || !look.openTo(looker.role())) {
      return refused(Kind.FORBIDDEN, LOOK, "requests.refused.role");
    }
    if (!looking.reachesArea(follow.area())) {
      return refused(Kind.FORBIDDEN, LOOK, "requests.refused.area");
    }
    if (looker.organization().equals(follow.department())) {
      return refused(Kind.FORBIDDEN, LOOK, "requests.refused.own-work", looker.organization());
    }
    return look.from(follow.state())
        ? Optional.empty()
        : refused(Kind.CONFLICT, STATE, "requests.refused.state." + follow.state());
  }

  static Refused unknown() {
    return new Refused(Kind.NOT_FOUND, UNKNOWN, "requests.refused.unknown");
  }

  /** A form that sent what it does not offer. */
  static Refused unfit(String key, Object... named) {
    return new Refused(Kind.INVALID, FORM, key, named);
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key, Object... named) {
    return Optional.of(new Refused(kind, rule, key, named));
  }
}
