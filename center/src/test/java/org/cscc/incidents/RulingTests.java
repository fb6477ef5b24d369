package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An analyst's word against the feed's: both are kept, and the later file does not win. */
@CenterTest
class RulingTests {
  private static final String HEADER =
      "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Community Area,Latitude,Longitude\n";
  private static final String THEFT =
      "%s1,RU%s1,07/01/1998 11:30:00 AM,010XX S KOSTNER AVE,0820,THEFT,OVER $500,29,,\n";
  private static final String KILLING =
      "%s2,RU%s2,07/02/1998 11:30:00 PM,010XX S KOSTNER AVE,0110,HOMICIDE,FIRST DEGREE"
          + " MURDER,29,,\n";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Imports imports;
  @Autowired JdbcClient jdbc;
  @TempDir Path directory;
  private String mark = "";
  private String rows = "";

  @BeforeEach
  void bringIn(TestInfo test) throws IOException {
    mark = Integer.toString(8000 + Math.floorMod(test.getDisplayName().hashCode(), 900));
    rows = HEADER + (THEFT + KILLING).replace("%s", mark);
    bring(rows);
  }

  @Test
  void whatAnAnalystSetsAsideCountsNoMoreAndItsHistorySaysWhy() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      long before = homicides(analyst);
      Document form = analyst.page(address("2") + "/standing");
      assertThat(form.select("input[name=reason]")).hasSize(7);
      assertThat(send(analyst, "2", version("2"), "CLOSED_UNFOUNDED")).isEqualTo(302);
      assertThat(homicides(analyst)).isEqualTo(before - 1);
      Document page = analyst.page(address("2"));
      assertThat(page.select("#standing").text())
          .contains("closed the report as unfounded", "What the feed says: It counts");
      assertThat(page.select("main tbody tr")).hasSize(2);
      assertThat(page.select("main tbody tr").get(0).text()).contains("Unfounded", "v-", "closed");
      assertThat(page.select("main tbody tr").get(1).text()).contains("It counts", "The feed");
      assertThat(analyst.page("/incidents/set-aside").select("a[href=" + address("2") + "]"))
          .hasSize(1);
    }
  }

  @Test
  void theSameOldWordOfTheFeedDoesNotUndoIt() throws IOException {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String row : new String[] {"1", "2"}) {
        send(analyst, row, version(row), "EXPRESSWAY");
        int ruled = version(row);
        bring(rows);
        assertThat(version(row)).isEqualTo(ruled);
        bring(rows.replace("010XX S KOSTNER", "011XX S KOSTNER"));
        assertThat(version(row)).as("a correction is a version").isEqualTo(ruled + 1);
        assertThat(standing(row)).isEqualTo("OUT_OF_SCOPE|COUNTED");
        assertThat(analyst.page(address(row)).select("#standing").text())
            .contains("told something new");
        bring(rows);
      }
    }
  }

  @Test
  void undoingGivesTheWordBackToTheFeedAndBothStayInTheHistory() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      long before = homicides(analyst);
      send(analyst, "2", version("2"), "DUPLICATE");
      assertThat(send(analyst, "2", version("2"), "MISTAKEN")).isEqualTo(302);
      assertThat(homicides(analyst)).isEqualTo(before);
      assertThat(standing("2")).isEqualTo("COUNTED|null");
      Document page = analyst.page(address("2"));
      assertThat(page.select("#standing")).isEmpty();
      assertThat(page.select("main tbody tr")).hasSize(3);
      assertThat(page.text()).contains("the mark was a mistake", "under another case number");
    }
  }

  @Test
  void whoLooksAtAnOlderVersionAndWhoGivesNoReasonChangesNothing() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      int seen = version("2");
      send(analyst, "2", seen, "DUPLICATE");
      assertThat(send(analyst, "2", seen, "EXPRESSWAY")).isEqualTo(409);
      assertThat(send(analyst, "2", version("2"), "DUPLICATE")).isEqualTo(409);
      assertThat(send(analyst, "1", version("1"), "MISTAKEN")).isEqualTo(409);
      assertThat(send(analyst, "1", version("1"), "")).isEqualTo(422);
      assertThat(version("1")).isEqualTo(1);
    }
  }

  @Test
  void aFacilitatorReadsTheReasonAndMayNotRule() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "north-lawndale")) {
      assertThat(facilitator.page(address("2")).select("a[href$=/standing]")).isEmpty();
      assertThat(facilitator.get(address("2") + "/standing").statusCode()).isEqualTo(403);
      assertThat(send(facilitator, "2", 1, "DUPLICATE")).isEqualTo(403);
    }
  }

  private int send(Visitor visitor, String row, int version, String reason) {
    HttpResponse<String> answer =
        visitor.post(
            address(row) + "/standing",
            Map.of("version", Integer.toString(version), "reason", reason));
    return answer.statusCode();
  }

  private static long homicides(Visitor visitor) {
    String body =
        visitor
            .get(
                "/api/v1/counts?measure=victimizations&type=HOMICIDE&by=month&from=1998-07-01"
                    + "&to=1998-07-31")
            .body();
    java.util.regex.Matcher count =
        java.util.regex.Pattern.compile("\"count\":(\\d+)").matcher(body);
    return count.find() ? Long.parseLong(count.group(1)) : 0;
  }

  private void bring(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("feed.csv"), text);
    assertThat(imports.apply(file, ImportOptions.feed("test")))
        .isInstanceOf(ImportOutcome.Applied.class);
  }

  private String address(String row) {
    return "/incidents/" + value("id", row);
  }

  private int version(String row) {
    return Integer.parseInt(value("version", row));
  }

  private String standing(String row) {
    return value("standing", row) + "|" + value("coalesce(standing_told, 'null')", row);
  }

  private String value(String column, String row) {
    return jdbc.sql("select cast(" + column + " as text) from incidents.incident where ref = ?")
        .param("RU" + mark + row)
        .query(String.class)
        .single();
  }
}
