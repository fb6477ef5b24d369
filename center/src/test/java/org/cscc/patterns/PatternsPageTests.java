package org.cscc.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages before anything is recorded, and who is let in. */
@CenterTest
class PatternsPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/patterns",
        "/patterns/map",
        "/patterns/map?days=28&area=29",
        "/patterns/areas/29",
        "/patterns/teams/north-lawndale"
      })
  void everyPageOpensInBothLanguages(String path) {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String language : new String[] {"en", "es"}) {
        String mark = path.contains("?") ? "&" : "?";
        Document page = analyst.page(path + mark + "language=" + language);
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main").text()).doesNotContain("??").isNotBlank();
        assertThat(page.select("table")).allMatch(table -> table.selectFirst("caption") != null);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"numbers", "weeks", "windows", "incidents", "hours", "blocks", "places"})
  void everyTableComesAsAFile(String table) {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> file = analyst.get("/patterns/areas/29/" + table + ".csv");
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Type")).get().asString().startsWith("text/csv");
      assertThat(file.headers().firstValue("Content-Disposition"))
          .get()
          .asString()
          .contains("29-" + table);
      assertThat(file.body()).endsWith("\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/patterns/areas/25",
        "/patterns/areas/25/blocks.csv",
        "/patterns/teams/austin",
        "/patterns/teams/austin/numbers.csv",
        "/patterns/map?area=25",
        "/patterns/map.csv?area=25"
      })
  void rPatterns01AFacilitatorIsRefusedTheAreasOfOtherTeams(String path) {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "north-lawndale")) {
      HttpResponse<String> answer = facilitator.get(path);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("R-PATTERNS-01").contains("Austin");
    }
  }

  @Test
  void aFacilitatorSeesTheAreasOfTheirOwnTeam() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "north-lawndale")) {
      assertThat(facilitator.page("/patterns/areas/29").select("h1").text())
          .contains("North Lawndale");
      Document teams = facilitator.page("/patterns");
      assertThat(teams.select("main tbody tr")).hasSize(1);
      assertThat(facilitator.page("/patterns/map").select("#area option").eachText())
          .containsExactly("All areas I may see", "North Lawndale");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMINISTRATOR", "FINANCE", "COMMUNICATIONS", "STEERING", "TRAINER"})
  void whoHasNoPartInTheReviewsReadsNoBlocks(Role role) {
    try (Visitor visitor = Visitor.as(role, accounts, port)) {
      assertThat(visitor.get("/patterns").statusCode()).isEqualTo(403);
      assertThat(visitor.get("/patterns/map").statusCode()).isEqualTo(403);
      assertThat(visitor.get("/patterns/areas/29").statusCode()).isEqualTo(403);
      assertThat(visitor.get("/patterns/blocks/any").statusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/patterns/areas/78",
        "/patterns/teams/nowhere",
        "/patterns/blocks/nowhere",
        "/patterns/areas/29/victims.csv"
      })
  void rPatterns02WhatIsNotThereIsSaidInWords(String path) {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = analyst.get(path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("R-PATTERNS-02");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "9999-12-31"})
  void rPatterns03AWeekThatCanNotBeCountedIsRefused(String week) {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = analyst.get("/patterns/areas/29?week=" + week);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("R-PATTERNS-03");
    }
  }

  @Test
  void aStrangerIsLedToTheSignInPage() {
    try (Visitor stranger = Visitor.stranger(port)) {
      assertThat(stranger.get("/patterns/map").statusCode()).isEqualTo(302);
    }
  }
}
