package org.cscc.tabletops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exercises over real HTTP, by the forms that stand on the pages. */
@CenterTest
@Import({Statements.class, Guests.class})
class ExercisePageTests {
  @LocalServerPort int port;
  @Autowired Guests guests;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    guests.clear();
  }

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
          post(
              facilitator,
              wall,
              "find",
              Map.of("said", "Nobody knows who repairs lights", "what", "GAP", "scene", "PRE"));
      assertThat(found.headers().firstValue("Location").orElseThrow())
          .endsWith("/wall/pre#capture");
      post(
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
          facilitator.post(
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
  void aRefusedPlanComesBackAsItWasTyped() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin")) {
      Map<String, String> form = Guests.form();
      form.put("postQuestion", "");
      form.put("day", "some day");
      HttpResponse<String> refused = facilitator.post("/tabletops/new", form);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("R-TABLETOP-06", "Nothing was saved");
      Document page = Jsoup.parse(refused.body());
      assertThat(page.select("#preStory").text()).isEqualTo("The park is full.");
      assertThat(page.select("#preInjects").val())
          .isEqualTo("The line is busy\nThe field house closes at eight");
      assertThat(page.select("#day").val()).isEqualTo("some day");
      assertThat(page.select("input[name=organization][checked]").eachAttr("value"))
          .containsExactly("CDOT");
      assertThat(page.select("input[name=madeUp][checked]")).hasSize(1);
      assertThat(jdbc.sql("select count(*) from tabletops.exercise").query(Long.class).single())
          .isZero();

      form = Guests.form();
      form.put("incidentStory", "Call Marcus Jones at 312-555-0100.");
      HttpResponse<String> unfit = facilitator.post("/tabletops/new", form);
      assertThat(unfit.statusCode()).isEqualTo(422);
      assertThat(unfit.body()).contains("R-HRIT-09");
      assertThat(Jsoup.parse(unfit.body()).select("input[name=preStory]").val())
          .isEqualTo("The park is full.");

      form = Guests.form();
      form.put("team", "englewood");
      HttpResponse<String> foreign = facilitator.post("/tabletops/new", form);
      assertThat(foreign.statusCode()).isEqualTo(403);
      assertThat(foreign.body()).contains("R-TABLETOP-01", "The park is full.");
    }
  }

  @Test
  void aPlanIsChangedAndEverybodyWhomItConcernsIsTold() {
    String roads = guests.add(Role.DEPARTMENT_LIAISON, "CDOT");
    String health = guests.add(Role.DEPARTMENT_LIAISON, "CDPH");
    String police = guests.add(Role.POLICE_LIAISON, "CPD", "austin");
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin");
        Visitor other = who(Role.FACILITATOR, "MOCS", "englewood")) {
      String address = plan(facilitator, Map.of("organization", "CDOT,CPD"));
      assertThat(told(roads)).containsExactly("planned");
      assertThat(told(police)).containsExactly("planned");
      assertThat(told(health)).isEmpty();
      assertThat(other.get(address).statusCode()).isEqualTo(200);
      HttpResponse<String> foreign = other.get(address + "/edit");
      assertThat(foreign.statusCode()).isEqualTo(403);
      assertThat(foreign.body()).contains("R-TABLETOP-01");

      Document edit = facilitator.page(address + "/edit");
      assertThat(edit.select("#incidentStory").text()).isEqualTo("Two are hurt.");
      Map<String, String> changed = Guests.form();
      changed.put("version", edit.select("input[name=version]").val());
      changed.put("organization", "CDOT,CDPH");
      changed.put("incidentStory", "Three are hurt.");
      assertThat(facilitator.post(address + "/edit", changed).statusCode()).isEqualTo(302);
      assertThat(told(roads)).as("neither time nor place is another").containsExactly("planned");
      assertThat(told(health)).containsExactly("planned");
      assertThat(told(police)).containsExactly("planned", "let-out");

      changed.put("key", UUID.randomUUID().toString());
      HttpResponse<String> stale = facilitator.post(address + "/edit", changed);
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).contains("Somebody was faster", "Three are hurt.");
      changed.put("version", guests.version(code(address)));
      changed.put("place", "Library");
      assertThat(facilitator.post(address + "/edit", changed).statusCode()).isEqualTo(302);
      assertThat(told(roads)).containsExactly("planned", "moved");

      HttpResponse<String> silent = send(facilitator, address, "cancel", Map.of("reason", " "));
      assertThat(silent.statusCode()).isEqualTo(422);
      send(facilitator, address, "cancel", Map.of("reason", "The library is closed that day"));
      assertThat(told(roads)).containsExactly("planned", "moved", "cancelled");
      assertThat(told(health)).containsExactly("planned", "moved", "cancelled");
      assertThat(facilitator.page(address).text()).contains("The library is closed that day");
      assertThat(facilitator.get(address + "/report").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void rEng05AStoryThatNamesABlockOfAnIncidentIsRefusedWithTheWords() {
    guests.shooting(Guests.today().minusDays(200), 25, "045XX W MADISON ST");
    guests.shooting(Guests.today().minusMonths(12).minusDays(1), 25, "047XX W MADISON ST");
    guests.shooting(Guests.today().minusDays(10), 68, "063XX S HALSTED ST");
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin")) {
      Map<String, String> form = Guests.form();
      form.put("postInjects", "Neighbours of the 4500 block of W. Madison call");
      HttpResponse<String> refused = facilitator.post("/tabletops/new", form);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(refused.body()).select(".refusal").text())
          .contains("R-ENG-05", "within 12 months: 4500 block of W. Madison.");
      assertThat(Jsoup.parse(refused.body()).select("#postInjects").val())
          .isEqualTo("Neighbours of the 4500 block of W. Madison call");

      form = Guests.form();
      form.remove("madeUp");
      HttpResponse<String> unaffirmed = facilitator.post("/tabletops/new", form);
      assertThat(unaffirmed.statusCode()).isEqualTo(422);
      assertThat(unaffirmed.body()).contains("R-ENG-05", "Affirm");

      String address =
          plan(
              facilitator,
              Map.of(
                  "preStory",
                  "Long ago at 4700 W Madison St, and elsewhere at 6300 S Halsted St."));
      Map<String, String> changed = Guests.form();
      changed.put("version", guests.version(code(address)));
      changed.put("title", "A night at 4512 West Madison Street");
      HttpResponse<String> edited = facilitator.post(address + "/edit", changed);
      assertThat(edited.statusCode()).isEqualTo(422);
      assertThat(edited.body()).contains("R-ENG-05", "4512 West Madison Street");

      // Where another team joins, its areas count, though who plans it does not read them.
      form = Guests.form();
      form.put("joint", "englewood");
      form.put("preStory", "At 6300 S Halsted St the lights are out.");
      HttpResponse<String> joint = facilitator.post("/tabletops/new", form);
      assertThat(joint.statusCode()).isEqualTo(422);
      assertThat(joint.body()).contains("R-ENG-05", "6300 S Halsted St");
    }
  }

  @Test
  void rEng05WhatHappensAfterThePlanIsToldBeforeTheTableSitsAndAskedForWhenItIsHeld() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS", "austin");
        Visitor guest = who(Role.DEPARTMENT_LIAISON, "CDOT")) {
      String address =
          plan(facilitator, Map.of("preStory", "At 4500 W Madison St the lights are out."));
      String other = plan(facilitator, Map.of("preStory", "At 5900 W Lake St it is dark."));
      String code = code(address);
      assertThat(facilitator.page(address).text()).doesNotContain("R-ENG-05");
      // Yesterday, in the words of the story; and elsewhere in the city.
      guests.shooting(Guests.today().minusDays(1), 25, "045XX W MADISON ST");
      guests.shooting(Guests.today().minusDays(1), 68, "059XX W LAKE ST");
      assertThat(facilitator.page(address).select(".caution").text())
          .contains("within 12 months: 4500 W Madison St (R-ENG-05)", "Change the plan");
      assertThat(facilitator.page(address + "/wall/incident").select(".caution").text())
          .contains("Stop: the story names a block")
          .doesNotContain("4500 W Madison");
      assertThat(guest.page(address).text())
          .as("where something happened is not a guest’s to read")
          .doesNotContain("R-ENG-05");
      assertThat(facilitator.page(other).text()).doesNotContain("R-ENG-05");

      guests.begun(code, Duration.ofHours(2));
      HttpResponse<String> refused =
          facilitator.post(
              address + "/hold", Map.of("version", guests.version(code), "heads-CDOT", "2"));
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("R-ENG-05", "say what was told at the table instead");
      assertThat(Jsoup.parse(refused.body()).select("#heads-CDOT").val()).isEqualTo("2");
      HttpResponse<String> tooShort =
          facilitator.post(
              address + "/hold",
              Map.of("version", guests.version(code), "heads-CDOT", "2", "instead", "x"));
      assertThat(tooShort.statusCode()).isEqualTo(422);
      assertThat(
              send(
                      facilitator,
                      address,
                      "hold",
                      Map.of("heads-CDOT", "2", "instead", "A block by a made-up park"))
                  .statusCode())
          .isEqualTo(302);
      Document held = facilitator.page(address);
      assertThat(held.select("#history + ol").text()).contains("2; A block by a made-up park");
      assertThat(held.text()).doesNotContain("Change the plan before");

      // What happens after the day of the exercise does not undo that it was made up.
      guests.begun(code(other), Duration.ofDays(3));
      guests.shooting(Guests.today(), 25, "059XX W LAKE ST");
      assertThat(send(facilitator, other, "hold", Map.of("heads-CDOT", "2")).statusCode())
          .isEqualTo(302);
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

  private void due(String code, String when) {
    jdbc.sql("update tabletops.exercise set report_due = now() " + when + " where code = ?")
        .param(code)
        .update();
  }

  private List<String> told(String account) {
    return jdbc.sql(
            """
            select replace(kind, 'tabletops.notice.', '') from notices.notice
            where recipient = ? and kind like 'tabletops.%' order by created_at
            """)
        .param(account)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private String finding(String code, int position) {
    return jdbc.sql(
            """
            select f.id::text from tabletops.finding f
            join tabletops.exercise e on e.id = f.exercise
            where e.code = ? and f.position = ?
            """)
        .params(code, position)
        .query(String.class)
        .single();
  }

  private Visitor who(Role role, String organization, String... teams) {
    return guests.visitor(port, role, organization, teams);
  }

  private static Document stringent(Visitor visitor, String address) {
    HttpResponse<String> answer = visitor.get(address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** Plans by the form; the address of the exercise. */
  private static String plan(Visitor facilitator, Map<String, String> changed) {
    Map<String, String> form = Guests.form();
    form.putAll(changed);
    HttpResponse<String> made = facilitator.post("/tabletops/new", form);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static String code(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Sends the form of a move as it stands on the page of the exercise. */
  private static HttpResponse<String> send(
      Visitor visitor, String address, String move, Map<String, String> fields) {
    return post(visitor, visitor.page(address), move, fields);
  }

  private static HttpResponse<String> post(
      Visitor visitor, Document page, String move, Map<String, String> fields) {
    Element form = page.expectFirst("form[action$=/" + move + "]");
    Map<String, String> all = new HashMap<>();
    form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.val()));
    all.putAll(fields);
    return visitor.post(form.attr("action"), all);
  }
}
