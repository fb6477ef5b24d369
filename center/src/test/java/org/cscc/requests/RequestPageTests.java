package org.cscc.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests over real HTTP, by the forms that stand on the pages. */
@CenterTest
@Import(Statements.class)
class RequestPageTests {
  private static final String ONE = "SR23-00000001";

  @LocalServerPort int port;
  @Autowired RequestImport imports;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;
  private CityFiles city;

  @BeforeEach
  void empty() {
    city = new CityFiles(imports, jdbc, folder);
    city.empty();
    city.list(CityFiles.today().minusDays(400));
  }

  @Test
  void withoutAFileThePagesSayWhichCommandTakesOneIn() {
    try (Visitor representative = who(Role.REPRESENTATIVE, "MOCS")) {
      for (String path : List.of("/requests", "/requests/looks", "/requests/speed")) {
        assertThat(representative.page(path).text()).contains("./cscc import requests FILE");
        assertThat(representative.page(path + "?language=es").text()).doesNotContain("??", "{0}");
      }
    }
  }

  @Test
  void rCoo06NotFixedIsAskedOfTheDepartmentInTheSameMomentAndOnce() {
    city.bring(closed(ONE), closed("SR23-00000002"));
    try (Visitor representative = who(Role.REPRESENTATIVE, "MOCS");
        Visitor liaison = who(Role.DEPARTMENT_LIAISON, "CDOT")) {
      assertThat(representative.page("/").text())
          .contains("2 requests that the City closed are to be looked at");
      Document looks = representative.page("/requests/looks");
      assertThat(looks.select("article")).hasSize(2);
      Map<String, String> form = form(looks, ONE + "/not-fixed");
      form.put("note", "Three lamps are dark");
      HttpResponse<String> done = representative.post("/requests/" + ONE + "/not-fixed", form);
      assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
      assertThat(representative.post("/requests/" + ONE + "/not-fixed", form).statusCode())
          .as("sent twice over a bad line")
          .isEqualTo(302);
      assertThat(
              city.one("select source || ' ' || city_number || ' ' || priority from services.task"))
          .isEqualTo("CITY_311 " + ONE + " true");
      send(representative, looks, "SR23-00000002/not-fixed");
      assertThat(city.count("services.task")).as("R-COO-03: not asked twice").isOne();
      assertThat(representative.page("/requests/looks").select("article")).isEmpty();
      Document page = liaison.page("/requests/" + ONE);
      String code = city.one("select code from services.task");
      assertThat(page.select("a[href$=" + code + "]")).isNotEmpty();
      assertThat(page.text()).contains("Three lamps are dark", "Seen not to be fixed");
      assertThat(page.select("form[action$=/fixed]")).isEmpty();
    }
  }

  @Test
  void rCoo06NotFixedReopensWhatItsDepartmentSaysIsDoneThere() {
    city.bring(closed(ONE), closed("SR23-00000002"));
    try (Visitor representative = who(Role.REPRESENTATIVE, "MOCS");
        Visitor liaison = who(Role.DEPARTMENT_LIAISON, "CDOT")) {
      HttpResponse<String> asked =
          representative.post(
              "/services/new",
              Map.of(
                  "type", "ALLEY_LIGHT_OUT",
                  "area", "25",
                  "block", "4500 W Madison St",
                  "source", "WALK"));
      String task = asked.headers().firstValue("Location").orElseThrow();
      jdbc.sql(
              "update services.task set state = 'COMPLETED', completed_at = now(),"
                  + " recheck_on = current_date + 7")
          .update();
      Document looks = representative.page("/requests/looks");
      Map<String, String> form = form(looks, ONE + "/not-fixed");
      form.put("note", "Three lamps are dark");
      assertThat(representative.post("/requests/" + ONE + "/not-fixed", form).statusCode())
          .isEqualTo(302);
      assertThat(city.one("select state || ' ' || reopened from services.task"))
          .as("one service, owed again")
          .isEqualTo("REOPENED 1");
      assertThat(liaison.page(task).text()).contains("311 " + ONE + ": Three lamps are dark");
      assertThat(liaison.page("/notices").text()).contains("A service was reopened");
      assertThat(liaison.page("/requests/" + ONE).select("a[href$=" + task + "]")).isNotEmpty();
      // The next one about the same finds it owed.
      send(representative, looks, "SR23-00000002/not-fixed");
      assertThat(city.count("services.task")).isOne();
    }
  }

  @Test
  void aNameInTheNoteIsHeldBackAndNothingIsSaved() {
    city.bring(closed(ONE));
    try (Visitor representative = who(Role.REPRESENTATIVE, "MOCS")) {
      Map<String, String> form = form(representative.page("/requests/" + ONE), ONE + "/not-fixed");
      form.put("note", "Call Maria Gonzalez at 312-555-0188");
      HttpResponse<String> held = representative.post("/requests/" + ONE + "/not-fixed", form);
      assertThat(held.statusCode()).isBetween(200, 499);
      assertThat(city.one("select state from requests.follow")).isEqualTo("CLOSED_BY_CITY");
      assertThat(city.count("services.task")).isZero();
    }
  }

