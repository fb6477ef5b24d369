package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages and the numbers for programs, as a browser without a script gets them. */
@CenterTest
class IncidentPagesTests {
  private static final String ROWS =
      """
      ID,Case Number,Date,Block,IUCR,Primary Type,Description,Community Area,Latitude,Longitude
      9901,QQ9901,06/01/1999 11:30:00 PM,010XX S KOSTNER AVE,0110,HOMICIDE,FIRST DEGREE MURDER,29,,
      9902,QQ9901,06/01/1999 11:30:00 PM,010XX S KOSTNER AVE,0110,HOMICIDE,FIRST DEGREE MURDER,29,,
      9903,QQ9903,06/02/1999 00:00:00 AM,010XX S KOSTNER AVE,041A,BATTERY,AGGRAVATED: HANDGUN,29,,
      9904,QQ9904,06/02/1999 12:00:00 AM,010XX S KOSTNER AVE,041A,BATTERY,AGGRAVATED: HANDGUN,25,,
      9905,QQ9905,06/30/1999 12:00:00 AM,010XX S KOSTNER AVE,0820,THEFT,OVER $500,,,
      9906,QQ9906,07/01/1999 12:00:00 AM,010XX S KOSTNER AVE,0820,THEFT,OVER $500,29,,
      """;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Imports imports;
  @Autowired ImportLog log;
  @TempDir Path directory;
  private ImportOutcome outcome =
      new ImportOutcome.Refused(TimeOrderedIds.next(), "", java.util.List.of());

  @BeforeEach
  void bringIn() throws IOException {
    Path file = directory.resolve("june.csv");
    Files.writeString(file, ROWS);
    outcome = imports.apply(file, ImportOptions.feed("test"));
    assertThat(outcome).isInstanceOf(ImportOutcome.Applied.class);
  }

  @Test
  void countsAreExactBothDaysIncluded() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String june = "&from=1999-06-01&to=1999-06-30";
      assertThat(
              body(
                  analyst, "measure=victimizations&type=HOMICIDE,NONFATAL_SHOOTING&by=area" + june))
          .contains("\"area\":25,", "\"area\":29,", "\"unmapped\":0", "\"asOf\":\"")
          .containsPattern("\"area\":29,[^}]*\"count\":2");
      assertThat(body(analyst, "measure=incidents&type=HOMICIDE&by=month" + june))
          .containsPattern("\"start\":\"1999-06-01\",\"count\":1");
      assertThat(body(analyst, "measure=incidents&by=week" + june))
          .contains("\"start\":\"1999-05-30\",\"count\":2", "\"unmapped\":1");
    }
  }

  @Test
  void aWrongParameterIsAProblemWithItsRule() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer =
          analyst.get("/api/v1/counts?by=ward&from=1999-06-01&to=1999-06-30");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("R-API-01", "ward");
    }
  }

  @Test
  void aParameterThatIsMissingIsNamed() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> answer = analyst.get("/api/v1/counts?by=area&from=1999-06-01");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("R-API-01", "The parameter to is missing");
      assertThat(analyst.get("/api/v1/counts?by=ward").body()).contains("ward");
    }
  }

  @Test
  void aFacilitatorCountsTheOwnAreasOnly() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      assertThat(body(facilitator, "measure=victimizations&by=area&from=1999-06-01&to=1999-06-30"))
          .contains("\"area\":25,")
          .doesNotContain("\"area\":29,");
    }
  }

  @Test
  void theListLeadsToTheRecordAndItsVersions() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document list = analyst.page("/incidents?from=1999-06-01&to=1999-06-30&area=29");
      assertThat(list.select("main tbody tr")).hasSize(1);
      Document record = analyst.page(list.select("main tbody a").attr("href"));
      assertThat(record.select("main tbody tr")).hasSize(1);
      assertThat(record.text()).contains("North Lawndale", "010XX S KOSTNER AVE");
      assertThat(analyst.get("/incidents/list.csv?from=1999-06-01&to=1999-06-30").body().lines())
          .hasSize(3);
    }
  }

  @Test
  void anImportShowsItsCountsAndItsRejects() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/incidents/imports/" + outcome.importId());
      assertThat(page.text()).contains("R-IMP-43", "06/02/1999 00:00:00 AM");
      assertThat(analyst.page("/incidents/imports?language=es").text()).contains("june.csv");
      assertThat(analyst.get("/incidents/imports/" + outcome.importId() + "/rejects.csv").body())
          .contains("3,4,Date,06/02/1999 00:00:00 AM,R-IMP-43,");
      assertThat(analyst.get("/api/v1/imports/" + outcome.importId()).body())
          .contains("\"rowsRead\":6", "\"accepted\":5", "\"rejected\":1");
    }
  }

  @Test
  void anImportListsWhatItMovedInBothLanguages() throws IOException {
    Path file = directory.resolve("corrected.csv");
    Files.writeString(file, ROWS.replace("AGGRAVATED: HANDGUN,25", "AGGRAVATED: HANDGUN,26"));
    UUID corrected = imports.apply(file, ImportOptions.feed("test")).importId();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/incidents/imports/" + corrected);
      assertThat(page.select("caption:contains(1 of 1 incidents)")).hasSize(1);
      assertThat(page.select("td[data-label=Before]").text()).contains("Austin");
      assertThat(page.select("td[data-label='As known now']").text())
          .contains("West Garfield Park");
      assertThat(analyst.page("/incidents/imports/" + corrected + "?language=es").text())
          .contains("Lo que este archivo corrigió");
    }
  }

  @Test
  void rejectsGoOnUntilTheLastOne() throws IOException {
    Path file = directory.resolve("bad.csv");
    String header = ROWS.substring(0, ROWS.indexOf('\n') + 1);
    Files.writeString(file, header + "1,QQ1,never,,0820,THEFT,X,29,,\n".repeat(250));
    UUID bad = imports.apply(file, ImportOptions.feed("test")).importId();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document first = analyst.page("/incidents/imports/" + bad);
      assertThat(first.select("main tbody tr")).hasSize(200);
      Document second = analyst.page(first.select("main a[href*=after]").attr("href"));
      assertThat(second.select("main tbody tr")).hasSize(50);
      assertThat(second.select("main a[href*=after]")).isEmpty();
    }
  }

  @Test
  void anImportUnderWayLooksAgainByItselfUntilItHasEnded() {
    UUID id = TimeOrderedIds.next();
    log.open(id, "waiting.csv", "test", Instant.now(), Instant.now());
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document waiting = analyst.page("/incidents/imports/" + id);
      assertThat(waiting.select("#import[hx-trigger='every 2s'][hx-get$=" + id + "]")).hasSize(1);
      assertThat(waiting.select("a#look-again")).hasSize(1);
      log.stopped(id, "REFUSED", "R-IMP-02", null, null, 0, Instant.now());
      assertThat(analyst.page("/incidents/imports/" + id).select("[hx-trigger]")).isEmpty();
    }
  }

  @Test
  void whoMayNotImportSeesNoImports() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      assertThat(facilitator.get("/incidents/imports").statusCode()).isEqualTo(403);
    }
  }

  private static String body(Visitor visitor, String query) {
    HttpResponse<String> answer = visitor.get("/api/v1/counts?" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
