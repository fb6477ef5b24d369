package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Phone;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that let somebody choose a password once. */
@CenterTest
class InvitationTests {
  private static final String PASSWORD = "turnip lantern cobalt vestibule";
  private static final String OTHER = "ferry gravel monsoon pantry";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Invitations invitations;
  @Autowired JdbcClient jdbc;

  private String name = "";

  @BeforeEach
  void somebody() {
    name = "i-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", Role.ANALYST, "MOCS", Set.of(), PASSWORD);
  }

  @Test
  void theLinkSetsThePasswordOnceAndThePhoneIsSetUpAnew() {
    try (Visitor before = Visitor.stranger(port);
        Visitor stranger = Visitor.stranger(port)) {
      signIn(before, PASSWORD);
      Phone.enrol(before);
      assertThat(before.get("/").statusCode()).isEqualTo(200);

      String link = "/access/invitation/" + invitations.make(name);
      assertThat(stranger.page(link).select("h1").text()).isNotEmpty();
      assertThat(stranger.page(link).text()).contains(name);
      assertThat(location(accept(stranger, link, OTHER))).endsWith("/access/sign-in?invited");

      assertThat(location(before.get("/"))).contains("/access/sign-in");
      assertThat(location(signIn(stranger, PASSWORD))).endsWith("?refused");
      assertThat(location(signIn(stranger, OTHER))).endsWith("/access/second-factor");
      assertThat(stranger.page("/access/second-factor").select("code.secret")).hasSize(1);
      assertUnknown(stranger.get(link));
      assertUnknown(accept(stranger, link, PASSWORD));
    }
  }

  @Test
  void aPasswordThatCanNotBeOneLeavesTheLinkAsItIs() {
    try (Visitor stranger = Visitor.stranger(port)) {
      String link = "/access/invitation/" + invitations.make(name);
      HttpResponse<String> refused = accept(stranger, link, "passwordpassword");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("R-SIGNIN-02");
      assertThat(stranger.get(link).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aLinkThatIsOverReplacedOrMadeUpIsAnsweredAlikeByR_SIGNIN_08() {
    try (Visitor stranger = Visitor.stranger(port)) {
      String replaced = "/access/invitation/" + invitations.make(name);
      String over = "/access/invitation/" + invitations.make(name);
      assertUnknown(stranger.get(replaced));
      assertUnknown(stranger.get("/access/invitation/made-up"));
      jdbc.sql("update access.invitation set expires_at = now() - interval '1 minute'").update();
      assertUnknown(stranger.get(over));
    }
  }

  @Test
  void theDatabaseDoesNotHoldTheLink() {
    String secret = invitations.make(name);
    assertThat(
            jdbc.sql("select string_agg(i::text, ' ') from access.invitation i")
                .query(String.class)
                .single())
        .doesNotContain(secret);
  }

  private HttpResponse<String> signIn(Visitor visitor, String password) {
    return visitor.post("/access/sign-in", Map.of("name", name, "password", password));
  }

  private static HttpResponse<String> accept(Visitor visitor, String link, String password) {
    return visitor.post(link, Map.of("new-password", password));
  }

  private static void assertUnknown(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("R-SIGNIN-08");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("(no redirect) " + answer.statusCode());
  }
}
