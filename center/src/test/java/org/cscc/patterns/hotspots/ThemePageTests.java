package org.cscc.patterns.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.incidents.Imports;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.ReviewWeek;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * M-9 from a coded circumstance to the page: who sees which theme. What outreach, residents and
 * partners said goes one way, so a police liaison and a department are never shown it, nor tensions
 * and links.
 */
@CenterTest
@TestPropertySource(properties = "cscc.test-home=themes") // a database of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThemePageTests {
  private static final String TEAM = "north-lawndale";
  private static final String SAID = "at a gathering";
  private static final String RECORDED = "lights were out";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired Imports imports;
  @Autowired Incidents incidents;
  @Autowired Recomputation recomputation;
  @Autowired Computations computations;

  private UUID coded = new UUID(0, 0);

  @BeforeAll
  void circumstancesAreCodedAndComputed() {
    Clusters clusters = new Clusters().scattered(60);
    for (int column = 0; column < 4; column++) {
      clusters.cluster(41.842, -87.742 + column * 0.017, 29);
    }
    clusters.into(imports);
    LocalDate today = LocalDate.now(ReviewWeek.CHICAGO);
    List<UUID> here =
        incidents
            .serious(access.forSystem(Capability.READ_INCIDENTS), today.minusDays(50), today, null)
            .stream()
            .filter(incident -> Integer.valueOf(29).equals(incident.area()))
            .map(IncidentFacts::id)
            .toList();
    assertThat(here).hasSizeGreaterThan(5);
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, TEAM)) {
      for (UUID incident : here) {
        code(facilitator, incident, "GATHERING", "OUTREACH");
        code(facilitator, incident, "DARK_STREET", "DEPARTMENT");
      }
    }
    coded = here.getFirst();
    assertThat(recomputation.ifThereIsSomethingNew()).isTrue();
    Findings findings = computations.newest().orElseThrow().findings();
    assertThat(findings.themes())
        .anyMatch(theme -> theme.codes().contains("CIRCUMSTANCE.GATHERING"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"FACILITATOR", "OUTREACH", "REPRESENTATIVE", "ADVOCATE"})
  void whoMayReadTensionsSeesWhatPeopleSaidAndTheWayToIt(Role role) {
    try (Visitor visitor = Visitor.as(role, accounts, port, TEAM)) {
      Document themes = visitor.page("/patterns/themes?language=en");
      assertThat(themes.select("tbody th").eachText()).contains(SAID, RECORDED);
      Document incident = visitor.page("/incidents/" + coded);
      assertThat(incident.select("main a[href=/patterns/circumstances/" + coded + "]")).hasSize(1);
      assertThat(visitor.get("/patterns/circumstances/" + coded).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"POLICE_LIAISON", "DEPARTMENT_LIAISON"})
  void aPoliceLiaisonAndADepartmentSeeWhatIsRecordedAndNothingThatPeopleSaid(Role role) {
    try (Visitor visitor = Visitor.as(role, accounts, port, TEAM)) {
      for (String language : new String[] {"en", "es"}) {
        Document page = visitor.page("/patterns/themes?language=" + language);
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(page.select("main").text()).doesNotContain("??");
      }
      Document themes = visitor.page("/patterns/themes?language=en");
      assertThat(themes.select("tbody th").eachText()).contains(RECORDED);
      assertThat(themes.text()).doesNotContain(SAID);
      for (String path :
          List.of(
              "/patterns/themes",
              "/patterns/hotspots",
              "/patterns/trends",
              "/patterns/hotspots/mark",
              "/incidents/" + coded)) {
        Document page = visitor.page(path);
        assertThat(page.select("a[href*=/patterns/links], a[href*=/patterns/circumstances]"))
            .as(role + " on " + path)
            .isEmpty();
      }
      assertThat(visitor.get("/patterns/themes.csv").body())
          .contains("DARK_STREET")
          .doesNotContain("GATHERING");
      assertThat(visitor.get("/patterns/links").statusCode()).isEqualTo(403);
      assertThat(visitor.get("/patterns/circumstances/" + coded).statusCode()).isEqualTo(403);
      assertThat(visitor.ask("/api/v1/hotspots", "Accept", "application/geo+json").body())
          .doesNotContain("GATHERING");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"POLICE_LIAISON", "DEPARTMENT_LIAISON"})
  void aThemeOfAnotherTeamIsClosed(Role role) {
    try (Visitor elsewhere = Visitor.as(role, accounts, port, "roseland")) {
      assertThat(elsewhere.page("/patterns/themes?language=en").text()).doesNotContain(RECORDED);
      assertThat(elsewhere.get("/patterns/themes?area=29").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void theFileHoldsNoThemeOfFewerThanFive() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String file = analyst.get("/patterns/themes.csv").body();
      assertThat(file).doesNotContain("GATHERING");
      file.lines()
          .skip(1)
          .forEach(line -> assertThat(Integer.parseInt(line.split(",", -1)[2])).isGreaterThan(4));
    }
  }

  private static void code(Visitor facilitator, UUID incident, String code, String source) {
    Map<String, String> said = Map.of("code", code, "confidence", "PROBABLE", "source", source);
    assertThat(facilitator.post("/patterns/circumstances/" + incident, said).statusCode())
        .isEqualTo(302);
  }
}
