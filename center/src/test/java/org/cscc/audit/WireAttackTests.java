package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Slow, oversized and spoofed requests, byte by byte: each is answered, ended and noted. */
@CenterTest
@TestPropertySource(
    properties = {
      "server.tomcat.connection-timeout=2s",
      "spring.servlet.multipart.max-file-size=1MB",
      "spring.servlet.multipart.max-request-size=1MB"
    })
@SuppressWarnings("StringConcatToTextBlock") // bytes of a request, with their carriage returns
class WireAttackTests {
  private static final String END = "Connection: close\r\n\r\n";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  private Wire wire;
  private RefusalRows rows;

  @BeforeEach
  void lines() {
    wire = new Wire(port);
    rows = new RefusalRows(jdbc);
  }

  @Test
  void aHeadThatStopsArrivingIsAnsweredAndEndedAndNoted() throws IOException {
    long before = rows.of("HTTP-408");
    String answer = wire.say("GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: ");
    assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json");
    assertThat(answer).contains("R-SITE-SLOW");
    rows.assertMoreThan(before, "HTTP-408");
  }

  @Test
  void aHeadThatArrivesByteByByteIsEndedAfterTheTimeOfAWholeHead() throws IOException {
    long before = rows.of("HTTP-408");
    long start = System.nanoTime();
    String[] drops = Collections.nCopies(20, "a").toArray(new String[0]);
    drops[0] = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    String answer = wire.say(400, drops);
    assertThat(System.nanoTime() - start).isLessThan(15_000_000_000L);
    assertThat(answer).startsWith("HTTP/1.1 408");
    rows.assertMoreThan(before, "HTTP-408");
  }

  @Test
  void aConnectionThatIsOnlyIdleIsNoAttack() throws IOException {
    long before = rows.of("HTTP-408");
    assertThat(
            wire.say(
                "GET /site/help HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(rows.of("HTTP-408")).isEqualTo(before);
  }

  @Test
  void aFormThatStopsArrivingIsAnsweredAndEndedAndNoted() throws IOException {
    long before = rows.of("HTTP-408", "HTTP-400", "HTTP-403");
    String answer =
        wire.say(
            "POST /access/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nname=a");
    // The server ends such a connection without a word; the sender had all the time there is.
    assertThat(answer).matches("(?s)(HTTP/1\\.1 4\\d\\d .*)?").doesNotContain("at org.");
    rows.assertMoreThan(before, "HTTP-408", "HTTP-400", "HTTP-403");
  }

  @Test
  void aHeaderOfAMegabyteIsTurnedAwayAndNoted() throws IOException {
    long before = rows.of("HTTP-400", "HTTP-431");
    String answer =
        wire.say(
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: " + "a".repeat(1_000_000) + "\r\n" + END);
    // The center may hang up while we are still talking.
    assertThat(answer).matches("(?s)(HTTP/1\\.1 4\\d\\d .*)?");
    rows.assertMoreThan(before, "HTTP-400", "HTTP-431");
  }

  @Test
  void aFormOfThreeMegabytesIsTurnedAwayAndNoted() throws IOException {
    long before = rows.of("HTTP-413");
    String form = "name=" + "a".repeat(3 * 1024 * 1024);
    String answer =
        wire.say(
            "POST /access/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + form.length()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + END
                + form);
    assertThat(answer).matches("(?s)(HTTP/1\\.1 413 .*)?").doesNotContain("at org.");
    rows.assertMoreThan(before, "HTTP-413");
  }

  @Test
  void aFileThatIsTooLargeIsTurnedAwayInWordsAndNoted() throws IOException {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      long before = rows.of("HTTP-413");
      String body =
          "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
              + "a".repeat(1_500_000)
              + "\r\n--b--\r\n";
      String answer =
          wire.say(
              "POST /incidents/imports HTTP/1.1\r\nHost: localhost\r\nCookie: cscc-session="
                  + analyst.cookie("cscc-session")
                  + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                  + body.length()
                  + "\r\n"
                  + END
                  + body);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("R-SITE-LARGE");
      rows.assertMoreThan(before, "HTTP-413");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example",
    "localhost.evil.example",
    "evil.example:8080",
    "evil.example@localhost",
    "'localhost, evil.example'"
  })
  void aForeignHostIsRefusedAndNoted(String host) throws IOException {
    long before = rows.of("HTTP-421", "HTTP-400");
    String answer = wire.say("GET /audit HTTP/1.1\r\nHost: " + host + "\r\n" + END);
    assertThat(answer).matches("(?s)HTTP/1\\.1 4(21|00) .*");
    assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("evil.example");
    assertThat(answer.contains("R-SITE-HOST")).isEqualTo(answer.startsWith("HTTP/1.1 421"));
    rows.assertMoreThan(before, "HTTP-421", "HTTP-400");
  }

  @ParameterizedTest
  @CsvSource({"localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8080", "192.0.2.7"})
  void theOwnNamesAndBareAddressesAreAnswered(String host) throws IOException {
    assertThat(wire.say("GET /site/help HTTP/1.1\r\nHost: " + host + "\r\n" + END))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Host: evil.example",
    "X-Original-URL: /audit",
    "X-Rewrite-URL: /audit",
    "X-HTTP-Method-Override: DELETE",
    "Forwarded: host=evil.example;proto=https"
  })
  void headersThatOtherServersBelieveChangeNothing(String header) throws IOException {
    String plain = wire.say("GET /directory HTTP/1.1\r\nHost: localhost\r\n" + END);
    String spoofed =
        wire.say("GET /directory HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n" + END);
    assertThat(spoofed).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
    assertThat(location(spoofed)).isEqualTo(location(plain));
  }

  private static String location(String answer) {
    return answer.lines().filter(line -> line.startsWith("Location:")).findFirst().orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRACE / HTTP/1.1|HTTP-405",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1|HTTP-400",
        "GET /access//sign-in;x=1 HTTP/1.1|HTTP-400",
        "GET /a%00b HTTP/1.1|HTTP-400",
        "GET / HTTP/9.9|HTTP-505",
        "G@T / HTTP/1.1|HTTP-400",
        "GET /<script> HTTP/1.1|HTTP-400"
      })
  void requestsThatNoBrowserSendsAreTurnedAwayAndNoted(String line, String rule)
      throws IOException {
    long before = rows.of(rule);
    String answer = wire.say(line + "\r\nHost: localhost\r\n" + END);
    assertThat(answer).matches("(?s)HTTP/1\\.1 [45]\\d\\d.*").doesNotContain("at org.", "root:");
    assertThat(answer).doesNotContainIgnoringCase("tomcat");
    rows.assertMoreThan(before, rule);
  }

  @Test
  void twoHostsInOneRequestAreTurnedAwayAndNoted() throws IOException {
    long before = rows.of("HTTP-400");
    assertThat(wire.say("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + END))
        .startsWith("HTTP/1.1 400")
        .doesNotContainIgnoringCase("tomcat");
    rows.assertMoreThan(before, "HTTP-400");
  }

  @Test
  void twoLengthsInOneRequestAreTurnedAwayAndNoted() throws IOException {
    long before = rows.of("HTTP-400");
    assertThat(
            wire.say(
                "POST /access/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                    + "Content-Length: 9\r\n\r\nab=cGET /audit HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    rows.assertMoreThan(before, "HTTP-400");
  }
}
