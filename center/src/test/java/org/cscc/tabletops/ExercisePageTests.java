package org.cscc.tabletops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Forms;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Exercises over real HTTP, by the forms that stand on the pages. */
@CenterTest
@Import({Statements.class, Guests.class})
class ExercisePageTests extends ExerciseOverHttp {
  @Test
  void rEng04AnExerciseGoesFromThePlanToItsReportAndEveryGapIsDecided() {
    String roads = guests.add(Role.DEPARTMENT_LIAISON, "CDOT");
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin");
        Visitor liaison = Visitor.of(roads, roads + "-password", port);
        Visitor stranger = who(Role.DEPARTMENT_LIAISON, "CDPH");
        Visitor director = who(Role.DIRECTOR, "MOCS")) {
      String address = plan(facilitator, Map.of());
      String code = code(address);
      assertThat(liaison.page("/notices").text())
          .contains("You are asked to a tabletop exercise", code, "Austin")
          .containsPattern(
              "Austin, \\p{L}{3}, \\p{L}{3} \\d{1,2}, (\\d{4}, )?\\d{1,2}:\\d{2} [ap]m")
          .doesNotContain("The park is full", "A warm Friday");
      assertThat(liaison.page("/tabletops").text()).contains("A warm Friday at the park");
      assertThat(liaison.page(address).select("form[method=post][action^=/tabletops]")).isEmpty();
      assertThat(stranger.get(address).statusCode()).isEqualTo(404);
      assertThat(stranger.page("/tabletops").text()).doesNotContain("A warm Friday");

      HttpResponse<String> early =
          facilitator.post(
              address + "/hold", Map.of("version", guests.version(code), "heads-CDOT", "2"));
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-TABLETOP-03");
      assertThat(facilitator.page(address).select("form[action$=/hold]")).isEmpty();
      guests.begun(code, Duration.ofHours(2));
      assertThat(facilitator.page("/").text()).contains("1 tabletop exercise has had its hour");
      send(facilitator, address, "hold", Map.of("heads-CDOT", "2", "heads-DFSS", "1"));

      HttpResponse<String> nothing = send(facilitator, address, "debrief", Map.of());
      assertThat(nothing.statusCode()).isEqualTo(409);
      assertThat(nothing.body()).contains("R-TABLETOP-04");
      // Taken down at the wall, two at once with the same version.
      Document wall = facilitator.page(address + "/wall/pre");
      assertThat(wall.text()).contains("The park is full", "The line is busy", "What is needed?");
      HttpResponse<String> found =
          Forms.send(
              facilitator,
              wall,
              "find",
              Map.of("said", "Nobody knows who repairs lights", "what", "GAP", "scene", "PRE"));
      assertThat(found.headers().firstValue("Location").orElseThrow())
          .endsWith("/wall/pre#capture");
      Forms.send(
          facilitator,
          wall,
          "find",
          Map.of(
              "key",
              UUID.randomUUID().toString(),
              "said",
              "The school has no text",
              "what",
              "GAP",
              "scene",
              "POST",
              "organization",
              "CDPH"));
      send(
          facilitator,
          address,
          "find",
          Map.of("said", "Outreach called at once", "what", "STRENGTH", "scene", "INCIDENT"));
      send(facilitator, address, "debrief", Map.of());

      assertThat(facilitator.page(address).select("form[action$=/close]")).isEmpty();
      HttpResponse<String> open =
          facilitator.post(address + "/close", Map.of("version", guests.version(code)));
      assertThat(open.statusCode()).isEqualTo(409);
      assertThat(open.body()).contains("R-ENG-04", "2 gaps have nobody");
      String first = finding(code, 1);
      HttpResponse<String> nobody =
          facilitator.postFrom(
              address,
              address + "/owe",
              Map.of("finding", first, "title", "Say whom to call", "owner", "CDOT/nobody"));
      assertThat(nobody.statusCode()).isEqualTo(422);
      assertThat(nobody.body()).contains("R-HRIT-04");
      Document again = Jsoup.parse(nobody.body());
      assertThat(again.select("details[open] input[name=title]").val())
          .isEqualTo("Say whom to call");
      HttpResponse<String> notByDirector =
          director.post(
              address + "/owe",
              Map.of("finding", first, "title", "Say whom to call", "owner", "CDOT/" + roads));
      assertThat(notByDirector.statusCode()).isEqualTo(403);
      HttpResponse<String> owed =
          facilitator.post(
              address + "/owe",
              Map.of(
                  "finding",
                  first,
                  "title",
                  "Say whom to call",
                  "owner",
                  "CDOT/" + roads,
                  "verb",
                  "COMMUNICATION",
                  "priority",
                  "P3"));
      assertThat(owed.statusCode()).as(owed.body()).isEqualTo(302);
      String item =
          jdbc.sql("select code from actions.item where origin_record = ?")
              .param(code)
              .query(String.class)
              .single();
      assertThat(liaison.page("/actions/items/" + item).text())
          .contains("Say whom to call", "a tabletop exercise");

      HttpResponse<String> silent =
          director.post(
              address + "/answer-no", Map.of("finding", finding(code, 2), "why", "NOT_OURS"));
      assertThat(silent.statusCode()).isEqualTo(422);
      assertThat(
              director
                  .post(
                      address + "/answer-no",
                      Map.of(
                          "finding",
                          finding(code, 2),
                          "why",
                          "NOT_OURS",
                          "because",
                          "Schools write themselves"))
                  .statusCode())
          .isEqualTo(302);
      HttpResponse<String> twice =
          director.post(
              address + "/answer-no",
              Map.of("finding", first, "why", "NOT_OURS", "because", "Somebody else does it"));
      assertThat(twice.statusCode()).isEqualTo(409);
      assertThat(twice.body()).contains("R-ENG-04", "Somebody else does it");
      assertThat(send(facilitator, address, "close", Map.of()).statusCode()).isEqualTo(302);
      HttpResponse<String> after =
          facilitator.post(
              address + "/find", Map.of("said", "One more", "what", "GAP", "scene", "PRE"));
      assertThat(after.statusCode()).isEqualTo(409);
      assertThat(after.body()).contains("R-TABLETOP-02", "One more");

      Document report = stringent(liaison, address + "/report");
      assertThat(report.select("h2").eachText())
          .containsExactly("Objectives", "Strengths", "Areas for improvement", "Improvement plan");
      assertThat(report.select("table").text())
          .contains(item, "Schools write themselves", "Not for the center to do");
      String file = facilitator.get(address + "/report.csv").body();
      assertThat(file.lines().map(line -> line.split(",", -1)[1]))
          .containsExactly(
              "section", "objective", "strength", "improvement", "improvement", "plan", "plan");
      assertThat(file).contains(item + ",CDOT,", ",ASSIGNED,", "NOT_OURS,Schools write themselves");
      assertThat(facilitator.page("/tabletops").text())
          .contains("1 owed as items, 1 answered no, 0 undecided", "0 of 1")
          .contains("fewer than 5: no percentage", "no median of fewer than 5");
      assertThat(stranger.get(address + "/report").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theReportIsADutyOfItsTeamWhenItIsNearAndWhenItIsLate() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin");
        Visitor other = who(Role.FACILITATOR, "MOCS", "englewood")) {
      String address = plan(facilitator, Map.of());
      String code = code(address);
      guests.begun(code, Duration.ofDays(2));
      send(facilitator, address, "hold", Map.of("heads-CDOT", "2"));
      assertThat(
              jdbc.sql(
                      """
                      select (report_due at time zone 'America/Chicago')
                        = (starts_at at time zone 'America/Chicago') + interval '14 days'
                      from tabletops.exercise where code = ?
                      """)
                  .param(code)
                  .query(Boolean.class)
                  .single())
          .isTrue();
      assertThat(facilitator.page("/").text()).doesNotContain("after-action report");
      due(code, "+ interval '3 days'");
      assertThat(facilitator.page("/").text()).contains("1 after-action report is due soon");
      assertThat(other.page("/").text()).doesNotContain("after-action report");
      due(code, "- interval '1 hour'");
      assertThat(facilitator.page("/").text()).contains("1 after-action report is late");
      assertThat(facilitator.page("/tabletops").select("h1").text())
          .isEqualTo("No exercise is planned, 1 owes its report, 1 of them late");
      assertThat(facilitator.page(address).text()).contains("The after-action report is late");
      assertThat(facilitator.page(address + "/report").text()).contains("Not finished, and late");

      send(facilitator, address, "debrief", Map.of("none", "The table sat for ten minutes only"));
      send(facilitator, address, "close", Map.of());
      assertThat(facilitator.page(address + "/report").text())
          .contains("after its time", "The table sat for ten minutes only");
      assertThat(facilitator.page("/").text()).doesNotContain("after-action report");
    }
  }

