package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Phone;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The City's single sign-on: a provider that is a program of its own, over real HTTP. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CityTests {
  private static final int PROVIDER = freePort();
  private static final String ISSUER = "http://localhost:" + PROVIDER;
  private static final String COUNTS =
      "/api/v1/counts?measure=incidents&by=area&from=2020-01-01&to=2020-01-31";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired CityPeople people;
  @Autowired JdbcClient jdbc;

  private @Nullable Process provider;
  private String name = "";

  @DynamicPropertySource
  static void theCity(DynamicPropertyRegistry properties) {
    properties.add("cscc.sign-in.city.issuer", () -> ISSUER);
    properties.add("cscc.sign-in.city.client-id", () -> CityProgram.CLIENT);
    properties.add("cscc.sign-in.city.client-secret", () -> CityProgram.secret(CityProgram.CLIENT));
    properties.add("cscc.sign-in.city.audience", () -> "cscc-api");
  }

  @BeforeAll
  void theProviderStartsAfterTheCenter() throws Exception {
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(visitor.page("/access/sign-in").select("a[href='/access/with/city']")).hasSize(1);
      assertThat(location(visitor.get("/access/with/city"))).endsWith("/access/sign-in?city-away");
      assertThat(visitor.page("/access/sign-in?city-away&language=es").text())
          .contains("no funcionó");
    }
    Path said = Files.createTempFile("city", ".out");
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CityProgram.class.getName(),
                "--server.port=" + PROVIDER,
                "--center=http://localhost:" + port)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    provider = started;
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!Files.readString(said).contains("single sign-on answers")) {
      if (!started.isAlive() || System.nanoTime() > until) {
        throw new IOException("The provider did not start: " + Files.readString(said));
      }
      Thread.sleep(100);
    }
  }

  @AfterAll
  void theProviderEnds() {
    if (provider != null) {
      provider.destroy();
    }
  }

  @BeforeEach
  void anAccount() {
    jdbc.sql("delete from access.city_subject").update();
    name = "c-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", Role.ANALYST, Seats.in("MOCS", Set.of()), name + name);
  }

  @Test
  void whoIsLinkedAndGaveASecondFactorThereComesIn() throws Exception {
    people.link(name, ISSUER, "ana-mfa");
    try (Visitor visitor = Visitor.stranger(port)) {
      String token = visitor.cookie("cscc-session");
      HttpResponse<String> back = comeIn(visitor, "ana-mfa");
      assertThat(location(back)).endsWith("/");
      assertThat(visitor.cookie("cscc-session")).isNotEqualTo(token);
      Document account = visitor.page("/access/account?language=en");
      assertThat(account.text()).contains(name, "with its second factor");
      assertThat(audited("sign-in", name)).isEqualTo(1);
    }
  }

  @Test
  void withoutASecondFactorThereTheCenterAsksForItsOwn() throws Exception {
    people.link(name, ISSUER, "ana");
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(comeIn(visitor, "ana"))).endsWith("/access/second-factor");
      assertThat(location(visitor.get("/"))).endsWith("/access/second-factor");
      Phone.enrol(visitor);
      assertThat(visitor.page("/access/account?language=en").text())
          .contains("the City account and a code");
    }
  }

  @Test
  void whoIsLinkedToNoAccountGetsNone() throws Exception {
    int before = accounts.all().size();
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(comeIn(visitor, "stranger-mfa"))).endsWith("/access/sign-in?nobody");
      assertThat(visitor.page("/access/sign-in?nobody").select(".caution code").text())
          .isEqualTo("stranger-mfa");
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
    assertThat(accounts.all()).hasSize(before);
    assertThat(audited("sign-in", "city stranger-mfa")).isEqualTo(1);
  }

  @Test
  void anAccountThatEndedStaysOut() throws Exception {
    people.link(name, ISSUER, "ben-mfa");
    accounts.end(name);
    try (Visitor visitor = Visitor.stranger(port)) {
      assertThat(location(comeIn(visitor, "ben-mfa"))).endsWith("/access/sign-in?nobody");
    }
  }

  @Test
  void theWayThereHasStateNonceAndPkceAndAnAnswerCountsOnce() throws Exception {
    people.link(name, ISSUER, "ana-mfa");
    try (Visitor visitor = Visitor.stranger(port);
        Visitor other = Visitor.stranger(port);
        CityVisitor city = new CityVisitor(ISSUER)) {
      String there = location(visitor.get("/access/with/city"));
      assertThat(there)
          .startsWith(ISSUER + "/oauth2/authorize")
          .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256")
          .contains("scope=openid&");
      String back = path(city.signIn(there, "ana-mfa"));
      assertThat(location(other.get(back))).as("another browser").endsWith("?city-away");
      assertThat(location(visitor.get(back.replaceAll("code=[^&]+", "code=forged"))))
          .endsWith("?city-away");
      assertThat(location(visitor.get(back))).as("the state is used up").endsWith("?city-away");
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void aSubjectIsOneAccountsOnly() {
    people.link(name, ISSUER, "ana-mfa");
    String second = name + "b";
    accounts.add(second, "Other", Role.ANALYST, Seats.in("MOCS", Set.of()), name + name);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> people.link(second, ISSUER, "ana-mfa"))
        .hasMessageContaining("R-SIGNIN-10");
    people.unlink(name, ISSUER);
    people.link(second, ISSUER, "ana-mfa");
    assertThat(people.account(ISSUER, "ana-mfa").orElseThrow().name()).isEqualTo(second);
  }

  @Test
  void aTokenOfTheCityIsExchangedForOneOfTheApi() throws Exception {
    people.link(name, ISSUER, "ana-mfa");
    try (CityVisitor city = new CityVisitor(ISSUER);
        Visitor program = Visitor.stranger(port)) {
      JsonNode subject = JsonMapper.shared().readTree(city.tokens("city-program", "ana-mfa"));
      JsonNode answer = exchange(city, subject.get("access_token").asString(), Map.of(), 200);
      assertThat(answer.get("token_type").asString()).isEqualTo("Bearer");
      assertThat(answer.get("issued_token_type").asString()).endsWith(":access_token");
      assertThat(answer.get("expires_in").asInt()).isBetween(60, 1200);
      String bearer = "Bearer " + answer.get("access_token").asString();
      HttpResponse<String> counts = program.ask(COUNTS, "Authorization", bearer);
      assertThat(counts.body())
          .as("the token gives no word in the person's place")
          .contains("R-HRIT-07");
      assertThat(program.ask("/api/v1/areas", "Authorization", bearer).statusCode()).isEqualTo(200);
      accounts.end(name);
      assertThat(program.ask("/api/v1/areas", "Authorization", bearer).statusCode()).isEqualTo(401);
      assertThat(
              exchange(city, subject.get("access_token").asString(), Map.of(), 400)
                  .get("error")
                  .asString())
          .isEqualTo("invalid_request");
      assertThat(audited("api-token", name)).isEqualTo(1);
    }
  }

  @Test
  void whatIsNotForUsNotProvenOrNotSignedIsNotExchanged() throws Exception {
    people.link(name, ISSUER, "ana");
    try (CityVisitor city = new CityVisitor(ISSUER)) {
      String weak = token("city-program", "ana");
      assertThat(exchange(city, weak, Map.of(), 400).get("error_description").asString())
          .contains("second factor");
      people.link(name, ISSUER, "ana-mfa");
      String good = token("city-program", "ana-mfa");
      assertThat(
              exchange(city, token("elsewhere", "ana-mfa"), Map.of(), 400)
                  .get("error_description")
                  .asString())
          .contains("not good");
      String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
      String unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.", -1)[1] + ".";
      for (String bad : List.of(forged, unsigned, "nonsense")) {
        exchange(city, bad, Map.of(), 400);
      }
      assertThat(
              exchange(city, good, Map.of("grant_type", "password"), 400).get("error").asString())
          .isEqualTo("unsupported_grant_type");
      assertThat(exchange(city, good, Map.of("audience", "another"), 400).get("error").asString())
          .isEqualTo("invalid_target");
      exchange(
          city, good, Map.of("subject_token_type", "urn:ietf:params:oauth:token-type:saml2"), 400);
      exchange(city, good, Map.of("audience", "cscc-api"), 200);
    }
  }

  private static String token(String program, String person) throws Exception {
    try (CityVisitor own = new CityVisitor(ISSUER)) {
      return JsonMapper.shared()
          .readTree(own.tokens(program, person))
          .get("access_token")
          .asString();
    }
  }

  private JsonNode exchange(CityVisitor city, String token, Map<String, String> other, int status)
      throws Exception {
    Map<String, String> fields = new HashMap<>();
    fields.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    fields.put("subject_token", token);
    fields.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
    fields.putAll(other);
    HttpResponse<String> answer =
        city.post("http://localhost:" + port + "/api/v1/token", fields, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> comeIn(Visitor visitor, String person) throws Exception {
    try (CityVisitor city = new CityVisitor(ISSUER)) {
      return visitor.get(path(city.signIn(location(visitor.get("/access/with/city")), person)));
    }
  }

  private String path(String address) {
    URI uri = URI.create(address);
    assertThat(uri.getPort()).isEqualTo(port);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private int audited(String kind, String record) {
    return jdbc.sql(
            """
            select count(*) from audit.event e join audit.word w on w.id = e.kind
            where w.word = ? and e.record = ?
            """)
        .params(kind, record)
        .query(Integer.class)
        .single();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("(no redirect) " + answer.statusCode());
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
