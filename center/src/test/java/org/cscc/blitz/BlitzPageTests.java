package org.cscc.blitz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.hidden;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** A blitz from the plan to its report, and the lists. */
@CenterTest
@Import(Statements.class)
class BlitzPageTests extends BlitzOverHttp {
  @Test
  void aBlitzGoesFromThePlanToItsReport() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor representative = who(Role.REPRESENTATIVE, "MOCS");
        Visitor transportation = who(Role.DEPARTMENT_LIAISON, "CDOT");
        Visitor streets = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      // A graffito on Madison is owed already: it is not asked for twice.
      String owed = askService(facilitator, "GRAFFITI_REMOVAL", MADISON);
      String blitz = plan(facilitator, MADISON + "\n" + MONROE, Map.of());
      assertThat(transportation.page("/notices").text()).contains("A blitz is planned");
      assertThat(representative.page("/").text()).contains("1 blitz is to be walked");

      walk(representative, blitz, 1, Map.of("count-POTHOLE", "3", "count-GRAFFITI_REMOVAL", "2"));
      Document half = representative.page(blitz);
      assertThat(half.select("form[action$=/walk]")).isEmpty();
      HttpResponse<String> early =
          representative.post(blitz + "/walk", Map.of("version", version(blitz), "walkers", "2"));
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-BLITZ-04", "045XX W MONROE ST");
      walk(representative, blitz, 2, Map.of("count-POTHOLE", "1", "note-POTHOLE", "At the alley"));
      send(representative, representative.page(blitz), "walk", Map.of("walkers", "2"));
      assertThat(streets.page("/notices").text()).contains("A blitz waits for your answer");
      assertThat(streets.page("/blitz").select("h1").text())
          .isEqualTo("1 blitz waits for your answer");

      Element asking = facilitator.page(blitz).expectFirst("form[action$=/make-tasks]");
      Map<String, String> tasks = hidden(asking);
      tasks.put(
          "finding",
          asking.select("input[name=finding]").stream()
              .map(Element::val)
              .collect(Collectors.joining(",")));
      assertThat(facilitator.post(blitz + "/make-tasks", tasks).statusCode()).isEqualTo(302);
      assertThat(facilitator.post(blitz + "/make-tasks", tasks).statusCode())
          .as("sent twice over a bad line")
          .isEqualTo(302);
      assertThat(count("services.task")).as("two potholes and the graffito").isEqualTo(3);
      assertThat(facilitator.page(blitz).select("a[href$=" + code(owed) + "]")).hasSize(1);

      HttpResponse<String> silent =
          facilitator.post(blitz + "/schedule", Map.of("version", version(blitz)));
      assertThat(silent.statusCode()).isEqualTo(409);
      assertThat(silent.body()).contains("R-BLITZ-05", "CDOT, DSS");
      send(
          transportation,
          transportation.page(blitz),
          "accept",
          Map.of("on", today().toString(), "order", "WO 4711"));
      send(streets, streets.page(blitz), "decline", Map.of("no", "NO_CAPACITY"));
      assertThat(facilitator.page("/notices").text()).contains("Everybody has answered");
      assertThat(facilitator.page(blitz).text()).contains("WO 4711", "No crew is free");
      assertThat(transportation.page(blitz).text()).contains("WO 4711");
      assertThat(streets.page(blitz).text()).as("no crew of others").doesNotContain("WO 4711");
      assertThat(representative.page(blitz).text()).doesNotContain("WO 4711");
      send(facilitator, facilitator.page(blitz), "schedule", Map.of());

      assertThat(transportation.page("/").text())
          .contains("1 blitz waits for what your department did");
      Document work = transportation.page(blitz + "/blocks/1");
      assertThat(work.text()).contains("3 found before");
      send(transportation, work, "do", Map.of("done-POTHOLE", "2"));
      send(facilitator, facilitator.page(blitz), "execute", Map.of());
      // The department says that one is done; the second walk finds that it is not.
      String pothole = task("POTHOLE", "045XX W MADISON ST");
      send(transportation, transportation.page(pothole), "acknowledge", Map.of());
      send(transportation, transportation.page(pothole), "complete", Map.of("crew", "WO 4711"));

      Document look = representative.page(blitz + "/blocks/1");
      HttpResponse<String> unsaid =
          send(representative, look, "look", Map.of("verdict-POTHOLE", "FIXED"));
      assertThat(unsaid.statusCode()).isEqualTo(422);
      assertThat(unsaid.body()).contains("R-BLITZ-09");
      send(
          representative,
          look,
          "look",
          Map.of(
              "verdict-POTHOLE", "CAME_BACK",
              "left-POTHOLE", "1",
              "verdict-GRAFFITI_REMOVAL", "NOT_FIXED",
              "left-GRAFFITI_REMOVAL", "2"));
      send(
          representative,
          representative.page(blitz + "/blocks/2"),
          "look",
          Map.of("verdict-POTHOLE", "FIXED"));
      send(representative, representative.page(blitz), "rewalk", Map.of());
      assertThat(transportation.page(pothole).text()).contains("reopened", "1");
      assertThat(count("services.task")).as("what is owed is not asked for again").isEqualTo(3);
      assertThat(
              jdbc.sql("select state from services.task where type = 'GRAFFITI_REMOVAL'")
                  .query(String.class)
                  .single())
          .as("R-COO-04: nothing is closed from here")
          .isEqualTo("ROUTED");

