package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
class ErrorPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void anAddressWithNothingIsAnsweredInWordsWithTheWayBack() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = analyst.get("/places/no/such/page?x=1");
      Document page = Jsoup.parse(answer.body());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(page.select("h1").text()).isEqualTo("There is no such page");
      assertThat(page.select("main code").text()).isEqualTo("R-SITE-MISSING");
      assertThat(page.select("main a[href=/]")).isNotEmpty();
      assertThat(page.select("nav.wide .rooms a")).isNotEmpty();
      assertThat(page.select("a[hreflang=es]").attr("href"))
          .isEqualTo("/places/no/such/page?x=1&language=es");
    }
  }

  @Test
  void anUnknownAddressOfTheApiIsAProblemDocument() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = analyst.get("/api/v1/nothing");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("/problems/r-site-missing", "\"rule\":\"R-SITE-MISSING\"");
    }
  }

  @Test
  void aFormWithoutTheHiddenTokenIsToldThatThePageWasOpenTooLong() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/access/sign-out"))
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("R-SITE-EXPIRED");
    }
  }

  @Test
  void anEndedSessionIsExplainedOnTheSignInPage() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                  .header("Cookie", "cscc-session=0123456789ABCDEF0123456789ABCDEF")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .endsWith("/access/sign-in?expired");
    }
  }

  @Test
  void aWrongPasswordIsSaidInTheSummaryAndBesideTheFields() {
    try (Visitor stranger = Visitor.stranger(port)) {
      HttpResponse<String> answer =
          stranger.post("/access/sign-in", Map.of("name", "nobody", "password", "wrong"));
      assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("?refused");
      Document page = stranger.page("/access/sign-in?refused");
      assertThat(page.select("[role=alert] a[href=#name]")).isNotEmpty();
      assertThat(page.select("#name[aria-invalid=true][aria-describedby=name-error]")).hasSize(1);
      assertThat(page.select("#password[autocomplete=current-password]")).hasSize(1);
    }
  }

  @Test
  void theHelpPageIsOpenToEverybodyAndExplainsEveryWord() {
    try (Visitor stranger = Visitor.stranger(port)) {
      for (String language : new String[] {"en", "es"}) {
        Document page = stranger.page("/site/help?language=" + language);
        assertThat(page.select("section[aria-labelledby=words] dt")).hasSize(HelpPage.WORDS.length);
        assertThat(page.text()).doesNotContain("??");
      }
    }
  }
}
