package org.cscc.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.kernel.ReviewWeek;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Recommendations over real HTTP, by the forms that stand on the pages. */
@CenterTest
@Import({Statements.class, Cast.class})
@TestPropertySource(properties = "cscc.test-home=recommendations") // a database of its own
class RecommendationPageTests {
  @LocalServerPort int port;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    cast.clear();
  }

  @Test
  void r_INC_05_TheLastOneOfAConcludedReviewIsGivenUpOnlyWithTheReasonWhyThereIsNone() {
    String code = cast.review();
    String review = "/recommendations/reviews/" + code;
    try (Visitor chair = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin")) {
      String first = drafted(chair, review, "CDOT");
      String second = drafted(chair, review, "DSS");
      String open = drafted(chair, review, "DSS");
      Map<String, String> because = Map.of("reason", "The alley belongs to a private owner");
      assertThat(send(chair, chair.page(open), "drop", because).statusCode())
          .as("of an open review")
          .isEqualTo(302);
      jdbc.sql("update recommendations.review set state = 'CONCLUDED', concluded_at = now()")
          .update();
      assertThat(chair.page(first).select("#drop-none")).as("another one is left").isEmpty();
      assertThat(send(chair, chair.page(first), "drop", because).statusCode()).isEqualTo(302);

      Document last = chair.page(second);
      assertThat(last.select("#drop-none-hint").text()).contains(code);
      HttpResponse<String> empty = send(chair, last, "drop", because);
      assertThat(empty.statusCode()).isEqualTo(409);
      assertThat(empty.body()).contains("R-INC-05", "This is the last recommendation of review");
      HttpResponse<String> brief =
          send(
              chair,
              last,
              "drop",
              Map.of("reason", "The alley belongs to a private owner", "none", "No"));
      assertThat(brief.statusCode()).isEqualTo(422);
      assertThat(state(second)).isEqualTo("DRAFT");
      assertThat(
              send(
                      chair,
                      chair.page(second),
                      "drop",
                      Map.of(
                          "reason", "The alley belongs to a private owner",
                          "none", "The owner repaired the lamp in the same week"))
                  .statusCode())
          .isEqualTo(302);
      assertThat(state(second)).isEqualTo("DROPPED");
      assertThat(chair.page(review).text())
          .contains("None, because:", "The owner repaired the lamp in the same week");
    }
  }

  private String state(String address) {
    return jdbc.sql("select state from recommendations.recommendation where code = ?")
        .param(address.substring(address.lastIndexOf('/') + 1))
        .query(String.class)
        .single();
  }

  @Test
  void r_INC_06_ARecommendationGoesFromTheDraftToWhatWasSeenOfIt() {
    String review = "/recommendations/reviews/" + cast.review();
    try (Visitor chair = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin");
        Visitor director = cast.visitor(port, Role.DIRECTOR, "MOCS");
        Visitor liaison = cast.visitor(port, Role.DEPARTMENT_LIAISON, "CDOT");
        Visitor other = cast.visitor(port, Role.DEPARTMENT_LIAISON, "DSS");
        Visitor analyst = cast.visitor(port, Role.ANALYST, "MOCS");
        Visitor police = cast.visitor(port, Role.POLICE_LIAISON, "CDOT", "austin")) {
      String one = drafted(chair, review, "CDOT");
      send(
          chair,
          chair.page(one),
          "revise",
          Map.of(
              "title", "Light the alley within three days",
              "said", "A lamp in the alley would let neighbors see who comes.",
              "level", "AGENCY_PRACTICE",
              "to", "CDOT"));
      assertThat(chair.page(one).text()).contains("Words of 1 version before");
      send(chair, chair.page(one), "propose", Map.of());
      assertThat(liaison.get(one).statusCode()).as("not issued").isEqualTo(404);
      assertThat(director.page("/").text()).contains("1 recommendation waits to be issued");
      send(director, director.page(one), "return", Map.of("reason", "Say which alley is meant"));
      send(chair, chair.page(one), "propose", Map.of());
      send(director, director.page(one), "issue", Map.of());
      assertThat(liaison.page("/notices").text()).contains("addressed to your organization");
      assertThat(other.get(one).statusCode()).isEqualTo(404);
      assertThat(police.get("/recommendations").statusCode()).isEqualTo(403);
      Document mine = liaison.page("/recommendations");
      assertThat(mine.select("h1").text()).isEqualTo("1 recommendation waits for your answer");
      assertThat(mine.select("tbody tr").text()).contains("30 days left", "CDOT");
      Document page = liaison.page(one);
      assertThat(page.text()).doesNotContain("Say which alley is meant", "??");

      HttpResponse<String> bare = send(liaison, page, "reject", Map.of());
      assertThat(bare.statusCode()).isEqualTo(422);
      assertThat(bare.body()).contains("R-INC-06");
      HttpResponse<String> dayless =
          send(liaison, page, "accept", Map.of("what", "Lamps are repaired in three days"));
      assertThat(dayless.statusCode()).isEqualTo(422);
      assertThat(dayless.body()).contains("R-INC-06");
      HttpResponse<String> named =
          send(
              liaison,
              page,
              "reject",
              Map.of("reason", "Call 312-555-0142, aka the night desk, and ask"));
      assertThat(named.statusCode()).isEqualTo(422);
      assertThat(named.body()).contains("R-HRIT-09");
      String day = LocalDate.now(ReviewWeek.CHICAGO).plusDays(30).toString();
      Map<String, String> yes = Map.of("what", "Lamps are repaired in three days", "by", day);
      assertThat(send(liaison, page, "accept", yes).statusCode()).isEqualTo(302);
      assertThat(send(liaison, page, "accept", yes).statusCode())
          .as("sent twice over a bad line")
          .isEqualTo(302);
      HttpResponse<String> twice =
          liaison.post(one + "/reject", Map.of("version", version(one), "reason", "x".repeat(20)));
      assertThat(twice.statusCode()).isEqualTo(409);
      assertThat(twice.body()).contains("R-REC-02");
      send(
          liaison,
          liaison.page(one),
          "implement",
          Map.of("evidence", "Twelve lamps are lit again"));
      HttpResponse<String> few =
          send(
              analyst,
              analyst.page(one),
              "evaluate",
              Map.of("statement", "EFFECT", "n", "3", "seen", "Fewer people were harmed there"));
      assertThat(few.statusCode()).isEqualTo(422);
      assertThat(few.body()).contains("can not be told from fewer than 5");
      send(
          analyst,
          analyst.page(one),
          "evaluate",
          Map.of("statement", "ACTIVITY", "n", "12", "seen", "Twelve of twelve lamps are lit"));
      Document end = chair.page(one);
      assertThat(end.text())
          .contains("Twelve of twelve lamps are lit", "n = 12", "does not say what became of it");
      assertThat(end.select("#history + ol li")).hasSize(9);
      assertThat(liaison.page(one).select("#history + ol li")).hasSize(4);
      assertThat(liaison.page(one).select("#history + ol").text())
          .as("of the center no name")
          .contains("MOCS,", "(CDOT)")
          .doesNotContain("(MOCS)");
      assertThat(end.select("#history + ol").text()).contains("(CDOT)", "(MOCS)");
    }
  }

  @Test
  void aMoveOnWhatSomebodyElseHasMovedShowsBothAndKeepsTheWords() {
    cast.issued(cast.review(), "DSS", 1, 3, 30);
    String one = "/recommendations/" + cast.codes().getFirst();
    try (Visitor first = cast.visitor(port, Role.DEPARTMENT_LIAISON, "DSS");
        Visitor second = cast.visitor(port, Role.DEPARTMENT_LIAISON, "DSS")) {
      Document seen = second.page(one);
      String day = LocalDate.now(ReviewWeek.CHICAGO).plusDays(3).toString();
      send(first, first.page(one), "accept", Map.of("what", "The lot is cleaned", "by", day));
      HttpResponse<String> stale =
          send(second, seen, "reject", Map.of("reason", "The lot belongs to somebody else"));
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body())
          .contains("Somebody was faster", "The lot belongs to somebody else", "accepted");
    }
  }

  @Test
  void whatWaitsForAnAnswerStandsFirstAndTheFileIsWhatIsSeen() {
    String review = cast.review();
    cast.issued(review, "DSS", 2, 5, 30);
    cast.issued(review, "CDOT", 3, 40, 30);
    jdbc.sql(
            """
            update recommendations.recommendation set state = 'REJECTED', answer = 'no, as said',
              answered_at = now() where code = (select min(code) from recommendations.recommendation
                                               where addressed_to = 'CDOT')
            """)
        .update();
    try (Visitor director = cast.visitor(port, Role.DIRECTOR, "MOCS");
        Visitor liaison = cast.visitor(port, Role.DEPARTMENT_LIAISON, "DSS")) {
      Document all = director.page("/recommendations");
      assertThat(all.select("h1").text())
          .isEqualTo("4 recommendations wait for an answer, 2 of them late");
      assertThat(all.select("tbody tr").eachText()).hasSize(5);
      assertThat(all.select("tbody tr").getFirst().text()).contains("10 days late", "CDOT");
      assertThat(all.select("tbody tr").getLast().text()).contains("rejected", "nobody");
      assertThat(liaison.page("/recommendations").select("tbody tr")).hasSize(2);
      for (String filter :
          List.of("?to=CDOT", "?level=PLACE&state=ISSUED", "?area=25", "?area=68")) {
        int seen = director.page("/recommendations" + filter).select("tbody tr").size();
        assertThat(director.get("/recommendations/list.csv" + filter).body().lines().count() - 1)
            .as(filter)
            .isEqualTo(seen);
      }
    }
  }

  @Test
  void measuresCountAlwaysAndTellAPercentageOnlyOfFiveOrMore() {
    String review = cast.review();
    cast.issued(review, "DSS", 6, 40, 30);
    cast.issued(review, "CDOT", 2, 40, 30);
    jdbc.sql(
            """
            update recommendations.recommendation set state = 'ACCEPTED', answer = 'as said here',
              answered_at = issued_at + interval '9 days', promised_on = current_date
            where addressed_to = 'DSS' and code <> (select max(code)
              from recommendations.recommendation where addressed_to = 'DSS')
            """)
        .update();
    try (Visitor director = cast.visitor(port, Role.DIRECTOR, "MOCS");
        Visitor liaison = cast.visitor(port, Role.DEPARTMENT_LIAISON, "CDOT")) {
      Document all = director.page("/recommendations/measures");
      assertThat(all.select("tbody tr").eachText())
          .anyMatch(row -> row.contains("Streets") && row.contains("5 of 6 83 %"))
          .anyMatch(row -> row.contains("5 of 5 100 %") && row.contains("0 of 5 0 %"))
          .anyMatch(row -> row.contains("0 of 2 too few"));
      assertThat(all.text()).contains("As of").doesNotContain("??");
      assertThat(rows(liaison.page("/recommendations/measures"), "By organization")).hasSize(1);
    }
  }

  @Test
  void answersInTimeStandOnPriorityBlocksAndOnOthersByTheListOfTheDayOfIssue() {
    cast.issued(cast.review(), "DSS", 6, 40, 30);
    jdbc.sql(
            """
            update recommendations.recommendation set block = '045XX W MADISON ST',
              state = 'ACCEPTED', answer = 'as said here', promised_on = current_date,
              answered_at = issued_at + interval '9 days'
            """)
        .update();
    // The seventh was issued before the list was in force, two are elsewhere, one has no block.
    cast.issued(cast.review(), "CDOT", 4, 60, 30);
    jdbc.sql(
            """
            update recommendations.recommendation r set block = numbered.block from (
              select id, (array['045XX W MADISON ST', '046XX W MADISON ST', '046XX W MADISON ST', null])
                [row_number() over (order by code)] as block
              from recommendations.recommendation where addressed_to = 'CDOT') numbered
            where r.id = numbered.id
            """)
        .update();
    jdbc.sql(
            """
            insert into patterns.block_list values
              (1, '2026-Q4', current_date - 50, 'system', now())
            """)
        .update();
    jdbc.sql("insert into patterns.listed_block values (1, '045XX W MADISON ST', 25, 'RESIDENTS')")
        .update();
    try (Visitor director = cast.visitor(port, Role.DIRECTOR, "MOCS")) {
      Document all = director.page("/recommendations/measures");
      assertThat(rows(all, "On priority blocks and on others"))
          .containsExactly(
              "Issued 6 3",
              "Answered in time 6 of 6 100 % (61 to 100 %) 0 of 3 too few for a percentage",
              "Accepted 6 of 6 100 % (61 to 100 %) 0 of 0",
              "Said to be done 0 of 6 0 % (0 to 39 %) 0 of 0");
      assertThat(all.text())
          .contains("1 recommendation comes from a review without a block")
          .contains("Wilson’s interval")
          .doesNotContain("??");
      assertThat(director.page("/recommendations/measures?language=es").text())
          .contains("Cuadras prioritarias")
          .doesNotContain("??", "{0}");
    } finally {
      jdbc.sql("delete from patterns.listed_block").update();
      jdbc.sql("delete from patterns.block_list").update();
    }
  }

  private static List<String> rows(Document page, String caption) {
    return page.select("table:has(caption:containsOwn(" + caption + ")) tbody tr").eachText();
  }

  @Test
  void listsTakeAFixedNumberOfStatementsAndEveryPageIsThereInSpanish() {
    String review = cast.review();
    cast.issued(review, "DSS", 3, 5, 30);
    try (Visitor director = cast.visitor(port, Role.DIRECTOR, "MOCS");
        Visitor chair = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin")) {
      director.page("/recommendations");
      director.page("/recommendations/measures");
      chair.page("/recommendations/reviews");
      int few = Statements.during(() -> director.page("/recommendations"));
      int measured = Statements.during(() -> director.page("/recommendations/measures"));
      int reviews = Statements.during(() -> chair.page("/recommendations/reviews"));
      cast.issued(review, "CDOT", 297, 5, 30);
      for (int i = 0; i < 40; i++) {
        cast.review();
      }
      assertThat(Statements.during(() -> director.page("/recommendations"))).isEqualTo(few);
      assertThat(Statements.during(() -> director.page("/recommendations/measures")))
          .isEqualTo(measured);
      assertThat(Statements.during(() -> chair.page("/recommendations/reviews")))
          .isEqualTo(reviews);
      assertThat(director.page("/recommendations").text()).contains("Showing 50 of 300");
      for (String path :
          List.of(
              "/recommendations",
              "/recommendations/" + cast.codes().getFirst(),
              "/recommendations/measures",
              "/recommendations/reviews",
              "/recommendations/reviews/" + review,
              "/recommendations/week")) {
        Document spanish = director.page(path + "?language=es");
        assertThat(spanish.select("html").attr("lang")).as(path).isEqualTo("es");
        assertThat(spanish.text()).as(path).doesNotContain("??", "{0}");
      }
      assertThat(chair.page("/recommendations/reviews/new?language=es").text())
          .contains("Empezar una revisión")
          .doesNotContain("??");
    }
  }

  private String version(String one) {
    return jdbc.sql("select version from recommendations.recommendation where code = ?")
        .param(one.substring(one.lastIndexOf('/') + 1))
        .query(String.class)
        .single();
  }

  private static String drafted(Visitor chair, String review, String to) {
    Map<String, String> draft = new HashMap<>();
    draft.put("title", "Light the alley behind the store");
    draft.put("said", "A lamp in the alley would let neighbors see who comes.");
    draft.put("level", "PLACE");
    draft.put("to", to);
    HttpResponse<String> made = send(chair, chair.page(review), "recommendations", draft);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }
}
