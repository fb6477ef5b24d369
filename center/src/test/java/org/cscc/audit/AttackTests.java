package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bad input and attack: each has a clear answer, changes nothing, and leaves a row in the trail.
 */
@CenterTest
@SuppressWarnings("StringConcatToTextBlock") // bytes of a request, with their carriage returns
class AttackTests {
  private static final String ENTRY = "/directory/organizations/CCC";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void putTheSeedBack() {
    jdbc.sql(
            """
            update directory.organization set name = 'City Colleges of Chicago', assumed = true,
              active = true where code in ('CCC')
            """)
        .update();
  }

  @Test
  void aForgedFormIsRefusedAndNoted() throws Exception {
    long before = refusals("HTTP-403");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + ENTRY))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("name=Other&version=1"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("R-SITE-EXPIRED");
    assertThat(refusals("HTTP-403")).isEqualTo(before + 1);
  }

  @Test
  void aReplayedFormChangesNothingTwice() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Map<String, String> form = form(analyst.page(ENTRY), "First");
      assertThat(analyst.post(ENTRY, form).statusCode()).isEqualTo(302);
      assertThat(analyst.post(ENTRY, form).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void fieldsThatTheFormDoesNotHaveAreNotTaken() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Map<String, String> form = form(analyst.page(ENTRY), "Renamed");
      form.put("code", "CPD");
      form.put("entry.code", "CPD");
      form.put("by", "somebody");
      form.put("decision", "EDIT_REFERENCE");
      assertThat(analyst.post(ENTRY, form).statusCode()).isEqualTo(302);
      assertThat(name("CPD")).isEqualTo("Chicago Police Department");
      assertThat(
              jdbc.sql("select by from directory.change order by id desc limit 1")
                  .query(String.class)
                  .single())
          .startsWith("v-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x' or '1'='1", "x'; drop table audit.event; --", "%27%20or%201=1"})
  void textThatWouldBeSqlIsOnlyText(String text) {
    try (Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
      assertThat(officer.page("/audit?record=" + asked).select("tbody tr")).isEmpty();
    }
  }

  @Test
  void textThatWouldBeHtmlIsOnlyText() {
    String name = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(analyst.post(ENTRY, form(analyst.page(ENTRY), name)).statusCode()).isEqualTo(302);
      Document page = analyst.page("/directory");
      assertThat(page.select("main script, main img[onerror]")).isEmpty();
      assertThat(page.text()).contains("<script>alert(1)</script>");
      assertThat(analyst.page(ENTRY).select("#name").val()).isEqualTo(name);
    }
  }

  @Test
  void aSpoofedHostLeadsNobodyAway() throws IOException {
    String answer = raw("GET /audit HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 302");
    assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("evil.example");
  }

  @Test
  void aForwardedAddressIsNotBelieved() throws IOException {
    raw(
        "POST /directory HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.9\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(
            jdbc.sql("select count(*) from audit.event where network = '203.0.113.0/24'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /access//sign-in;x=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"
      })
  void requestsThatNoBrowserSendsAreTurnedAway(String request) throws IOException {
    assertThat(raw(request)).matches("(?s)HTTP/1\\.1 4\\d\\d.*").doesNotContain("at org.", "root:");
  }

  @Test
  void aHeaderOfAMegabyteIsTurnedAway() throws IOException {
    String answer;
    try {
      answer =
          raw(
              "GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: "
                  + "a".repeat(1_000_000)
                  + "\r\nConnection: close\r\n\r\n");
    } catch (IOException closed) {
      return; // the server hung up while we were still talking
    }
    assertThat(answer).matches("(?s)(HTTP/1\\.1 4\\d\\d.*)?");
  }

  @Test
  void aFloodOfRefusalsWritesAtMostSixtyRowsAMinute() {
    long before = refusals("R-ACCESS-01");
    try (Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port)) {
      for (int n = 0; n < 150; n++) {
        assertThat(outreach.get("/wording").statusCode()).isEqualTo(403);
      }
    }
    assertThat(refusals("R-ACCESS-01") - before).isBetween(1L, 2L * Refusals.A_MINUTE);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Map<String, String> form(Document page, String name) {
    Map<String, String> form = new HashMap<>();
    form.put("name", name);
    form.put("kind", "SISTER_AGENCY");
    form.put("assumed", "true");
    form.put("active", "true");
    form.put("version", page.select("input[name=version]").val());
    return form;
  }

  private String name(String code) {
    return jdbc.sql("select name from directory.organization where code = ?")
        .param(code)
        .query(String.class)
        .single();
  }

  private long refusals(String rule) {
    return jdbc.sql(
            """
            select count(*) from audit.event e join audit.word k on k.id = e.kind
            where e.deed = 10 and k.word = ?
            """)
        .param(rule)
        .query(Long.class)
        .single();
  }
}
