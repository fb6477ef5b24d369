package org.cscc.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Free text that points at a person is held back on the form it came from (R-HRIT-09). */
@CenterTest
class RefusedTextTests {
  private static final String PATH = "/directory/teams/austin";
  private static final String PERSON = "Austin, ask Denise Walker";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void putBack() {
    jdbc.sql("update directory.team set name = 'Austin', active = true where code = 'austin'")
        .update();
    jdbc.sql("delete from wording.release").update();
  }

  @Test
  void rHrit09NothingIsSavedAndThePageMarksTheWordsAndOffersOthers() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = save(analyst, PERSON);
      assertThat(answer.statusCode()).isEqualTo(422);
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select("mark").eachText()).containsExactly("Denise Walker");
      assertThat(page.select("#offered").text()).isEqualTo("Austin, ask a person");
      assertThat(page.text()).contains("R-HRIT-09", "A name of a person");
      assertThat(name()).isEqualTo("Austin");
    }
  }

  @Test
  void theOfferedWordsAreSavedWithTheRestOfTheFormByOneButton() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = Jsoup.parse(save(analyst, PERSON).body());
      Element form = page.select("main form").get(0);
      Map<String, String> fields = new HashMap<>();
      form.select("input[name]:not([name=_csrf])")
          .forEach(input -> fields.put(input.attr("name"), input.val()));
      assertThat(form.attr("action")).isEqualTo(PATH);
      assertThat(analyst.post(PATH, fields).statusCode()).isEqualTo(302);
      assertThat(name()).isEqualTo("Austin, ask a person");
    }
  }

  @Test
  void thePageSpeaksSpanish() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      analyst.get("/?language=es");
      Document page = Jsoup.parse(save(analyst, PERSON).body());
      assertThat(page.select("h1").text()).startsWith("Todavía no se guardó");
      assertThat(page.select("#offered").text()).isEqualTo("Austin, ask una persona");
    }
  }

  @Test
  void onlyThePrivacyOfficerLetsATextStandAndOnlyWithAReason() {
    String text = "Austin, home of Denise Park Walkers";
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      assertThat(save(analyst, text + ", Denise").statusCode()).isEqualTo(422);
      Map<String, String> release =
          Map.of("text", text + ", Denise", "reason", "A sculpture's name");
      assertThat(analyst.post("/wording", release).statusCode()).isEqualTo(403);
      assertThat(analyst.get("/wording").statusCode()).isEqualTo(403);
      assertThat(
              officer
                  .post("/wording", Map.of("text", text + ", Denise", "reason", "ok"))
                  .statusCode())
          .isEqualTo(422);
      assertThat(save(analyst, text + ", Denise").statusCode()).isEqualTo(422);

      assertThat(officer.post("/wording", release).statusCode()).isEqualTo(302);
      assertThat(officer.page("/wording").select("tbody").text()).contains("A sculpture's name");
      assertThat(save(analyst, text + ", Denise").statusCode()).isEqualTo(302);
      assertThat(save(analyst, text + ", Tamika").statusCode()).isEqualTo(422);
    }
  }

  @Test
  void aRefusedTextIsKeptNowhere() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      save(analyst, "Ask Zebulonia Denise about the keys");
      assertThat(
              jdbc.sql("select count(*) from directory.change where after::text like '%Zebulonia%'")
                  .query(Integer.class)
                  .single())
          .isZero();
      assertThat(analyst.get("/wording/refused").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theBasisOfAPriorityListIsReadToo() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document form = analyst.page("/places/priority");
      Map<String, String> fields = new HashMap<>();
      form.select("main input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
      form.select("main textarea").forEach(field -> fields.put(field.attr("name"), field.text()));
      fields.put("basis", "Chosen by Denise Walker, 773-555-0142");
      fields.put("effectiveFrom", "2199-01-01");
      HttpResponse<String> answer = analyst.post("/places/priority", fields);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(answer.body()).select("mark").eachText())
          .containsExactly("Denise Walker", "773-555-0142");
    }
  }

  private HttpResponse<String> save(Visitor visitor, String name) {
    String version = visitor.page(PATH).select("input[name=version]").val();
    return visitor.post(PATH, Map.of("name", name, "active", "true", "version", version));
  }

  private String name() {
    return jdbc.sql("select name from directory.team where code = 'austin'")
        .query(String.class)
        .single();
  }
}
