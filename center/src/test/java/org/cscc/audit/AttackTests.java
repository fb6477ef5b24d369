package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
  private static final String REFUSED_TO =
      "select count(*) from audit.event where deed = 10 and record like ?";

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
      long before = refusals("HTTP-409");
      HttpResponse<String> again = analyst.post(ENTRY, form);
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(refusals("HTTP-409")).isEqualTo(before + 1);
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
      assertThat(
              jdbc.sql(
                      """
                      select e.record || ' ' || (e.after like '%CPD%') from audit.event e
                      join audit.word k on k.id = e.kind
                      where k.word = 'directory' and e.deed = 5 order by e.seq desc limit 1
                      """)
                  .query(String.class)
                  .single())
          .isEqualTo("ORGANIZATION/CCC false");
    }
  }

  @Test
  void idsOfOthersAndMadeUpOnesAreAnsweredAlikeAndNoted() {
    UUID item = UUID.randomUUID();
    jdbc.sql(
            """
            insert into actions.item (id, code, title, verb, pillar, priority, area, origin, state,
              created_by, created_at, changed_at)
            values (?, 'ATTA-0CK0', 'A lamp elsewhere', 'LIGHT', 'COMMUNITY_REVITALIZATION', 'P2', 68,
              'TEAM', 'PROPOSED', 'somebody', now(), now())
            """)
        .param(item)
        .update();
    try (Visitor here = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin")) {
      long before = jdbc.sql(REFUSED_TO).param("%/actions/items/%").query(Long.class).single();
      HttpResponse<String> foreign = here.get("/actions/items/ATTA-0CK0");
      HttpResponse<String> unknown = here.get("/actions/items/ATTA-0CK1");
      assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
      assertThat(foreign.body().replace("ATTA-0CK0", ""))
          .hasSameSizeAs(unknown.body().replace("ATTA-0CK1", ""));
      assertThat(here.post("/actions/items/ATTA-0CK0/verify", Map.of("version", "1")).statusCode())
          .isEqualTo(404);
      assertThat(jdbc.sql(REFUSED_TO).param("%/actions/items/%").query(Long.class).single())
          .isEqualTo(before + 3);
    } finally {
      jdbc.sql("delete from actions.item where id = ?").param(item).update();
    }
  }

  @Test
  void textThatWouldBeAFormulaIsCalmInAFileAndTheFileIsNoted() {
    String title = "=2+5+cmd|' /C calc'!A0";
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      HttpResponse<String> made =
          facilitator.post(
              "/actions/new",
              Map.of("title", title, "verb", "LIGHT", "area", "25", "team", "austin"));
      assertThat(made.statusCode()).isEqualTo(302);
      long before = deeds(3, "actions");
      String file = facilitator.ask("/actions/list.csv", "Accept", "text/csv").body();
      assertThat(file).contains("'=2+5+cmd|").doesNotContain(",=2+5", ",\"=2+5");
      assertThat(deeds(3, "actions")).isEqualTo(before + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x' or '1'='1", "x'; drop table audit.event; --", "%27%20or%201=1"})
  void textThatWouldBeSqlIsOnlyText(String text) {
    try (Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
      long before = deeds(1, "audit");
      assertThat(officer.page("/audit?record=" + asked).select("tbody tr")).isEmpty();
      assertThat(deeds(1, "audit")).isEqualTo(before + 1);
      long refused = refusals("HTTP-400");
      assertThat(officer.get("/incidents/" + asked.replace("+", "%20")).statusCode())
          .isEqualTo(400);
      assertThat(refusals("HTTP-400")).isEqualTo(refused + 1);
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
    try (Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      Document trail = officer.page("/audit?record=ORGANIZATION/CCC");
      assertThat(trail.select("main script, main img")).isEmpty();
      assertThat(trail.text()).contains("<script>alert(1)</script>");
    }
  }

  @Test
  void aForwardedAddressIsNotBelieved() throws IOException {
    new Wire(port)
        .say(
            "POST /directory HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.9\r\n"
                + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(
            jdbc.sql("select count(*) from audit.event where network = '203.0.113.0/24'")
                .query(Long.class)
                .single())
        .isZero();
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

  private long deeds(int deed, String kind) {
    return jdbc.sql(
            """
            select count(*) from audit.event e join audit.word k on k.id = e.kind
            where e.deed = ? and k.word = ?
            """)
        .params(deed, kind)
        .query(Long.class)
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