  @Test
  void whoWasFasterIsNamedAndNothingIsLost() {
    city.bring(closed(ONE));
    try (Visitor representative = who(Role.REPRESENTATIVE, "MOCS");
        Visitor facilitator = who(Role.FACILITATOR, "MOCS")) {
      Map<String, String> late = form(representative.page("/requests/" + ONE), ONE + "/not-fixed");
      late.put("note", "Still dark");
      send(facilitator, facilitator.page("/requests/" + ONE), ONE + "/fixed");
      HttpResponse<String> stale = representative.post("/requests/" + ONE + "/not-fixed", late);
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).contains("Somebody was faster", "Nothing was saved");
      assertThat(city.count("services.task")).isZero();
    }
  }

  @Test
  void theListTurnsItsPagesByKeyAndTakesAFixedNumberOfStatements() {
    city.bring(CityFiles.row(ONE));
    try (Visitor analyst = who(Role.ANALYST, "MOCS")) {
      int few = Statements.during(() -> analyst.page("/requests"));
      List<CityFiles.Row> rows = new ArrayList<>();
      for (int i = 10; i < 70; i++) {
        rows.add(CityFiles.row("SR23-000001" + i).at("5512", "LAKE", "25"));
      }
      city.bring(rows.toArray(CityFiles.Row[]::new));
      Document first = analyst.page("/requests");
      assertThat(first.select("tbody tr")).hasSize(25);
      assertThat(first.expectFirst("tbody tr").text()).contains("priority block");
      Set<String> seen = new java.util.HashSet<>(links(first));
      Document next = first;
      while (!next.select(".pages a[href*=after]").isEmpty()) {
        next = analyst.page(next.select(".pages a[href*=after]").attr("href"));
        seen.addAll(links(next));
      }
      assertThat(seen).hasSize(61);
      assertThat(Statements.during(() -> analyst.page("/requests"))).isEqualTo(few);
      assertThat(analyst.page("/requests?block=4500+W+Madison+St").select("tbody tr")).hasSize(1);
      assertThat(analyst.page("/requests?area=68").select("tbody tr")).isEmpty();
      assertThat(analyst.get("/requests?after=1_x_y").statusCode()).isEqualTo(422);
      assertThat(analyst.get("/requests/NONE-1").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aRequestShowsWhatItRepeatsAndWhatRepeatsIt() {
    city.bring(closed(ONE), CityFiles.row("SR23-00000002").repeats(ONE));
    try (Visitor liaison = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      assertThat(liaison.page("/requests/" + ONE).select("a[href$=SR23-00000002]")).hasSize(1);
      Document child = liaison.page("/requests/SR23-00000002");
      assertThat(child.select("dd a[href$=" + ONE + "]")).hasSize(1);
      assertThat(child.text()).contains("is followed with that one");
      assertThat(liaison.page("/requests/SR23-00000002?language=es").text())
          .doesNotContain("??", "{0}");
    }
  }

  @Test
  void priorityBlocksStandBesideOthersWithWhatIsLeftOut() {
    List<CityFiles.Row> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(closed("SR23-0000010" + i));
    }
    for (int i = 0; i < 3; i++) {
      rows.add(closed("SR23-0000020" + i).at("5512", "LAKE", "25"));
    }
    rows.add(closed("SR23-00000300").at("", "", "25"));
    rows.add(closed("SR23-00000301").repeats("SR23-00000100"));
    rows.add(closed("SR23-00000302").closed("Canceled", CityFiles.daysAgo(8)));
    city.bring(rows.toArray(CityFiles.Row[]::new));
    try (Visitor representative = who(Role.REPRESENTATIVE, "MOCS")) {
      send(representative, representative.page("/requests/looks"), "SR23-00000100/not-fixed");
      Document page = representative.page("/requests/speed");
      Element line = page.expectFirst("tbody tr");
      assertThat(line.text())
          .contains(
              "n = 6", "n = 3", "fewer than 5", "1 of 1 that was looked at", "5 not looked at yet");
      assertThat(page.text())
          .contains("As of", "1 without a block or an area, 1 that repeat another, 1 canceled");
      assertThat(representative.page("/requests/speed?by=department").text()).contains("CDOT");
      HttpResponse<String> file = representative.get("/requests/speed.csv");
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.body()).contains("ALLEY_LIGHT_OUT,priority,6", "ALLEY_LIGHT_OUT,other,3,,");
      assertThat(representative.get("/requests/speed?from=2026-02-01&to=2026-01-01").statusCode())
          .isEqualTo(422);
      assertThat(representative.page("/requests/speed?language=es").text())
          .doesNotContain("??", "{0}");
    }
  }

  private static CityFiles.Row closed(String number) {
    return CityFiles.row(number).closed("Completed", CityFiles.daysAgo(9));
  }

  private static List<String> links(Document page) {
    return page.select("tbody th a").eachAttr("href");
  }

  private static Map<String, String> form(Document page, String action) {
    Map<String, String> all = new HashMap<>();
    page.expectFirst("form:has([formaction$=/%1$s]), form[action$=/%1$s]".formatted(action))
        .select("input[type=hidden]")
        .forEach(input -> all.put(input.attr("name"), input.val()));
    return all;
  }

  private static void send(Visitor visitor, Document page, String action) {
    HttpResponse<String> done = visitor.post("/requests/" + action, form(page, action));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
  }

  private Visitor who(Role role, String organization) {
    String name = "q-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name, "Somebody", role, Seats.in(organization, Set.of("austin")), name + "-password");
    return Visitor.of(name, name + "-password", port);
  }
}
