package org.cscc.blitz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.When;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What a walk asks of departments, and what they are told. */
@CenterTest
class BlitzServicesTests extends BlitzOverHttp {
  @Autowired MessageSource messages;
  @Autowired Clock clock;

  @Test
  void rBlitz03WhoDidTheWorkOrWroteItDownDoesNotLookAgain() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor inside = who(Role.REPRESENTATIVE, "CDOT")) {
      String blitz = plan(facilitator, MADISON, Map.of());
      jdbc.sql("update blitz.part set state = 'YES', on_day = current_date, work_order = 'WO 1'")
          .update();
      jdbc.sql("update blitz.blitz set state = 'EXECUTED'").update();
      HttpResponse<String> own = inside.post(blitz + "/look", Map.of("version", "0", "block", "1"));
      assertThat(own.statusCode()).isEqualTo(403);
      assertThat(own.body()).contains("R-BLITZ-03");
      assertThat(inside.page(blitz + "/blocks/1").select("form[action$=/look]")).isEmpty();
      assertThat(facilitator.page(blitz + "/blocks/1").select("form[action$=/look]")).hasSize(1);
    }
  }

  @Test
  void whatIsNotFixedIsAskedForWhenNothingWasOrWhatWasIsClosed() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor representative = who(Role.REPRESENTATIVE, "MOCS")) {
      String blitz = plan(facilitator, MADISON, Map.of());
      walk(representative, blitz, 1, Map.of("count-POTHOLE", "3", "count-GRAFFITI_REMOVAL", "2"));
      String closed = code(askService(facilitator, "GRAFFITI_REMOVAL", MADISON));
      jdbc.sql("update services.task set state = 'VERIFIED'").update();
      jdbc.sql("update blitz.finding set task = ? where type = 'GRAFFITI_REMOVAL'")
          .param(closed)
          .update();
      jdbc.sql("update blitz.blitz set state = 'EXECUTED', walkers = 2").update();
      send(
          representative,
          representative.page(blitz + "/blocks/1"),
          "look",
          Map.of(
              "verdict-POTHOLE", "NOT_FIXED",
              "left-POTHOLE", "1",
              "verdict-GRAFFITI_REMOVAL", "CAME_BACK",
              "left-GRAFFITI_REMOVAL", "2"));
      assertThat(send(representative, representative.page(blitz), "rewalk", Map.of()).statusCode())
          .isEqualTo(302);
      assertThat(
              jdbc.sql("select type || ' ' || state from services.task order by 1")
                  .query(String.class)
                  .list())
          .containsExactly(
              "GRAFFITI_REMOVAL ROUTED", "GRAFFITI_REMOVAL VERIFIED", "POTHOLE ROUTED");
      assertThat(
              jdbc.sql(
                      "select count(*) from blitz.finding where again is not null and again is distinct from task")
                  .query(Integer.class)
                  .single())
          .isEqualTo(2);
    }
  }

  @Test
  void aDepartmentIsToldOnceOfAllThatAWalkAsksOfIt() {
    Players players = new Players(accounts);
    String roads = players.add(Role.DEPARTMENT_LIAISON, "CDOT");
    String cleaning = players.add(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor transportation = Visitor.of(roads, roads + "-password", port)) {
      StringBuilder blocks = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        blocks.append(4500 + i * 100).append(" W Madison St\n");
      }
      String blitz = plan(facilitator, blocks.toString(), Map.of());
      for (int block = 1; block <= 6; block++) {
        walk(
            facilitator,
            blitz,
            block,
            Map.of(
                "count-POTHOLE",
                "1",
                "note-POTHOLE",
                "At the alley",
                "count-GRAFFITI_REMOVAL",
                "2"));
      }
      send(facilitator, facilitator.page(blitz), "walk", Map.of("walkers", "2"));
      makeTasks(facilitator, blitz);
      assertThat(count("services.task")).isEqualTo(12);
      LocalDate due =
          jdbc.sql("select min(due_on) from services.task where department = 'CDOT'")
              .query(LocalDate.class)
              .single();
      assertThat(told(roads))
          .containsExactly(
              "asked 6," + code(blitz) + "," + due + " /services?view=OPEN&department=CDOT");
      assertThat(told(cleaning)).singleElement().asString().startsWith("asked 6," + code(blitz));
      Element notice = transportation.page("/notices").expectFirst("a[href$='department=CDOT']");
      assertThat(notice.text())
          .isEqualTo(
              "6 services are asked of you for the blitz "
                  + code(blitz)
                  + ", the first due "
                  + new When(messages, clock, Locale.ENGLISH).date(due));
      assertThat(transportation.page(notice.attr("href")).select("tbody tr")).hasSize(6);
      assertThat(transportation.page("/notices?language=es").text())
          .contains(
              "Se le piden 6 servicios para la jornada "
                  + code(blitz)
                  + ", el primero para el "
                  + new When(messages, clock, Locale.of("es")).date(due))
          .doesNotContain("alley");

      // All are said to be done, and nothing is: once more each department is told once.
      jdbc.sql("update services.task set state = 'COMPLETED', completed_at = now()").update();
      jdbc.sql("update blitz.finding set verdict = 'NOT_FIXED', remaining = found").update();
      jdbc.sql("update blitz.blitz set state = 'EXECUTED'").update();
      jdbc.sql(
              """
              insert into blitz.walk (blitz, block, look, by_account, at)
              select blitz, block, 'SECOND', by_account, at from blitz.walk
              """)
          .update();
      send(facilitator, facilitator.page(blitz), "rewalk", Map.of());
      assertThat(told(roads)).hasSize(2).last().asString().startsWith("owed-again 6,");
      assertThat(told(cleaning)).hasSize(2).last().asString().startsWith("owed-again 6,");
    }
  }

  @Test
  void whatIsOnlyOneOfADepartmentIsToldAsAnyOtherService() {
    String roads = new Players(accounts).add(Role.DEPARTMENT_LIAISON, "CDOT");
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS")) {
      String blitz = plan(facilitator, MADISON, Map.of());
      walk(facilitator, blitz, 1, Map.of("count-POTHOLE", "3"));
      send(facilitator, facilitator.page(blitz), "walk", Map.of("walkers", "2"));
      makeTasks(facilitator, blitz);
      String task = task("POTHOLE", "045XX W MADISON ST");
      assertThat(told(roads)).containsExactly("routed " + code(task) + " " + task);
      askService(facilitator, "POTHOLE", MONROE);
      String alone = task("POTHOLE", "045XX W MONROE ST");
      assertThat(told(roads)).last().isEqualTo("routed " + code(alone) + " " + alone);
    }
  }
}
