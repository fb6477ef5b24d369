package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A refused form comes back in the answer, on the page it stood on. */
@CenterTest
class FormAgainTests {
  private static final String ASK = "/services/new";
  private static final Map<String, String> BAD_NUMBER =
      Map.of(
          "type", "POTHOLE",
          "area", "25",
          "block", "4500 W Madison St",
          "source", "RESIDENT",
          "note", "In front of the school",
          "number", "no number!");

  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void whatWasTypedStandsThereWithTheReasonAndCanBeSentAgain() {
    try (Visitor visitor = Visitor.as(Role.FACILITATOR, accounts, port)) {
      HttpResponse<String> refused =
          visitor.postFrom("http://anywhere" + ASK + "?area=8", ASK, BAD_NUMBER);
      assertThat(refused.statusCode()).isEqualTo(422);
      Document page = Jsoup.parse(refused.body());
      assertThat(page.title()).startsWith("This is not possible: ");
      Element form = page.expectFirst("form[action=" + ASK + "]");
      assertThat(form.expectFirst("[role=alert]").text())
          .contains("What you typed still stands below", "Nothing was saved");
      assertThat(form.select("[name=number]").attr("value")).isEqualTo("no number!");
      assertThat(form.select("[name=note]").outerHtml()).contains("In front of the school");
      assertThat(form.select("[name=area] option[selected]").eachAttr("value"))
          .containsExactly("25");
      assertThat(form.select("[name=form-page]").attr("value")).isEqualTo(ASK + "?area=8");
      assertThat(page.select("nav")).as("the whole page").isNotEmpty();

      // The browser's address is now the form's own, so the page is told by the form.
      Document twice =
          Jsoup.parse(
              visitor
                  .postFrom(
                      "/nowhere", ASK, with(BAD_NUMBER, "form-page", ASK, "note", "By the school"))
                  .body());
      assertThat(twice.select("[name=note]").outerHtml()).contains("By the school");
    }
  }

  @Test
  void aFieldThatHoldsNoNumberIsNamedAndNothingIsLost() {
    try (Visitor visitor = Visitor.as(Role.FACILITATOR, accounts, port)) {
      Map<String, String> sent = with(BAD_NUMBER, "area", "Austin", "number", "");
      HttpResponse<String> refused = visitor.postFrom(ASK, ASK, sent);
      assertThat(refused.statusCode()).isEqualTo(400);
      Element form = Jsoup.parse(refused.body()).expectFirst("form[action=" + ASK + "]");
      assertThat(form.expectFirst("[role=alert]").text())
          .contains("“Austin” can not be read", "R-SITE-UNREADABLE");
      assertThat(form.select("[name=note]").outerHtml()).contains("In front of the school");
      // Nobody can tell where a program's form stood: it gets the plain page.
      HttpResponse<String> plain = visitor.post(ASK, sent);
      assertThat(plain.statusCode()).isEqualTo(400);
      assertThat(plain.body()).contains("R-SITE-UNREADABLE").doesNotContain("school");
    }
  }

  @Test
  void itSpeaksTheLanguageOfTheReader() {
    try (Visitor visitor = Visitor.as(Role.FACILITATOR, accounts, port)) {
      visitor.get("/?language=es");
      assertThat(Jsoup.parse(visitor.postFrom(ASK, ASK, BAD_NUMBER).body()).text())
          .contains("Lo que usted escribió sigue abajo", "Esto no es posible");
    }
  }

  @Test
  void aPageThatIsNotOursOrMayNotBeReadDoesNotComeBackThisWay() {
    try (Visitor visitor = Visitor.as(Role.FACILITATOR, accounts, port)) {
      for (String page :
          new String[] {
            "/access/accounts", "http://x//services/new", "/site/assets/theme.css", "::"
          }) {
        HttpResponse<String> refused = visitor.postFrom(page, ASK, BAD_NUMBER);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document plain = Jsoup.parse(refused.body());
        assertThat(plain.expectFirst("h1").text()).isEqualTo("This is not possible");
        assertThat(plain.select("form[action=" + ASK + "]")).as(page).isEmpty();
      }
    }
  }

  @Test
  void aTextThatWasRefusedRemembersThePageToo() {
    try (Visitor visitor = Visitor.as(Role.FACILITATOR, accounts, port)) {
      Document words =
          Jsoup.parse(
              visitor
                  .postFrom(ASK, ASK, with(BAD_NUMBER, "note", "Call 312-555-0188", "number", ""))
                  .body());
      assertThat(words.select("form[action=" + ASK + "] [name=form-page]").eachAttr("value"))
          .hasSize(2)
          .containsOnly(ASK);
    }
  }

  private static Map<String, String> with(Map<String, String> fields, String... changed) {
    HashMap<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < changed.length; i += 2) {
      all.put(changed[i], changed[i + 1]);
    }
    all.put("key", UUID.randomUUID().toString());
    return all;
  }
}
