package org.cscc.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Reviews of incidents over real HTTP, by the forms that stand on the pages. */
@CenterTest
@Import({Statements.class, Cast.class})
@TestPropertySource(properties = "cscc.test-home=recommendations") // a database of its own
class ReviewPageTests {
  @LocalServerPort int port;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    cast.clear();
  }

  @Test
  void r_INC_05_AReviewIsConcludedOnFourSectionsAndARecommendationOrTheReasonWhyThereIsNone() {
    UUID incident = cast.shooting(20, Cast.BLOCK);
    cast.shooting(9, Cast.BLOCK);
    cast.shooting(9, "060XX W SYNTHETIC ST");
    try (Visitor chair = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin");
        Visitor elsewhere = cast.visitor(port, Role.FACILITATOR, "MOCS", "englewood");
        Visitor outreach = cast.visitor(port, Role.OUTREACH, "MOCS");
        Visitor police = cast.visitor(port, Role.POLICE_LIAISON, "MOCS", "austin");
        Visitor director = cast.visitor(port, Role.DIRECTOR, "MOCS")) {
      String link =
          chair.page("/incidents/" + incident).select("a[href*=reviews/new]").attr("href");
      Document start = chair.page(link);
      assertThat(start.select("input[name=incident]")).as("both of the block").hasSize(2);
      assertThat(start.select("input[name=incident][checked]")).hasSize(1);
      assertThat(start.text()).contains("6 pm to midnight", "Alley").doesNotContain("21:00", "??");
      String review = started(chair, start);
      assertThat(elsewhere.get(review).statusCode()).isEqualTo(404);
      assertThat(outreach.get(review).statusCode()).as("takes no part yet").isEqualTo(404);
      assertThat(police.get(review).statusCode()).isEqualTo(403);

      // Half finished, and come back to.
      send(chair, chair.page(review), "scanning", Map.of("said", "In the alley behind the store"));
      send(chair, chair.page(review), "analysis", Map.of("factors", "DARK"));
      Document half = chair.page(review);
      assertThat(half.select("#scanning .word").text()).isEqualTo("complete");
      assertThat(half.select("#analysis .word").text()).isEqualTo("not complete");
      assertThat(half.select("#analysis input[value=DARK][checked]")).hasSize(1);
      HttpResponse<String> early = send(chair, half, "conclude", Map.of("none", "x".repeat(30)));
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-INC-05", "Analysis is not complete");

      HttpResponse<String> named =
          send(
              chair,
              chair.page(review),
              "analysis",
              Map.of("factors", "DARK", "said", "They say it was Lil J, aka the kid"));
      assertThat(named.statusCode()).isEqualTo(422);
      assertThat(named.body()).contains("R-HRIT-09");

      send(
          chair,
          chair.page(review),
          "analysis",
          Map.of("factors", "DARK", "said", "Nobody sees who comes from the lot"));
      send(
          chair,
          chair.page(review),
          "response",
          Map.of("organizations", "DSS", "said", "The lot was cleaned", "lacking", "A light"));
      send(
          chair,
          chair.page(review),
          "assessment",
          Map.of("said", "Lamps that are lit, counted in the evening", "until", "2031-01-12"));
      HttpResponse<String> neither = send(chair, chair.page(review), "conclude", Map.of());
      assertThat(neither.statusCode()).isEqualTo(422);
      assertThat(neither.body()).contains("R-INC-05");
      send(chair, chair.page(review), "participants", Map.of("organizations", "MOCS"));
      assertThat(outreach.get(review).statusCode()).isEqualTo(200);
      assertThat(outreach.page(review).select("form[action^=/recommendations]")).isEmpty();
      assertThat(
              send(
                      chair,
                      chair.page(review),
                      "conclude",
                      Map.of("none", "What was lacking was repaired in the same week"))
                  .statusCode())
          .isEqualTo(302);
      Document done = chair.page(review);
      assertThat(done.text()).contains("None, because:", "concluded", "1 version before");
      assertThat(done.select("form[action*=/sections/]")).isEmpty();
      HttpResponse<String> late =
          chair.post(review + "/sections/scanning", Map.of("version", "1", "said", "More of it"));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("R-REC-07");
      assertThat(chair.post(review + "/reopen", Map.of("version", "3")).statusCode())
          .isEqualTo(403);
      send(
          director, director.page(review), "reopen", Map.of("reason", "New facts about the light"));
      assertThat(chair.page(review).text()).contains("New facts about the light", "Opened again");
      // With a recommendation there is nothing to say about none.
      send(
          chair,
          chair.page(review),
          "recommendations",
          Map.of(
              "title", "Light the alley behind the store",
              "said", "A lamp in the alley would let neighbors see who comes.",
              "level", "PLACE",
              "to", "CDOT"));
      HttpResponse<String> both =
          chair.post(
              review + "/conclude",
              Map.of(
                  "version",
                  chair.page(review).select("form[action$=/conclude] input[name=version]").val(),
                  "none",
                  "There is none, or so it is said here"));
      assertThat(both.statusCode()).isEqualTo(409);
      assertThat(both.body()).contains("R-INC-05");
      assertThat(send(chair, chair.page(review), "conclude", Map.of()).statusCode()).isEqualTo(302);
      assertThat(chair.page("/recommendations/reviews").select("h1").text())
          .isEqualTo("No incident review is open, 1 concluded");
    }
  }

  @Test
  void r_INC_05_WhenTheRecordsSayOtherwiseTheReviewSaysSoInASentence() {
    UUID incident = cast.shooting(20, Cast.BLOCK);
    try (Visitor chair = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin")) {
      String review =
          started(chair, chair.page("/recommendations/reviews/new?incident=" + incident));
      assertThat(chair.page(review).select(".caution")).isEmpty();
      standing(incident, "type = 'HOMICIDE'");
      assertThat(chair.page(review).select(".caution").text())
          .contains("call the incident", "now:");
      standing(incident, "standing = 'UNFOUNDED'");
      assertThat(chair.page(review).select(".caution").text()).contains("did not happen so");
      standing(incident, "standing = 'OUT_OF_SCOPE'");
      assertThat(chair.page(review).select(".caution").text()).contains("not the City’s to review");
      assertThat(
              chair.get("/recommendations/reviews/new?incident=" + UUID.randomUUID()).statusCode())
          .isEqualTo(404);
      HttpResponse<String> again =
          chair.post(
              "/recommendations/reviews/new",
              Map.of("team", "austin", "incident", incident.toString()));
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(again.body()).contains("R-REC-08");
    }
  }

  @Test
  void whoWritesOverSomebodyElsesWordsSeesBothAndNothingIsLost() {
    UUID incident = cast.shooting(20, Cast.BLOCK);
    try (Visitor one = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin");
        Visitor two = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin")) {
      String review = started(one, one.page("/recommendations/reviews/new?incident=" + incident));
      Document seen = two.page(review);
      send(one, one.page(review), "scanning", Map.of("said", "In the alley behind the store"));
      HttpResponse<String> stale =
          send(two, seen, "scanning", Map.of("said", "At the bus stop in front of it"));
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body())
          .contains("Somebody was faster", "In the alley behind the store", "At the bus stop");
      Document both = org.jsoup.Jsoup.parse(stale.body());
      send(two, both, "scanning", Map.of("said", "At the bus stop in front of it"));
      assertThat(two.page(review).select("#scanning details").text())
          .contains("In the alley behind the store");
      assertThat(
              jdbc.sql("select count(*) from recommendations.section")
                  .query(Integer.class)
                  .single())
          .isEqualTo(2);
    }
  }

  private void standing(UUID incident, String change) {
    jdbc.sql("update incidents.incident set " + change + " where id = ?").param(incident).update();
  }

  /** Starts a review by the form; its address. */
  private static String started(Visitor chair, Document start) {
    Element form = start.expectFirst("form[method=post][action$=/new]");
    Map<String, String> fields = new HashMap<>();
    fields.put("key", form.select("input[name=key]").val());
    fields.put("team", "austin");
    fields.put("incident", form.select("input[name=incident][checked]").val());
    HttpResponse<String> made = chair.post("/recommendations/reviews/new", fields);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    String review = made.headers().firstValue("Location").orElseThrow();
    assertThat(chair.post("/recommendations/reviews/new", fields).headers().firstValue("Location"))
        .as("sent twice over a bad line")
        .contains(review);
    return review;
  }
}