      send(facilitator, facilitator.page(blitz), "report", Map.of());
      Document report = streets.page(blitz + "/report");
      assertThat(report.select("h1").text()).isEqualTo("6 found before, 3 left after");
      assertThat(report.select("main").text())
          .contains("As of", "1 of 3", "fewer than 5: no percentage", "CDOT came, 1 of 3 left")
          .doesNotContainIgnoringCase("WO 4711")
          .doesNotContain("Somebody", "b-", "??");
      List<String> file = facilitator.get(blitz + "/report.csv").body().lines().toList();
      assertThat(file).hasSize(4);
      assertThat(file.getFirst()).startsWith("blitz,area,first_day,last_day,as_of,block,type");
      assertThat(file.get(1)).contains("045XX W MADISON ST,POTHOLE,CDOT,yes,3,2,1,CAME_BACK");
      String before = report.select("main").text();
      jdbc.sql("update services.type set department = 'DSS' where code = 'POTHOLE'").update();
      assertThat(streets.page(blitz + "/report").select("main").text())
          .as("kept as it was")
          .isEqualTo(before);
      jdbc.sql("update services.type set department = 'CDOT' where code = 'POTHOLE'").update();
      assertThat(facilitator.page(blitz).select("#history + ol li")).hasSizeGreaterThan(9);
      assertThat(facilitator.page(blitz).select("form[action^=/blitz]")).isEmpty();
    }
  }

  @Test
  void aFormSentTwicePlansOnceAndWhoIsLateSeesBothValues() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor first = who(Role.REPRESENTATIVE, "MOCS");
        Visitor second = who(Role.REPRESENTATIVE, "MOCS")) {
      String key = UUID.randomUUID().toString();
      String blitz = plan(facilitator, MADISON + "\n" + MONROE, Map.of("key", key));
      assertThat(plan(facilitator, MADISON, Map.of("key", key))).isEqualTo(blitz);
      assertThat(count("blitz.blitz")).isEqualTo(1);

      // Two walk at once: on different blocks nobody disturbs the other, on the same one they do.
      Document mine = first.page(blitz + "/blocks/1");
      Document same = second.page(blitz + "/blocks/1");
      Document other = second.page(blitz + "/blocks/2");
      assertThat(send(first, mine, "walk-block", Map.of("count-POTHOLE", "3")).statusCode())
          .isEqualTo(302);
      assertThat(send(second, other, "walk-block", Map.of("count-POTHOLE", "1")).statusCode())
          .isEqualTo(302);
      HttpResponse<String> late =
          send(second, same, "walk-block", Map.of("count-GRAFFITI_REMOVAL", "9"));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("Somebody was faster", "value=\"3\"");

      Document seen = facilitator.page(blitz);
      send(first, first.page(blitz), "walk", Map.of("walkers", "2"));
      HttpResponse<String> stale = send(facilitator, seen, "call-off", Map.of("off", "WEATHER"));
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).contains("Call it off", "MOCS", "departments answer");
      assertThat(jdbc.sql("select state from blitz.blitz").query(String.class).single())
          .isEqualTo("WALKED");
    }
  }

  @Test
  void whatIsCalledOffIsToldToWhoWasAskedAndOnlyAskedForOnceMore() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor director = who(Role.DIRECTOR, "MOCS");
        Visitor streets = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      String blitz = plan(facilitator, MADISON, Map.of());
      HttpResponse<String> bare =
          director.post(blitz + "/call-off", Map.of("version", version(blitz)));
      assertThat(bare.statusCode()).isEqualTo(422);
      send(director, director.page(blitz), "call-off", Map.of("off", "WEATHER"));
      assertThat(streets.page("/notices").text()).contains("A blitz was called off");
      assertThat(streets.page(blitz).text()).contains("Called off: Weather");
      assertThat(streets.get(blitz + "/report").statusCode()).isEqualTo(404);
      assertThat(director.page("/blitz").select("section[aria-labelledby=ended] tbody tr"))
          .hasSize(1);
    }
  }

  @Test
  void listsTakeAFixedNumberOfStatementsAndEveryPageIsThereInSpanish() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor liaison = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      String blitz = plan(facilitator, MADISON + "\n" + MONROE, Map.of());
      liaison.page("/blitz");
      int few = Statements.during(() -> liaison.page("/blitz"));
      for (int i = 0; i < 12; i++) {
        plan(facilitator, (4600 + i * 100) + " W Madison St", Map.of());
      }
      assertThat(liaison.page("/blitz").select("tbody tr")).hasSize(13);
      assertThat(Statements.during(() -> liaison.page("/blitz"))).isEqualTo(few);
      int empty = Statements.during(() -> facilitator.page(blitz));
      walk(facilitator, blitz, 1, Map.of("count-POTHOLE", "3", "count-GRAFFITI_REMOVAL", "2"));
      walk(facilitator, blitz, 2, Map.of("count-POTHOLE", "3", "count-GRAFFITI_REMOVAL", "2"));
      assertThat(Statements.during(() -> facilitator.page(blitz))).isEqualTo(empty);
      for (String path :
          new String[] {"/blitz", "/blitz/new", blitz, blitz + "/blocks/1", blitz + "/blocks/2"}) {
        assertThat(facilitator.page(path + "?language=es").text())
            .as(path)
            .doesNotContain("??", "{0}");
      }
    }
  }
}
