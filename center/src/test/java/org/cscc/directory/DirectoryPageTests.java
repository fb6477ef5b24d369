package org.cscc.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CenterTest
class DirectoryPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void putTheSeedBack() {
    jdbc.sql(
            """
            update directory.organization
            set name = 'City Colleges of Chicago', assumed = true, active = true where code = 'CCC'
            """)
        .update();
    jdbc.sql("update directory.team set name = 'Austin', active = true where code = 'austin'")
        .update();
  }

  @Test
  void everybodySeesTwentyTwoOrganizationsAndSixteenTeamsAndWhichAreAssumed() {
    try (Visitor visitor = Visitor.as(Role.OUTREACH, accounts, port)) {
      Document page = visitor.page("/directory");
      assertThat(page.select("h1").text()).isEqualTo("22 departments and agencies, 16 teams");
      assertThat(page.select("table").get(0).select("tbody tr")).hasSize(22);
      assertThat(page.select("table").get(1).select("tbody tr")).hasSize(16);
      assertThat(page.select("table").get(0).select(".assumed")).hasSize(11);
      assertThat(page.select("table").get(1).text())
          .contains("Around Douglass Park, another team leads");
      assertThat(page.select("a[href^=/directory/organizations], a[href^=/directory/teams]"))
          .isEmpty();
    }
  }

  @Test
  void whoMayNotEditReferenceDataIsRefused() {
    try (Visitor visitor = Visitor.as(Role.FACILITATOR, accounts, port)) {
      assertThat(visitor.get("/directory/organizations/CCC").statusCode()).isEqualTo(403);
      assertThat(visitor.post("/directory/organizations/CCC", entry("Other", "1")).statusCode())
          .isEqualTo(403);
    }
    assertThat(name("CCC")).isEqualTo("City Colleges of Chicago");
  }

  @Test
  void aCorrectionIsStoredAndStaysReadableAsAChange() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(save(analyst, "City Colleges", version(analyst)).statusCode()).isEqualTo(302);
    }
    assertThat(name("CCC")).isEqualTo("City Colleges");
    assertThat(
            jdbc.sql(
                    """
                    select before ->> 'name' || ' > ' || (after ->> 'name') from directory.change
                    where code = 'CCC' order by id desc limit 1
                    """)
                .query(String.class)
                .single())
        .isEqualTo("City Colleges of Chicago > City Colleges");
  }

  @Test
  void aStaleSaveShowsBothValuesAndLosesNeither() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor administrator = Visitor.as(Role.ADMINISTRATOR, accounts, port)) {
      String opened = version(analyst);
      save(administrator, "Faster name", opened);

      HttpResponse<String> late = save(analyst, "Later name", opened);
      assertThat(late.statusCode()).isEqualTo(409);
      Document page = Jsoup.parse(late.body());
      assertThat(page.select(".caution").text()).contains("Faster name", "R-DIRECTORY-02");
      assertThat(page.select("#name").val()).isEqualTo("Later name");
      assertThat(name("CCC")).isEqualTo("Faster name");

      assertThat(save(analyst, "Later name", page.select("input[name=version]").val()).statusCode())
          .isEqualTo(302);
      assertThat(name("CCC")).isEqualTo("Later name");
    }
  }

  @Test
  void aNameThatIsMissingOrTakenIsExplained() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String wrong : new String[] {" ", "Chicago Police Department"}) {
        HttpResponse<String> answer = save(analyst, wrong, version(analyst));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select(".refusal a").attr("href")).isEqualTo("#name");
      }
    }
    assertThat(name("CCC")).isEqualTo("City Colleges of Chicago");
  }

  @Test
  void anUnknownRowIsNotFoundWithItsRule() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = analyst.get("/directory/teams/nowhere");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("R-DIRECTORY-01");
    }
  }

  @Test
  void aTeamIsCorrectedTheSameWay() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String version = analyst.page("/directory/teams/austin").select("input[name=version]").val();
      assertThat(
              analyst
                  .post(
                      "/directory/teams/austin",
                      Map.of("name", "Austin North", "active", "true", "version", version))
                  .statusCode())
          .isEqualTo(302);
    }
    assertThat(
            jdbc.sql("select name from directory.team where code = 'austin'")
                .query(String.class)
                .single())
        .isEqualTo("Austin North");
  }

  private static String version(Visitor visitor) {
    return visitor.page("/directory/organizations/CCC").select("input[name=version]").val();
  }

  private static HttpResponse<String> save(Visitor visitor, String name, String version) {
    return visitor.post("/directory/organizations/CCC", entry(name, version));
  }

  private static Map<String, String> entry(String name, String version) {
    return Map.of(
        "name",
        name,
        "kind",
        "SISTER_AGENCY",
        "assumed",
        "true",
        "active",
        "true",
        "version",
        version);
  }

  private String name(String code) {
    return jdbc.sql("select name from directory.organization where code = ?")
        .param(code)
        .query(String.class)
        .single();
  }
}
