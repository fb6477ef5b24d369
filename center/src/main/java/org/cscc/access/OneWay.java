package org.cscc.access;

import java.util.Set;
import org.cscc.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What outreach, advocates and families say goes no way to the police. The wall asks for the role
 * of who reads; so whoever works for the police has that role and no other.
 */
@Component
class OneWay {
  static final String RULE = "R-ACCESS-11";

  private final Set<String> police;

  /**
   * @param police codes of the organizations of the police
   */
  OneWay(@Value("${cscc.police-organizations:CPD}") Set<String> police) {
    this.police = police;
  }

  /**
   * Lets only a role pass that the organization may have.
   *
   * @throws Refused R-ACCESS-11
   */
  void check(Role role, Seats seats) {
    if (role != Role.POLICE_LIAISON && police.contains(seats.organization())) {
      throw new Refused(Refused.Kind.INVALID, RULE, "access.refused.police", seats.organization());
    }
  }
}
