package org.cscc.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.send;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
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

/** Services over real HTTP, by the forms that stand on the pages. */
@CenterTest
@Import(Statements.class)
class ServicePageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate services.task, services.step, services.evidence, services.dependency,"
                + " services.escalation, services.once")
        .update();
    jdbc.sql("delete from patterns.listed_block").update();
    jdbc.sql("delete from patterns.block_list").update();
    jdbc.sql("delete from evidence.picture where owner = 'service-task'").update();
  }

  @Test
  void anAlleyLightGoesFromTheWishToTheSecondLook() {
    listed("045XX W MADISON ST");
    try (Visitor representative = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin");
        Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor liaison = liaison("CDOT");
        Visitor sanitation = liaison("DSS")) {
      String task = ask(representative, "ALLEY_LIGHT_OUT", "4500 W Madison St");
      Document asked = representative.page(task);
      assertThat(asked.text()).contains("priority block", "within 5 business days", "waits for a");
      assertThat(sanitation.get(task).statusCode()).isEqualTo(404);
      assertThat(liaison.page("/notices").text()).contains("A service was asked for");
      assertThat(liaison.page("/services").select("h1").text())
          .isEqualTo("Your 1 service, 1 waiting for your yes or no");
      send(liaison, liaison.page(task), "acknowledge", Map.of());
      send(
          liaison,
          liaison.page(task),
          "block",
          Map.of("unblocks", "DSS", "needs", "The trees hide the pole"));
      assertThat(sanitation.page(task).text()).contains("The trees hide the pole");
      assertThat(sanitation.page(task).select("#history + ol").text())
          .as("of another organization its code, and nobody by name")
          .contains("CDOT,", "MOCS,")
          .doesNotContainPattern("\\S+ \\((CDOT|MOCS)\\)");
      assertThat(liaison.page(task).select("#history + ol").text())
          .containsPattern("\\S+-\\S+ \\(CDOT\\)")
          .doesNotContain("(MOCS)");
      assertThat(facilitator.page(task).select("#history + ol").text())
          .as("the center calls them, and sees whom")
          .contains("(CDOT)", "(MOCS)");
      send(liaison, liaison.page(task), "unblock", Map.of());
      HttpResponse<String> bare = send(liaison, liaison.page(task), "complete", Map.of());
      assertThat(bare.statusCode()).isEqualTo(422);
      assertThat(bare.body()).contains("R-COO-04");
      send(liaison, liaison.page(task), "complete", Map.of("crew", "WO 4711"));
      // She asked for it, so her word is not enough that it is done; that it is not, it is.
      Document own = representative.page(task);
      assertThat(own.select("form[action$=/verify]")).isEmpty();
      HttpResponse<String> forced =
          representative.post(task + "/verify", Map.of("version", value(own, "version")));
      assertThat(forced.statusCode()).isEqualTo(403);
      assertThat(forced.body()).contains("R-SERV-04");
      send(representative, own, "fail", Map.of("reason", "Two lamps are dark"));
      assertThat(liaison.page("/notices").text()).contains("A service was reopened");
      send(liaison, liaison.page(task), "complete", Map.of("crew", "WO 4712"));
      Document today = facilitator.page("/services/today");
      assertThat(today.select("h1").text()).isEqualTo("1 service to look at");
      send(facilitator, today, "verify", Map.of("said", "All lamps are lit"));
      assertThat(representative.page("/notices").text()).contains("seen to be done");
      Document history = representative.page(task);
      assertThat(history.select("#history + ol li")).hasSize(9);
      assertThat(history.text()).contains("All lamps are lit", "once").doesNotContain("??");
    }
  }

  @Test
  void rCoo01AWrongDepartmentPassesItOnAndSeesWhatBecomesOfIt() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor transportation = liaison("CDOT");
        Visitor buildings = liaison("DOB")) {
      String task = ask(facilitator, "LIGHT_POLE_DAMAGE", "4500 W Madison St");
      HttpResponse<String> nowhere =
          send(
              transportation,
              transportation.page(task),
              "reject",
              Map.of("why", "WRONG_DEPARTMENT", "reason", "It is on a building"));
      assertThat(nowhere.statusCode()).isEqualTo(422);
      assertThat(nowhere.body()).contains("R-COO-01");
      assertThat(
              send(
                      transportation,
                      transportation.page(task),
                      "reject",
                      Map.of(
                          "why", "WRONG_DEPARTMENT",
                          "reason", "It is on a building",
                          "department", "DOB"))
                  .statusCode())
          .isEqualTo(302);
      assertThat(buildings.page(task).text()).contains("It is on a building", "waits for a yes");
      assertThat(transportation.page(task).select("form[action$=/acknowledge]")).isEmpty();
      assertThat(jdbc.sql("select department from services.task").query(String.class).single())
          .isEqualTo("DOB");
    }
  }

  @Test
  void rCoo03ADuplicateClosesWithTheOtherAndBothWhoAskedAreTold() {
    try (Visitor one = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin");
        Visitor two = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin");
        Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor liaison = liaison("DSS")) {
      String parent = ask(one, "FLY_DUMPING", "4500 W Madison St");
      String child = ask(two, "FLY_DUMPING", "4500 W Madison St");
      String elsewhere = ask(two, "FLY_DUMPING", "4600 W Madison St");
      assertThat(
              send(facilitator, facilitator.page(elsewhere), "merge", Map.of("other", code(parent)))
                  .body())
          .contains("R-COO-03");
      send(facilitator, facilitator.page(child), "merge", Map.of("other", code(parent)));
      assertThat(liaison.page("/services").select("tbody tr")).hasSize(2);
      send(liaison, liaison.page(parent), "acknowledge", Map.of());
      send(liaison, liaison.page(parent), "complete", Map.of());
      send(facilitator, facilitator.page(parent), "verify", Map.of());
      assertThat(two.page(child).text()).contains("seen to be done", "Closed with the other one");
      assertThat(one.page("/notices").text()).contains(code(parent));
      assertThat(two.page("/notices").text()).contains("seen to be done: " + code(child));
    }
  }

  @Test
  void nothingIsBegunBeforeWhatItWaitsForIsDoneAndNothingWaitsForItself() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor lights = liaison("CDOT");
        Visitor trees = liaison("DSS")) {
      String light = ask(facilitator, "ALLEY_LIGHT_OUT", "4500 W Madison St");
      String trim = ask(facilitator, "TREE_TRIM", "4500 W Madison St");
      send(facilitator, facilitator.page(light), "need", Map.of("other", code(trim)));
      HttpResponse<String> around =
          send(facilitator, facilitator.page(trim), "need", Map.of("other", code(light)));
      assertThat(around.statusCode()).isEqualTo(409);
      assertThat(around.body()).contains("R-SERV-05");
      send(lights, lights.page(light), "acknowledge", Map.of());
      Document waiting = lights.page(light);
      assertThat(waiting.text()).contains("Has to be done before", code(trim));
      assertThat(waiting.select("form[action$=/start], form[action$=/complete]")).isEmpty();
      HttpResponse<String> forced =
          lights.post(light + "/start", Map.of("version", value(waiting, "version")));
      assertThat(forced.statusCode()).isEqualTo(409);
      assertThat(forced.body()).contains("R-SERV-05");
      send(trees, trees.page(trim), "acknowledge", Map.of());
      send(trees, trees.page(trim), "complete", Map.of());
      assertThat(lights.page("/notices").text()).contains("You can go on: " + code(trim));
      assertThat(send(lights, lights.page(light), "start", Map.of()).statusCode()).isEqualTo(302);

      // Once its own service is closed, there is nothing left to go on with.
      send(lights, lights.page(light), "complete", Map.of());
      send(facilitator, facilitator.page(trim), "fail", Map.of("reason", "The branch hangs there"));
      int before = freed(code(trim));
      send(trees, trees.page(trim), "complete", Map.of());
      assertThat(freed(code(trim))).isEqualTo(before).isPositive();
    }
  }

  @Test
  void whoWaitsForWhatWillNotBeDoneIsToldAndCanGoOn() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor lights = liaison("CDOT");
        Visitor trees = liaison("DSS")) {
      String light = ask(facilitator, "ALLEY_LIGHT_OUT", "4500 W Madison St");
      String trim = ask(facilitator, "TREE_TRIM", "4500 W Madison St");
      send(facilitator, facilitator.page(light), "need", Map.of("other", code(trim)));
      send(lights, lights.page(light), "acknowledge", Map.of());
      HttpResponse<String> no =
          send(
              trees,
              trees.page(trim),
              "reject",
              Map.of("why", "NOT_CITY_OWNED", "reason", "It stands on a private lot"));
      assertThat(no.statusCode()).isEqualTo(302);
      assertThat(lights.page("/notices").text())
          .contains("What your service waited for will not be done: " + code(trim))
          .doesNotContain("You can go on");
      assertThat(send(lights, lights.page(light), "start", Map.of()).statusCode()).isEqualTo(302);
    }
  }

  private int freed(String code) {
    return jdbc.sql(
            """
            select count(*) from notices.notice
            where kind = 'services.notice.freed' and path like '%' || ?
            """)
        .param(code)
        .query(Integer.class)
        .single();
  }

  @Test
  void aPhotoIsTakenWithTheLookAndSeenByWhoSeesTheTask() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor representative = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin");
        Visitor liaison = liaison("DSS");
        Visitor other = liaison("CDOT")) {
      String task = ask(facilitator, "CLEAN_VACANT_LOT", "4500 W Madison St");
      send(liaison, liaison.page(task), "acknowledge", Map.of());
      send(liaison, liaison.page(task), "complete", Map.of());
      Document page = representative.page(task);
      Map<String, String> fields = new HashMap<>();
      fields.put("version", value(page, "version"));
      fields.put("key", value(page, "key"));
      HttpResponse<String> text =
          representative.upload(task + "/verify", fields, "photo", "a.jpg", new byte[] {1, 2, 3});
      assertThat(text.statusCode()).isEqualTo(422);
      assertThat(text.body()).contains("R-EVID-02");
      HttpResponse<String> sent =
          representative.upload(task + "/verify", fields, "photo", "lot.png", picture());
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
      assertThat(
              representative
                  .upload(task + "/verify", fields, "photo", "lot.png", picture())
                  .statusCode())
          .as("sent twice over a bad line")
          .isEqualTo(302);
      String photo = liaison.page(task).select("img[src^=/evidence/]").attr("src");
      assertThat(liaison.get(photo).statusCode()).isEqualTo(200);
      assertThat(other.get(photo).statusCode()).isEqualTo(404);
      assertThat(
              jdbc.sql("select count(*) from evidence.picture where owner = 'service-task'")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void rCoo04OneOfFiveOfADepartmentsTasksIsLookedAt() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor liaison = liaison("DOB")) {
      for (int i = 0; i < 10; i++) {
        String task = ask(facilitator, "VACANT_BUILDING", (4500 + i * 100) + " W Madison St");
        send(liaison, liaison.page(task), "acknowledge", Map.of());
        send(liaison, liaison.page(task), "complete", Map.of());
      }
      assertThat(facilitator.page("/services/today").select("h1").text())
          .isEqualTo("2 services to look at");
      // R-COO-06: after seven days every one of them stands among those to be looked at.
      jdbc.sql("update services.task set recheck_on = current_date - 1").update();
      assertThat(facilitator.page("/services/today").select("h1").text())
          .isEqualTo("10 services to look at");
      try (Visitor elsewhere = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
        assertThat(elsewhere.page("/services/today").select("form[action$=/fail]"))
            .as("blocks of another team")
            .isEmpty();
      }
      assertThat(facilitator.page("/services/today").select("form[action$=/fail]")).hasSize(10);
    }
  }

  @Test
  void theDayIsOfTheAreasOfWhoeverLooksAndTellsHowManyThereAre() {
    fill("CDOT", true, 45);
    jdbc.sql("update services.task set sampled = true").update();
    jdbc.sql(
            """
            update services.task set area = 68
            where code in (select code from services.task order by code limit 3)
            """)
        .update();
    try (Visitor named = representative(25);
        Visitor nowhere = Visitor.as(Role.REPRESENTATIVE, accounts, port);
        Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port)) {
      Document first = named.page("/services/today");
      assertThat(first.select("h1").text())
          .as("the area that is named for the account, and no other")
          .isEqualTo("42 services to look at");
      assertThat(first.select("form[action$=/verify]")).hasSize(40);
      assertThat(first.expectFirst(".pages").text()).contains("Showing 40 of 42");
      Document second = named.page(first.expectFirst(".pages a[href*=page=2]").attr("href"));
      assertThat(second.select("form[action$=/verify]")).hasSize(2);
      int statements = Statements.during(() -> named.page("/services/today"));
      jdbc.sql("delete from services.task where area = 25").update();
      assertThat(Statements.during(() -> named.page("/services/today"))).isEqualTo(statements);
      Document none = nowhere.page("/services/today");
      assertThat(none.select("form[action$=/verify]")).isEmpty();
      assertThat(none.text()).contains("no team and no area").doesNotContain("??");
      assertThat(facilitator.page("/services/today").select("h1").text())
          .as("a facilitator works in the whole city")
          .isEqualTo("3 services to look at");
    }
  }

  /** A representative without a team, for whom an area is named. */
  private Visitor representative(int area) {
    String name = "s-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name,
        "Somebody",
        Role.REPRESENTATIVE,
        new Seats("MOCS", Set.of(), Set.of(area), null),
        name + "-password");
    return Visitor.of(name, name + "-password", port);
  }

  @Test
  void measuresStandSideBySideWithTheirNAndTooFewAreNotTold() {
    listed("045XX W MADISON ST");
    fill("DSS", true, 7);
    fill("DSS", false, 4);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor liaison = liaison("DSS");
        Visitor other = liaison("CDOT")) {
      Document all = director.page("/services/departments");
      Element onTime = all.select("table:has(caption:contains(Done by its day))").getFirst();
      assertThat(onTime.select("tbody tr td").eachText())
          .containsExactly("100 % (65 to 100 %, n = 7)", "fewer than 5: not told");
      assertThat(all.text()).contains("as of", "the sum of both columns").doesNotContain("??");
      assertThat(liaison.page("/services/departments/DSS").select("h1").text())
          .contains("Department of Streets and Sanitation");
      assertThat(other.get("/services/departments/DSS").statusCode()).isEqualTo(404);
      assertThat(other.page("/services/departments").select("tbody tr")).isEmpty();
    }
  }

  @Test
  void listsTakeAFixedNumberOfStatementsAndEveryPageIsThereInSpanish() {
    fill("CDOT", false, 3);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor representative = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin")) {
      director.page("/services?view=ALL");
      int few = Statements.during(() -> director.page("/services?view=ALL"));
      int measured = Statements.during(() -> director.page("/services/departments"));
      fill("CDOT", true, 40);
      assertThat(Statements.during(() -> director.page("/services?view=ALL"))).isEqualTo(few);
      assertThat(Statements.during(() -> director.page("/services/departments")))
          .isEqualTo(measured);
      String code = jdbc.sql("select code from services.task limit 1").query(String.class).single();
      for (String path :
          new String[] {
            "/services",
            "/services/tasks/" + code,
            "/services/departments",
            "/services/departments/CDOT",
            "/services/types"
          }) {
        assertThat(director.page(path + "?language=es").text())
            .as(path)
            .doesNotContain("??", "{0}");
      }
      assertThat(representative.page("/services/new?language=es").text()).doesNotContain("??");
      assertThat(representative.page("/services/today?language=es").text()).doesNotContain("??");
      assertThat(director.get("/services/list.csv?view=ALL").body().lines()).hasSize(44);
      Document types = analyst.page("/services/types");
      Element form = types.select("form[action$=/POTHOLE]").getFirst();
      Map<String, String> wish = new HashMap<>();
      wish.put("version", form.select("input[name=version]").val());
      wish.put("department", "CDOT");
      wish.put("days", "12");
      wish.put("priorityDays", "13");
      assertThat(analyst.post("/services/types/POTHOLE", wish).statusCode()).isEqualTo(422);
      wish.put("priorityDays", "6");
      assertThat(analyst.post("/services/types/POTHOLE", wish).statusCode()).isEqualTo(302);
      assertThat(analyst.post("/services/types/POTHOLE", wish).statusCode()).isEqualTo(409);
    }
  }

  private void fill(String department, boolean priority, int tasks) {
    jdbc.sql(
            """
            insert into services.task (id, code, type, area, block, source, priority, state,
              department, requested_by, requested_org, requested_at, due_on, acknowledged_at,
              completed_at, changed_at)
            select gen_random_uuid(), upper(lpad(to_hex((select count(*) from services.task) + i), 4, '0'))
                || '-' || upper(substr(md5(:priority || :department), 1, 4)),
              'FLY_DUMPING', 25, '045XX W MADISON ST', 'TEAM', :priority, 'COMPLETED', :department,
              'system', 'MOCS', now() - interval '9 days', current_date - 2,
              now() - interval '9 days', now() - interval '2 days', now()
            from generate_series(1, :tasks) i
            """)
        .param("priority", priority)
        .param("department", department)
        .param("tasks", tasks)
        .update();
  }

  private void listed(String block) {
    jdbc.sql(
            """
            insert into patterns.block_list values (1, '2020-Q1', '2020-01-01', 'system', now())
            """)
        .update();
    jdbc.sql("insert into patterns.listed_block values (1, ?, 25, 'RESIDENTS')")
        .param(block)
        .update();
  }

  private Visitor liaison(String organization) {
    String name = new Crowd(accounts).add(Role.DEPARTMENT_LIAISON, organization);
    return Visitor.of(name, name + "-password", port);
  }

  /** Asks by the form; the address of the task. */
  private static String ask(Visitor visitor, String type, String block) {
    Map<String, String> wish = new HashMap<>();
    wish.put("key", UUID.randomUUID().toString());
    wish.put("type", type);
    wish.put("area", "25");
    wish.put("block", block);
    wish.put("source", "WALK");
    HttpResponse<String> made = visitor.post("/services/new", wish);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static String code(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static String value(Document page, String name) {
    return page.select("form input[name=" + name + "]").getFirst().val();
  }

  private static byte[] picture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
