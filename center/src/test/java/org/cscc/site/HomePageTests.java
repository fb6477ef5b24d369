package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
class HomePageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void everyRoleHasAFirstPageInEachLanguage() {
    for (Role role : Arrays.stream(Role.values()).filter(Role::hasAccounts).toList()) {
      try (Visitor visitor = Visitor.as(role, accounts, port)) {
        for (String language : new String[] {"en", "es"}) {
          Document page = visitor.page("/?language=" + language);
          assertThat(page.select("h1").text()).as(role + " " + language).isNotBlank();
          assertThat(page.text()).doesNotContain("??", "{0}");
        }
      }
    }
  }

  @Test
  void theAdministratorSeesTheAccountsAndNothingOfTheIncidents() {
    try (Visitor administrator = Visitor.as(Role.ADMINISTRATOR, accounts, port)) {
      Document page = administrator.page("/");
      assertThat(page.select(".todo").text()).contains("can sign in");
      assertThat(page.select("#near, #teams, .as-of")).isEmpty();
    }
  }

  @Test
  void aFacilitatorSeesTheOwnTeamsOnly() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "north-lawndale");
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      assertThat(facilitator.page("/").select("aside a").eachAttr("href"))
          .containsExactly("/patterns/teams/north-lawndale");
      assertThat(director.page("/").select("aside a")).hasSize(16);
    }
  }
}
