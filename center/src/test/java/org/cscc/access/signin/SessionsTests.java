package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session ends when its limits, its owner, or its account end it, with the next request. */
@CenterTest
class SessionsTests {
  private static final String PASSWORD = "turnip lantern cobalt vestibule";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private String name = "";
  private UUID account = UUID.randomUUID();

  @BeforeEach
  void somebody() {
    name = "s-" + UUID.randomUUID().toString().substring(0, 12);
    account = accounts.add(name, "Somebody", Role.RESIDENT, "CDPH", Set.of(), PASSWORD);
  }

  @Test
  void idleForThirtyMinutesEndsIt() {
    try (Visitor visitor = signedIn()) {
      age("last_seen_at", Duration.ofMinutes(29));
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      age("last_seen_at", Duration.ofMinutes(31));
      assertThat(location(visitor.get("/"))).endsWith("/access/sign-in?expired");
    }
  }

  @Test
  void twelveHoursEndItHoweverBusyItWas() {
    try (Visitor visitor = signedIn()) {
      age("began_at", Duration.ofHours(12).minusMinutes(1));
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      age("began_at", Duration.ofMinutes(2));
      assertThat(location(visitor.get("/"))).endsWith("/access/sign-in?expired");
    }
  }

  @Test
  void aRequestAfterAMinuteIsWrittenDownAndKeepsIt() {
    try (Visitor visitor = signedIn()) {
      age("last_seen_at", Duration.ofMinutes(29));
      assertThat(visitor.get("/access/stay").body()).isEqualTo("1800");
      age("last_seen_at", Duration.ofMinutes(29));
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anAccountThatIsDisabledIsOutWithTheNextRequest() {
    try (Visitor visitor = signedIn()) {
      jdbc.sql("update access.account set disabled_at = now() where id = ?")
          .param(account)
          .update();
      assertThat(location(visitor.get("/"))).contains("/access/sign-in");
    }
  }

  @Test
  void anAccountThatIsRemovedIsOutAlsoWhenTheNameIsGivenAgain() {
    try (Visitor visitor = signedIn()) {
      jdbc.sql("delete from access.account where id = ?").param(account).update();
      accounts.add(name, "Another", Role.RESIDENT, "CDPH", Set.of(), PASSWORD);
      assertThat(location(visitor.get("/"))).contains("/access/sign-in");
    }
  }

  @Test
  void aChangedRoleCountsWithTheNextRequest() {
    try (Visitor visitor = signedIn()) {
      assertThat(visitor.get("/access/agreements").statusCode()).isEqualTo(200);
      jdbc.sql("update access.account set role = 'TRAINER' where id = ?").param(account).update();
      assertThat(visitor.get("/access/agreements").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void signOutEverywhereEndsEveryBrowserAndNobodyElses() {
    try (Visitor here = signedIn();
        Visitor there = signedIn();
        Visitor other = Visitor.as(Role.RESIDENT, accounts, port)) {
      assertThat(here.page("/access/sessions").select("tbody tr")).hasSize(2);
      here.post("/access/sessions/end-all", Map.of());
      assertThat(location(here.get("/"))).contains("/access/sign-in");
      assertThat(location(there.get("/"))).contains("/access/sign-in");
      assertThat(other.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void oneSessionIsEndedByItsOwnerAndByNobodyElse() {
    try (Visitor here = signedIn();
        Visitor there = signedIn();
        Visitor other = Visitor.as(Role.RESIDENT, accounts, port)) {
      String end = here.page("/access/sessions").select("form[action$=/end]").attr("action");
      other.post(end, Map.of());
      assertThat(there.get("/").statusCode()).isEqualTo(200);
      here.post(end, Map.of());
      assertThat(location(there.get("/"))).contains("/access/sign-in");
      assertThat(here.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSessionIsEndedOnlyWithAFreshProof() {
    try (Visitor here = signedIn();
        Visitor there = signedIn()) {
      String end = here.page("/access/sessions").select("form[action$=/end]").attr("action");
      jdbc.sql(
              "update access.session set proved_at = proved_at - interval '16 minutes'"
                  + " where account_id = ?")
          .param(account)
          .update();
      assertThat(location(here.post(end, Map.of()))).contains("/access/confirm");
      assertThat(location(here.post("/access/sessions/end-all", Map.of())))
          .contains("/access/confirm");
      assertThat(there.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theAdministratorEndsTheSessionsOfAnAccountAndOfEverybody() {
    try (Visitor here = signedIn();
        Visitor other = Visitor.as(Role.RESIDENT, accounts, port)) {
      assertThat(accounts.signOut(name)).isEqualTo(1);
      assertThat(location(here.get("/"))).contains("/access/sign-in");
      assertThat(other.get("/").statusCode()).isEqualTo(200);
      assertThat(accounts.signEverybodyOut()).isPositive();
      assertThat(location(other.get("/"))).contains("/access/sign-in");
    }
  }

  @Test
  void theDatabaseDoesNotHoldWhatTheCookieHolds() {
    try (Visitor visitor = signedIn()) {
      String cookie = visitor.cookie("cscc-session");
      assertThat(cookie).hasSize(43);
      String rows =
          jdbc.sql("select coalesce(string_agg(s::text, ' '), '') from access.session s")
              .query(String.class)
              .single();
      assertThat(rows).isNotEmpty().doesNotContain(cookie);
      assertThat(
              jdbc.sql("select count(*) from access.session where token = sha256(?::bytea)")
                  .param(cookie.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void signingInChangesTheCookie() {
    try (Visitor visitor = Visitor.stranger(port)) {
      visitor.page("/access/sign-in");
      String before = visitor.cookie("cscc-session");
      visitor.post("/access/sign-in", Map.of("name", name, "password", PASSWORD));
      assertThat(visitor.cookie("cscc-session")).isNotEqualTo(before);
    }
  }

  @Test
  void aFormSentAfterTheEndIsGivenBackToItsWriterAndOnlyToThem() {
    try (Visitor visitor = signedIn()) {
      String secret = secret(visitor);
      age("last_seen_at", Duration.ofMinutes(31));
      HttpResponse<String> answer =
          visitor.send(
              "/reviews/2026-11-15/austin/notes",
              Map.of("_csrf", secret, "note", "The <light> is out"));
      assertThat(location(answer)).endsWith("/access/sign-in?kept");
      assertThat(visitor.page("/access/sign-in?kept").select(".notice").text()).contains("kept");

      assertThat(location(visitor.post("/access/sign-in", credentials())))
          .endsWith("/access/kept-form");
      Document page = visitor.page("/access/kept-form");
      assertThat(page.select(".notice").text()).isEqualTo("The <light> is out");
      assertThat(
              page.select("form[action=/reviews/2026-11-15/austin/notes] input[name=note]").val())
          .isEqualTo("The <light> is out");
      visitor.post("/access/kept-form/discard", Map.of());
      assertThat(location(visitor.get("/access/kept-form"))).endsWith("/");
    }
  }

  @Test
  void R_HRIT_09_aDraftPassesTheWordingCheckBeforeItIsKept() {
    try (Visitor visitor = signedIn()) {
      String secret = secret(visitor);
      age("last_seen_at", Duration.ofMinutes(31));
      visitor.send(
          "/reviews/2026-11-15/austin/notes",
          Map.of(
              "_csrf", secret, "note", "Call 312-555-0148 about the light", "count", "3125550148"));
      visitor.post("/access/sign-in", credentials());
      Document page = visitor.page("/access/kept-form");
      assertThat(page.select(".caution").text()).contains("left out");
      assertThat(page.select("input[name=note]").val()).isEqualTo("Call […] about the light");
      assertThat(page.select("input[name=count]").val()).as("no sentence").isEqualTo("3125550148");
    }
  }

  @Test
  void whatWasWrittenAboutASurvivorIsNeverKeptInARowThatIsNotSealed() {
    try (Visitor visitor = signedIn()) {
      String secret = secret(visitor);
      age("last_seen_at", Duration.ofMinutes(31));
      HttpResponse<String> answer =
          visitor.send(
              "/vault", Map.of("_csrf", secret, "token", "7KQ2-M4XD-09TZ", "CALLED", "Marisol"));
      assertThat(answer.statusCode()).isEqualTo(403);
      visitor.post("/access/sign-in", credentials());
      assertThat(location(visitor.get("/access/kept-form"))).endsWith("/");
    }
  }

  @Test
  void signingOutLeavesNothingInTheBrowser() {
    try (Visitor visitor = signedIn()) {
      assertThat(visitor.post("/access/sign-out", Map.of()).headers().firstValue("Clear-Site-Data"))
          .contains("\"cache\", \"storage\"");
    }
    try (Visitor visitor = signedIn()) {
      assertThat(
              visitor
                  .post("/access/sessions/end-all", Map.of())
                  .headers()
                  .firstValue("Clear-Site-Data"))
          .isPresent();
    }
  }

  @Test
  void anotherPersonInTheSameBrowserIsNotShownTheKeptForm() {
    String second = name + "-b";
    accounts.add(second, "Second", Role.RESIDENT, "CDPH", Set.of(), PASSWORD);
    try (Visitor visitor = signedIn()) {
      String secret = secret(visitor);
      age("last_seen_at", Duration.ofMinutes(31));
      visitor.send("/reviews/2026-11-15/austin/notes", Map.of("_csrf", secret, "note", "private"));
      visitor.post("/access/sign-in", Map.of("name", second, "password", PASSWORD));
      assertThat(location(visitor.get("/access/kept-form"))).endsWith("/");
    }
  }

  @Test
  void aFormWithoutTheSecretOfTheEndedSessionIsNotKept() {
    try (Visitor visitor = signedIn()) {
      visitor.page("/access/sessions");
      age("last_seen_at", Duration.ofMinutes(31));
      HttpResponse<String> answer =
          visitor.send("/demo/forward", Map.of("_csrf", "forged", "hours", "24"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(
              visitor.send("/access/sign-in", Map.of("_csrf", "forged", "name", name)).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void thePageSaysWhenTheSessionEnds() {
    try (Visitor visitor = signedIn()) {
      Document page = visitor.page("/access/account");
      assertThat(page.select(".foot").text()).contains("You are signed in until");
      assertThat(Integer.parseInt(page.select("#stay").attr("data-seconds"))).isBetween(1740, 1800);
      assertThat(page.select("#stay").hasAttr("hidden")).isTrue();
    }
  }

  private Visitor signedIn() {
    Visitor visitor = Visitor.stranger(port);
    assertThat(location(visitor.post("/access/sign-in", credentials()))).endsWith("/");
    return visitor;
  }

  private Map<String, String> credentials() {
    return Map.of("name", name, "password", PASSWORD);
  }

  private static String secret(Visitor visitor) {
    return visitor.page("/access/sessions").select("input[name=_csrf]").attr("value");
  }

  private void age(String column, Duration by) {
    jdbc.sql(
            "update access.session set "
                + column
                + " = "
                + column
                + " - make_interval(secs => ?) where account_id = ?")
        .params(by.toSeconds(), account)
        .update();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("(no redirect) " + answer.statusCode());
  }
}