  @Test
  void whatWasWrittenDownIsTakenBackUntilItIsDecided() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin")) {
      String address = plan(facilitator, Map.of());
      String code = code(address);
      guests.begun(code, Duration.ofHours(2));
      send(facilitator, address, "hold", Map.of("heads-CDOT", "2"));
      for (String said : List.of("The line is slow", "The line is slow indeed")) {
        send(
            facilitator, address, "find", Map.of("said", said, "what", "STRENGTH", "scene", "PRE"));
      }
      facilitator.post(address + "/take-back", Map.of("finding", finding(code, 1)));
      assertThat(facilitator.page(address).select("article h3").eachText())
          .containsExactly("The line is slow indeed");
      send(facilitator, address, "debrief", Map.of());
      HttpResponse<String> last =
          facilitator.post(address + "/take-back", Map.of("finding", finding(code, 2)));
      assertThat(last.statusCode()).isEqualTo(409);
      assertThat(last.body()).contains("R-TABLETOP-04");
      HttpResponse<String> strength =
          facilitator.post(
              address + "/answer-no",
              Map.of("finding", finding(code, 2), "why", "NOT_OURS", "because", "It is none"));
      assertThat(strength.statusCode()).isEqualTo(422);
    }
  }

  @Test
  void pagesTakeAFixedNumberOfStatementsAndAreThereInSpanish() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin");
        Visitor liaison = who(Role.DEPARTMENT_LIAISON, "CDOT")) {
      String address = plan(facilitator, Map.of());
      String code = code(address);
      guests.begun(code, Duration.ofHours(2));
      send(facilitator, address, "hold", Map.of("heads-CDOT", "2"));
      send(
          facilitator,
          address,
          "find",
          Map.of("said", "Nobody knew", "what", "GAP", "scene", "PRE"));
      facilitator.page("/tabletops");
      int list = Statements.during(() -> facilitator.page("/tabletops"));
      int own = Statements.during(() -> liaison.page("/tabletops"));
      int one = Statements.during(() -> facilitator.page(address));
      int report = Statements.during(() -> facilitator.page(address + "/report"));
      for (int i = 0; i < 8; i++) {
        plan(facilitator, Map.of());
        send(
            facilitator,
            address,
            "find",
            Map.of("said", "Nobody knew " + i, "what", "GAP", "scene", "POST"));
        facilitator.post(
            address + "/answer-no",
            Map.of("finding", finding(code, i + 2), "why", "NO_MEANS", "because", "No money"));
      }
      assertThat(facilitator.page("/tabletops").select("tbody tr")).hasSize(9);
      assertThat(Statements.during(() -> facilitator.page("/tabletops"))).isEqualTo(list);
      assertThat(Statements.during(() -> liaison.page("/tabletops"))).isEqualTo(own);
      assertThat(Statements.during(() -> facilitator.page(address))).isEqualTo(one);
      assertThat(Statements.during(() -> facilitator.page(address + "/report"))).isEqualTo(report);
      System.out.println(
          "Tabletop statements: list " + list + ", one " + one + ", report " + report);
      for (String path :
          List.of(
              "/tabletops",
              "/tabletops/new",
              address,
              address + "/wall/pre",
              address + "/wall/incident",
              address + "/wall/post",
              address + "/report")) {
        assertThat(facilitator.page(path + "?language=es").text())
            .as(path)
            .doesNotContain("??", "{0}");
      }
    }
  }
}
