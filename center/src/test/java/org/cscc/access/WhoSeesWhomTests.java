package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sees whom by sign-in name: every role, of the own organization and of another one. */
@CenterTest
class WhoSeesWhomTests {
  @Autowired Accounts accounts;
  @Autowired WhoSeesWhom rule;

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest(name = "{0} sees people of another organization by name: {1}")
  @CsvSource({
    "RESIDENT, false",
    "REPRESENTATIVE, true",
    "FACILITATOR, true",
    "OUTREACH, false",
    "ADVOCATE, false",
    "POLICE_LIAISON, false",
    "DEPARTMENT_LIAISON, false",
    "ANALYST, true",
    "REVIEWER, false",
    "FINANCE, false",
    "COMMUNICATIONS, false",
    "TRAINER, false",
    "DIRECTOR, true",
    "STEERING, false",
    "PRIVACY_OFFICER, true",
    "AUDITOR, true",
    "ADMINISTRATOR, true"
  })
  void theCenterSeesEverybodyAndAnOrganizationItsOwn(Role role, boolean others) {
    String name = "w-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", role, Seats.in("CDPH", Set.of()), name + "-password");
    SignedIn person = accounts.byName(name);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()));
    assertThat(rule.byName("CDPH")).isTrue();
    assertThat(rule.byName("DFSS")).isEqualTo(others);
    assertThat(rule.fromTheCenter()).isEqualTo(others);
  }

  @Test
  void nobodyIsSeenByWhoIsNotSignedIn() {
    assertThat(rule.byName("CDPH")).isFalse();
    assertThat(rule.fromTheCenter()).isFalse();
  }
}
