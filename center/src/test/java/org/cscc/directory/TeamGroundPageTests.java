package org.cscc.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
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
class TeamGroundPageTests {
  private static final String ADDRESS = "/directory/teams/austin/areas";
  private static final int AUSTIN = 25;
  private static final int OAK_FREE_NEIGHBOUR = 18;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired Teams teams;

  @AfterEach
  void putTheSeedBack() {
    jdbc.sql("delete from directory.team_area where team = 'austin'").update();
    jdbc.sql("insert into directory.team_area (team, area) values ('austin', 25)").update();
  }

  @Test
  void anAreaIsAddedAndEveryOneKeepsWhatItWas() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Map<String, String> form = form(analyst.page(ADDRESS));
      form.put("add", Integer.toString(OAK_FREE_NEIGHBOUR));
      form.put("add-part", "North of the tracks");
      assertThat(analyst.post(ADDRESS, form).statusCode()).isEqualTo(302);
    }
    Team austin = teams.byCode("austin").orElseThrow();
    assertThat(austin.areaNumbers()).containsExactly(AUSTIN, OAK_FREE_NEIGHBOUR);
    assertThat(austin.leads(AUSTIN)).isTrue();
    assertThat(austin.areas().getLast().subArea()).isEqualTo("North of the tracks");
    assertThat(
            jdbc.sql("select after::text from directory.change order by id desc limit 1")
                .query(String.class)
                .single())
        .contains("North of the tracks");
  }

  @Test
  void rDirectory02ALateSaveShowsBothAndChangesNothing() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Map<String, String> late = form(analyst.page(ADDRESS));
      analyst.post(ADDRESS, form(analyst.page(ADDRESS)));
      late.put("add", "1");
      HttpResponse<String> answer = analyst.post(ADDRESS, late);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(Jsoup.parse(answer.body()).select(".caution").text())
          .contains("Austin", "R-DIRECTORY-02");
      assertThat(Jsoup.parse(answer.body()).select("legend").eachText()).contains("Rogers Park");
    }
    assertThat(teams.byCode("austin").orElseThrow().areaNumbers()).containsExactly(AUSTIN);
  }

  @Test
  void rDirectory03OneTeamLeadsInAnArea() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Map<String, String> form = form(analyst.page(ADDRESS));
      form.put("add", "68");
      form.put("add-lead", "true");
      HttpResponse<String> answer = analyst.post(ADDRESS, form);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("R-DIRECTORY-03", "leads in Englewood already");
    }
    assertThat(teams.byCode("austin").orElseThrow().areaNumbers()).containsExactly(AUSTIN);
  }

  @Test
  void aTeamKeepsAtLeastOneArea() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Map<String, String> form = form(analyst.page(ADDRESS));
      form.remove("keep-25");
      assertThat(analyst.post(ADDRESS, form).statusCode()).isEqualTo(422);
    }
    assertThat(teams.byCode("austin").orElseThrow().areaNumbers()).containsExactly(AUSTIN);
  }

  @Test
  void aFacilitatorDoesNotMoveTheGround() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      assertThat(facilitator.get(ADDRESS).statusCode()).isEqualTo(403);
      assertThat(facilitator.post(ADDRESS, Map.of("keep-25", "true")).statusCode()).isEqualTo(403);
    }
  }

  /** The form as a browser would send it back. */
  private static Map<String, String> form(Document page) {
    Map<String, String> fields = new HashMap<>();
    page.select("main form input[name=version], main form input[checked]")
        .forEach(input -> fields.put(input.attr("name"), input.val()));
    return fields;
  }
}
