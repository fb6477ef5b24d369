package org.cscc.patterns;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.incidents.ImportOptions;
import org.cscc.incidents.ImportOutcome;
import org.cscc.incidents.Imports;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages over an imported file: what they say, to whom, and in how many statements. */
@CenterTest
@Import(Statements.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatternsDataTests {
  private static final String WEEK = "week=2025-11-16";
  private static final LocalDate SATURDAY = LocalDate.of(2025, 11, 22);

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Imports imports;
  @Autowired Patterns patterns;
  @Autowired Access access;

  @BeforeAll
  void somethingHappened() throws IOException {
    bringIn(
        new CrimesFile()
            .homicide("2022-01-01T12:00", "001XX N STATE ST", 32, 41.8835, -87.6278)
            .shooting("2022-01-01T12:30", "001XX N STATE ST", 32, 41.8835, -87.6278)
            .shooting("2025-09-20T01:15", "015XX S PULASKI RD", 29, 41.8605, -87.7248)
            .shooting("2025-11-12T21:15", "015XX S PULASKI RD", 29, 41.8605, -87.7248)
            .homicide("2025-11-18T22:40", "015XX S PULASKI RD", 29, 41.8605, -87.7248)
            .shooting("2025-11-20T23:10", "016XX S KOMENSKY AVE", 29, 41.8590, -87.7262)
            .shooting("2025-11-21T23:10", "050XX W MADISON ST", 25, 41.8804, -87.7526));
  }

  @Test
  void theHeadlineAndTheNumbersAreThoseOfTheFile() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/patterns/areas/29?language=en&" + WEEK);
      assertThat(page.select("h1").text())
          .isEqualTo("2 people were killed or shot in North Lawndale");
      assertThat(page.select("main .lead").text()).contains("1 killed").contains("1 injured");
      Document city = analyst.page("/patterns/map?" + WEEK);
      assertThat(city.select("h1").text()).startsWith("3 people were killed or shot");
      assertThat(city.select("main tbody tr")).hasSize(3);
      assertThat(city.select("main svg")).isNotEmpty();
    }
  }

  @Test
  void openWindowsSayWhatOpenedThemAndUntilWhen() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String text = analyst.page("/patterns/areas/29?language=en&" + WEEK).select("main").text();
      assertThat(text).contains("3 near-repeat windows are open");
      assertThat(text).contains("Wed, Nov 26, 2025").contains("Wed, Nov 12, 2025");
    }
    Profile profile = patterns.area(access.forSystem(Capability.READ_PATTERNS), 29, SATURDAY);
    assertThat(profile.nearRepeats())
        .extracting(NearRepeat::ofOn)
        .contains(LocalDate.of(2025, 11, 12));
  }

  @Test
  void theBlockPageShowsArithmeticThatAddsUp() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/patterns/blocks/015xx-s-pulaski-rd?language=en&" + WEEK);
      assertThat(page.select("h1").text())
          .isEqualTo("015XX S PULASKI RD is number 1 of 1 blocks listed in North Lawndale");
      double sum =
          page.select("#why ~ table tbody tr:not(.total) td:last-child").eachText().stream()
              .mapToDouble(Double::parseDouble)
              .sum();
      double total = Double.parseDouble(page.select("tr.total td:last-child").text());
      // 4, 10 and 63 days old.
      assertThat(total).isEqualTo(2.511);
      assertThat(Math.abs(sum - total)).isLessThan(0.002);
    }
  }

  @Test
  void rPatterns01ABlockOfAnotherTeamIsRefused() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      HttpResponse<String> answer = facilitator.get("/patterns/blocks/015xx-s-pulaski-rd?" + WEEK);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("R-PATTERNS-01");
      Document map = facilitator.page("/patterns/map?" + WEEK);
      assertThat(map.select("main").text()).contains("050XX W MADISON").doesNotContain("PULASKI");
      assertThat(facilitator.get("/patterns/map.csv?" + WEEK).body()).doesNotContain("PULASKI");
    }
  }

  @Test
  void theFileHasTheRowsOfThePage() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/patterns/areas/29?" + WEEK);
      String file = analyst.get("/patterns/areas/29/incidents.csv?" + WEEK).body();
      assertThat(file.lines().count() - 1)
          .isEqualTo(page.select("#incidents ~ table tbody tr").size())
          .isEqualTo(3);
    }
  }

  @Test
  void allTeamsOfAWeekComeFromOneReading() {
    Map<String, Profile> teams = new HashMap<>();
    int sent =
        Statements.ofThisThread(
            () ->
                teams.putAll(patterns.teams(access.forSystem(Capability.READ_PATTERNS), SATURDAY)));
    assertThat(teams).hasSize(16);
    assertThat(sent).isBetween(1, 3);
    assertThat(requireNonNull(teams.get("austin")).numbers().week().all().count()).isEqualTo(1);
    Profile shared = requireNonNull(teams.get("little-village-douglas-park"));
    assertThat(shared.numbers().week().all().count()).isEqualTo(2);
  }

  @Test
  void aPageTakesTheSameFewStatementsHoweverManyIncidentsThereAre() throws IOException {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String path :
          new String[] {
            "/patterns/areas/66?",
            "/patterns/map?area=66&",
            "/patterns/blocks/001xx-n-state-st?",
            "/patterns?"
          }) {
        int few = statements(analyst, path + WEEK);
        CrimesFile more = new CrimesFile();
        for (int n = 0; n < 200; n++) {
          more.shooting(
              "2025-11-19T0" + n % 10 + ":15",
              (10 + n) + "XX W 63RD ST",
              66,
              41.7790,
              -87.70 + n * 0.0001);
        }
        bringIn(more);
        int many = statements(analyst, path + WEEK);
        assertThat(many).as(path).isEqualTo(few).isLessThanOrEqualTo(12);
      }
    }
  }

  /** Statements of the second opening: the first after an import reads the records. */
  private static int statements(Visitor visitor, String path) {
    visitor.page(path);
    return Statements.during(() -> visitor.page(path));
  }

  private void bringIn(CrimesFile crimes) throws IOException {
    Path file = Files.createTempFile("crimes", ".csv");
    file.toFile().deleteOnExit();
    Files.writeString(file, crimes.toString());
    assertThat(imports.apply(file, ImportOptions.feed("test")))
        .isInstanceOf(ImportOutcome.Applied.class);
  }
}
