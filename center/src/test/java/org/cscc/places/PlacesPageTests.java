package org.cscc.places;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CenterTest
class PlacesPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void theListAndTheMapSayTheSameAreas() {
    Document page = open(Role.OUTREACH, "/places");
    assertThat(page.select("h1").text()).isEqualTo("77 community areas, 15 of them priority areas");
    assertThat(page.select("tbody tr")).hasSize(77);
    assertThat(page.select("svg path.area")).hasSize(77);
    assertThat(page.select("svg path.outlined")).hasSize(15);
    assertThat(page.select("svg a").eachAttr("href"))
        .containsExactlyInAnyOrderElementsOf(page.select("tbody a").eachAttr("href"));
  }

  @Test
  void withoutImportedBoundariesTheMapItselfSaysThatItIsApproximate() {
    Document page = open(Role.OUTREACH, "/places");
    assertThat(page.select("svg text").text()).contains("Approximate outlines");
    assertThat(page.select(".as-of").text()).contains("approximate");
  }

  @Test
  void oneSideIsShownWithoutAScript() {
    Document page = open(Role.OUTREACH, "/places?side=WEST");
    assertThat(page.select("tbody tr")).hasSize(9);
    assertThat(page.text()).contains("Showing 9 of 77 areas.");
    assertThat(page.select("svg").attr("data-focus")).contains("25");
  }

  @Test
  void theListIsSortedByLinks() {
    assertThat(
            open(Role.OUTREACH, "/places?sort=priority").select("tbody th").eachText().getFirst())
        .isEqualTo("Auburn Gresham");
    assertThat(open(Role.OUTREACH, "/places?sort=number").select("tbody th").eachText().getFirst())
        .isEqualTo("Rogers Park");
  }

  @Test
  void thePageIsThereInSpanish() {
    Document page = open(Role.OUTREACH, "/places?language=es");
    assertThat(page.select("h1").text())
        .isEqualTo("77 áreas comunitarias, 15 de ellas prioritarias");
    assertThat(page.text()).contains("Contornos aproximados", "Extremo sureste");
  }

  @Test
  void onlyWhoMayEditReferenceDataIsLedToAndLetIntoTheForm() {
    assertThat(open(Role.OUTREACH, "/places").select("a[href=/places/priority]")).isEmpty();
    assertThat(open(Role.ANALYST, "/places").select("a[href=/places/priority]")).hasSize(1);
    try (Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port)) {
      assertThat(outreach.get("/places/priority").statusCode()).isEqualTo(403);
      assertThat(outreach.post("/places/priority", list("2030-01-01", "Austin", "1")).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void aListThatCanNotBeUsedIsExplainedBesideItsFields() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer =
          analyst.post("/places/priority", list("2020-01-01", "Austin\nAtlantis", "1"));
      assertThat(answer.statusCode()).isEqualTo(422);
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select(".refusal a").eachAttr("href"))
          .containsExactlyInAnyOrder("#effectiveFrom", "#areas");
      assertThat(page.select(".error").text()).contains("Atlantis");
      assertThat(page.select("textarea").text()).contains("Atlantis");
    }
  }

  @Test
  void aNewListEndsTheOldOneAndALateSaveLosesNeither() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor other = Visitor.as(Role.ADMINISTRATOR, accounts, port)) {
      String newest = analyst.page("/places/priority").select("input[name=newest]").val();
      assertThat(
              analyst
                  .post("/places/priority", list("2027-01-01", "Austin\n26", newest))
                  .statusCode())
          .isEqualTo(302);

      HttpResponse<String> late =
          other.post("/places/priority", list("2027-02-01", "Little Village", newest));
      assertThat(late.statusCode()).isEqualTo(409);
      Document page = Jsoup.parse(late.body());
      assertThat(page.select(".caution").text())
          .contains("Austin, West Garfield Park", "R-PLACE-15");
      assertThat(page.select("textarea").text()).isEqualTo("Little Village");

      String again = page.select("input[name=newest]").val();
      assertThat(
              other
                  .post("/places/priority", list("2027-02-01", "Little Village", again))
                  .statusCode())
          .isEqualTo(302);
    } finally {
      jdbc.sql("delete from places.priority_area where list > 1").update();
      jdbc.sql("delete from places.priority_list where id > 1").update();
      jdbc.sql("update places.priority_list set effective_to = null").update();
    }
  }

  private static Map<String, String> list(String from, String areas, String newest) {
    return new HashMap<>(
        Map.of(
            "basis",
            "A test",
            "basisFrom",
            "2023-01-01",
            "basisTo",
            "2025-12-31",
            "effectiveFrom",
            from,
            "areas",
            areas,
            "newest",
            newest));
  }

  private Document open(Role role, String path) {
    try (Visitor visitor = Visitor.as(role, accounts, port)) {
      return visitor.page(path);
    }
  }
}
