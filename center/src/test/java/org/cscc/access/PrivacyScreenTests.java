package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One key drops the projected page to what is public, and back (F19). */
@CenterTest
class PrivacyScreenTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void whileItIsOnTheServerWithholdsEverythingThatIsNotPublic() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(analyst.get("/incidents").statusCode()).isEqualTo(200);
      press(analyst, true, "/incidents");
      for (String path :
          new String[] {
            "/incidents", "/patterns", "/reviews", "/incidents/list.csv", "/audit/mine"
          }) {
        HttpResponse<String> answer = analyst.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(403);
        assertThat(answer.body()).contains("R-SCREEN-01").doesNotContain("<table");
      }
      assertThat(analyst.get("/places").statusCode()).isEqualTo(200);
      Document home = analyst.page("/");
      assertThat(home.select("nav a[href='/incidents'], nav a[href='/reviews']")).isEmpty();
    }
  }

  @Test
  void theSameButtonLeadsBackToTheSamePage() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      press(analyst, true, "/incidents?from=2026-01-01");
      Document refused = org.jsoup.Jsoup.parse(analyst.get("/incidents?from=2026-01-01").body());
      var form = refused.select("form[data-screen]").get(0);
      assertThat(form.select("input[name=on]").val()).isEqualTo("false");
      HttpResponse<String> back = press(analyst, false, form.select("input[name=back]").val());
      assertThat(back.headers().firstValue("Location").orElse(""))
          .endsWith("/incidents?from=2026-01-01");
      assertThat(analyst.get("/incidents").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anotherSessionOfTheSamePersonIsNotTouched() {
    try (Visitor one = Visitor.as(Role.ANALYST, accounts, port);
        Visitor other = Visitor.as(Role.ANALYST, accounts, port)) {
      press(one, true, "/");
      assertThat(other.get("/incidents").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y"})
  void itNeverLeadsOutOfTheHouse(String back) {
    assertThat(PrivacyScreenPage.ours(back)).isFalse();
  }

  private static HttpResponse<String> press(Visitor visitor, boolean on, String back) {
    return visitor.post("/access/screen", Map.of("on", String.valueOf(on), "back", back));
  }
}
