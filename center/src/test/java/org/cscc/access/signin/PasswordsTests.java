package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords: how they are changed and kept, and what guessing meets. */
@CenterTest
class PasswordsTests {
  private static final String PASSWORD = "turnip lantern cobalt vestibule";
  private static final String OTHER = "ferry gravel monsoon pantry";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private String name = "";

  @BeforeEach
  void somebody() {
    name = "p-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", Role.RESIDENT, "CDPH", Set.of(), PASSWORD);
  }

  @Test
  void aChangedPasswordCountsAtOnceAndEndsTheOtherSessions() {
    try (Visitor here = signedIn(PASSWORD);
        Visitor there = signedIn(PASSWORD)) {
      assertThat(location(change(here, PASSWORD, OTHER))).endsWith("/access/account");
      assertThat(here.page("/access/account").select(".notice").text()).contains("is changed");
      assertThat(location(there.get("/"))).contains("/access/sign-in");
      signedIn(OTHER).close();
      assertThat(location(attempt(PASSWORD))).endsWith("?refused");
    }
  }

  @Test
  void aWrongPresentPasswordIsR_SIGNIN_04AndACommonOneR_SIGNIN_02() {
    try (Visitor here = signedIn(PASSWORD)) {
      refused(change(here, OTHER, PASSWORD), "R-SIGNIN-04");
      refused(change(here, PASSWORD, "passwordpassword123"), "R-SIGNIN-02");
      refused(change(here, PASSWORD, "fourteen signs"), "R-ACCESS-06");
      signedIn(PASSWORD).close();
    }
  }

  @Test
  void aPasswordOfAnOlderVersionIsStoredAgainUnderTheParametersOfToday() {
    String older = new Argon2PasswordEncoder(16, 32, 1, 4096, 3).encode(PASSWORD);
    jdbc.sql("update access.account set password_hash = ? where name = ?")
        .params(older, name)
        .update();
    signedIn(PASSWORD).close();
    assertThat(hash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    signedIn(PASSWORD).close();
  }

  @Test
  void howAnAccentIsComposedDoesNotMatter() {
    try (Visitor here = signedIn(PASSWORD)) {
      change(here, PASSWORD, "caf\u00e9 lantern cobalt vestibule");
    }
    signedIn("cafe\u0301 lantern cobalt vestibule").close();
  }

  @Test
  void aNameThatDoesNotExistIsAnsweredLikeAWrongPasswordAndTakesAsLong() {
    assertThat(location(attempt("wrong")))
        .isEqualTo(location(attemptAs("nobody-" + name, "wrong")));
    long[] known = new long[9];
    long[] unknown = new long[9];
    for (int i = 0; i < known.length; i++) {
      // Each name once, so that no turn is delayed.
      String one = "p-" + UUID.randomUUID().toString().substring(0, 12);
      accounts.add(one, "Somebody", Role.RESIDENT, "CDPH", Set.of(), PASSWORD);
      known[i] = nanos(one);
      unknown[i] = nanos("n-" + UUID.randomUUID().toString().substring(0, 12));
    }
    double ratio = (double) median(unknown) / median(known);
    System.out.printf(
        "sign-in refused: known name %.0f ms, unknown name %.0f ms (medians of 9)%n",
        median(known) / 1e6, median(unknown) / 1e6);
    assertThat(ratio).isBetween(0.5, 2.0);
  }

  @Test
  void guessingGetsSlowerAndNeverLocksOut() {
    for (int i = 0; i < 4; i++) {
      attempt("wrong guess number " + i);
    }
    long begun = System.nanoTime();
    assertThat(location(attempt("wrong guess number 5"))).endsWith("?refused");
    Duration fifth = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(fifth).isGreaterThan(Duration.ofMillis(900));
    // The right password is let in, after its turn.
    begun = System.nanoTime();
    signedIn(PASSWORD).close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    begun = System.nanoTime();
    signedIn(PASSWORD).close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aStrangersGuessingDoesNotSlowDownABrowserThatIsKnown() {
    try (Visitor known = signedIn(PASSWORD)) {
      known.post("/access/sign-out", Map.of());
      for (int i = 0; i < 5; i++) {
        attempt("wrong guess number " + i);
      }
      jdbc.sql("update access.sign_in_attempt set next_at = now() + interval '1 hour'").update();
      assertThat(location(attempt(PASSWORD))).endsWith("?busy");
      long begun = System.nanoTime();
      known.post("/access/sign-in", Map.of("name", name, "password", PASSWORD));
      assertThat(known.get("/").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void namesThatWereTriedAreNotReadableInTheDatabase() {
    attemptAs("my secret by mistake", "wrong");
    assertThat(
            jdbc.sql("select string_agg(a::text, ' ') from access.sign_in_attempt a")
                .query(String.class)
                .single())
        .doesNotContain("mistake");
  }

  @Test
  void hashingTakesLongEnoughToHurtAGuesserAndShortEnoughForAPerson() {
    ArgonEncoder encoder = new ArgonEncoder();
    String stored = encoder.encode(PASSWORD);
    long[] took = new long[15];
    for (int i = 0; i < took.length; i++) {
      long begun = System.nanoTime();
      assertThat(encoder.matches(PASSWORD, stored)).isTrue();
      took[i] = System.nanoTime() - begun;
    }
    System.out.printf("argon2id m=19456 t=2 p=1: %.0f ms (median of 15)%n", median(took) / 1e6);
    assertThat(median(took)).isBetween(5_000_000L, 2_000_000_000L);
  }

  private Visitor signedIn(String password) {
    Visitor visitor = Visitor.stranger(port);
    assertThat(
            location(visitor.post("/access/sign-in", Map.of("name", name, "password", password))))
        .endsWith("/");
    return visitor;
  }

  private HttpResponse<String> attempt(String password) {
    return attemptAs(name, password);
  }

  private HttpResponse<String> attemptAs(String who, String password) {
    try (Visitor visitor = Visitor.stranger(port)) {
      return visitor.post("/access/sign-in", Map.of("name", who, "password", password));
    }
  }

  private long nanos(String who) {
    try (Visitor visitor = Visitor.stranger(port)) {
      visitor.page("/access/sign-in");
      long begun = System.nanoTime();
      visitor.post("/access/sign-in", Map.of("name", who, "password", "wrong"));
      return System.nanoTime() - begun;
    }
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static HttpResponse<String> change(Visitor visitor, String present, String wanted) {
    return visitor.post(
        "/access/password", Map.of("present-password", present, "new-password", wanted));
  }

  private static void refused(HttpResponse<String> answer, String rule) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(rule);
  }

  private String hash() {
    return jdbc.sql("select password_hash from access.account where name = ?")
        .param(name)
        .query(String.class)
        .single();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("(no redirect) " + answer.statusCode());
  }
}
