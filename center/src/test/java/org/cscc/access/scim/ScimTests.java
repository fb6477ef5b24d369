package org.cscc.access.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Tokens;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The City's directory takes accounts away, as the programs that do it in cities ask. */
@CenterTest
@TestPropertySource(properties = "cscc.scim.token=" + ScimTests.TOKEN)
class ScimTests {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Tokens tokens;
  @Autowired JdbcClient jdbc;

  private String name = "";

  @BeforeEach
  void anAccount() {
    name = "d-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", Role.TRAINER, Seats.in("CDPH", Set.of()), name + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]}",
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}]}",
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\",\"value\":{\"active\":false}}]}"
      })
  void whoLeavesIsOutWithTheNextRequestAndStaysOut(String patch) throws Exception {
    try (Visitor visitor = Visitor.of(name, name + name, port)) {
      String bearer = "Bearer " + tokens.issue(accounts.byName(name), Duration.ofDays(1));
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      JsonNode found = list("userName eq \"" + name.toUpperCase(java.util.Locale.ROOT) + "\"");
      assertThat(found.get("totalResults").asInt()).isEqualTo(1);
      JsonNode user = found.get("Resources").get(0);
      assertThat(user.get("active").asBoolean()).isTrue();
      String address = user.get("meta").get("location").asString();
      HttpResponse<String> answer = send("PATCH", address, patch, TOKEN);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .get()
          .asString()
          .contains("scim+json");
      assertThat(json(answer).get("active").asBoolean()).isFalse();
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
      try (Visitor program = Visitor.stranger(port)) {
        assertThat(program.ask("/api/v1/areas", "Authorization", bearer).statusCode())
            .isEqualTo(401);
        assertThat(
                program
                    .post(
                        "/access/sign-in", java.util.Map.of("name", name, "password", name + name))
                    .headers()
                    .firstValue("Location"))
            .get()
            .asString()
            .endsWith("?refused");
      }
      assertThat(send("PATCH", address, patch, TOKEN).statusCode()).as("again").isEqualTo(200);
      String back = patch.replace("false", "true").replace("False", "True");
      assertThat(json(send("PATCH", address, back, TOKEN)).get("scimType").asString())
          .isEqualTo("mutability");
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from audit.event e join audit.word k on k.id = e.kind
                      where k.word = 'account' and e.record = ? and e.actor = 'scim' and e.deed = 6
                      """)
                  .param(name)
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void aDeletedAccountIsGoneForTheDirectoryAndItsRowStays() throws Exception {
    JsonNode user = list("userName eq \"" + name + "\"").get("Resources").get(0);
    String address = user.get("meta").get("location").asString();
    assertThat(send("DELETE", address, "", TOKEN).statusCode()).isEqualTo(204);
    assertThat(send("GET", address, "", TOKEN).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", address, "", TOKEN).statusCode()).isEqualTo(404);
    assertThat(list("userName eq \"" + name + "\"").get("totalResults").asInt()).isZero();
    assertThat(
            jdbc.sql(
                    "select count(*) from access.account where name = ? and disabled_at is not null")
                .param(name)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aPutThatKeepsSomebodyChangesNothingAndOneThatDoesNotEndsTheAccount() throws Exception {
    String address =
        list("userName eq \"" + name + "\"")
            .get("Resources")
            .get(0)
            .get("meta")
            .get("location")
            .asString();
    String kept = "{\"userName\":\"somebody-else\",\"active\":true,\"roles\":[\"DIRECTOR\"]}";
    JsonNode after = json(send("PUT", address, kept, TOKEN));
    assertThat(after.get("userName").asString()).isEqualTo(name);
    assertThat(accounts.byName(name).role()).isEqualTo(Role.TRAINER);
    assertThat(json(send("PUT", address, "{\"active\":false}", TOKEN)).get("active").asBoolean())
        .isFalse();
  }

  @Test
  void listsComeInPagesAndAFilterThatIsNotKnownIsSaid() throws Exception {
    JsonNode all = json(get("/scim/v2/Users?count=1&startIndex=1"));
    assertThat(all.get("itemsPerPage").asInt()).isEqualTo(1);
    assertThat(all.get("totalResults").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(json(get("/scim/v2/Users?count=0")).get("Resources").size()).isZero();
    assertThat(json(get("/scim/v2/Users?startIndex=99999")).get("Resources").size()).isZero();
    jdbc.sql(
            "insert into access.city_subject select 'https://city.example', 'sub-' || name, id,"
                + " now() from access.account where name = ?")
        .param(name)
        .update();
    assertThat(
            list("externalId eq \"sub-" + name + "\"")
                .get("Resources")
                .get(0)
                .get("userName")
                .asString())
        .isEqualTo(name);
    HttpResponse<String> odd = get("/scim/v2/Users?filter=" + encode("emails co \"a' or 1=1 --\""));
    assertThat(odd.statusCode()).isEqualTo(400);
    assertThat(json(odd).get("scimType").asString()).isEqualTo("invalidFilter");
  }

  @Test
  void nobodyComesInWithoutTheSecretAndOnlyAwayIsDone() throws Exception {
    String users = "/scim/v2/Users";
    for (String wrong : new String[] {"", "wrong", TOKEN.substring(1), TOKEN + "0"}) {
      HttpResponse<String> answer = send("GET", users, "", wrong);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).doesNotContain(name);
    }
    try (Visitor administrator = Visitor.as(Role.ADMINISTRATOR, accounts, port)) {
      assertThat(administrator.get(users).statusCode()).as("a session is no secret").isEqualTo(401);
    }
    String made = "{\"userName\":\"new-one\",\"active\":true}";
    assertThat(send("POST", users, made, TOKEN).statusCode()).isEqualTo(405);
    String address =
        list("userName eq \"" + name + "\"")
            .get("Resources")
            .get(0)
            .get("meta")
            .get("location")
            .asString();
    for (String bad :
        new String[] {
          "{\"Operations\":[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"X\"}]}",
          "{\"Operations\":[{\"op\":\"add\",\"path\":\"active\",\"value\":false}]}",
          "{\"Operations\":[]}",
          "{",
          "[]"
        }) {
      assertThat(send("PATCH", address, bad, TOKEN).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(send("GET", "/scim/v2/Users/x'or'1", "", TOKEN).statusCode()).isIn(400, 404);
    assertThat(accounts.byName(name).name()).isEqualTo(name);
  }

  private JsonNode list(String filter) throws Exception {
    return json(get("/scim/v2/Users?filter=" + encode(filter)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "", TOKEN);
  }

  private HttpResponse<String> send(String method, String path, String body, String token)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace("'", "%27")))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/scim+json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
