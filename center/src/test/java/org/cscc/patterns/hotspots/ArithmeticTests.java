package org.cscc.patterns.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.incidents.Imports;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.HotSpotDoor;
import org.cscc.patterns.HotSpotLine;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What was found, told so that anybody can count it again: on maps, in tables and to other rooms.
 */
@CenterTest
@TestPropertySource(properties = "cscc.test-home=arithmetic") // a database of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArithmeticTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired Imports imports;
  @Autowired Recomputation recomputation;
  @Autowired Computations computations;
  @Autowired HotSpotDoor door;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  void thereAreClusters() {
    Clusters.sixteen().into(imports);
    assertThat(recomputation.ifThereIsSomethingNew()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spots", "density", "alerts", "windows", "trends"})
  void rHot02EveryMapStatesAsOfLagNAndMethod(String layer) {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String language : new String[] {"en", "es"}) {
        Document page = analyst.page("/patterns/hotspots?layer=" + layer + "&language=" + language);
        String note = page.select(".picture-note").text();
        assertThat(note).contains("n = 344");
        assertThat(note).contains(language.equals("en") ? "newest record" : "registro más nuevo");
        assertThat(note).containsPattern("[0-9]{4}[).]|100 m|14 (days|días)");
        assertThat(page.select("main .as-of").text()).containsPattern("(As of|Al) ");
        assertThat(page.select("main").text()).doesNotContain("??");
      }
    }
  }

  @Test
  void whatIsInTheListIsInTheMapAndCanBeDrawnAgainWhenItIsZoomed() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String layer : new String[] {"spots", "density", "alerts"}) {
        Document page = analyst.page("/patterns/hotspots?layer=" + layer + "&language=en");
        assertThat(page.select("div[data-map][data-zoom] svg")).as(layer).hasSize(1);
        assertThat(page.select("script[src$=map.js]")).hasSize(1);
        assertThat(page.select("svg path[data-rings]"))
            .as(layer)
            .isNotEmpty()
            .allMatch(path -> path.attr("data-rings").startsWith("[[[-87."));
        for (org.jsoup.nodes.Element row : page.select("tr[data-shows]")) {
          String id = "findings-" + layer + "-" + row.attr("data-shows");
          assertThat(page.getElementById(id)).as(id).isNotNull();
        }
      }
      Document list = analyst.page("/patterns/hotspots?language=en");
      assertThat(list.select(".beside tbody th a"))
          .isNotEmpty()
          .allMatch(link -> !list.select("svg a[href=" + link.attr("href") + "] > path").isEmpty());
    }
  }

  @Test
  void theExpectationOfAnAlertFollowsFromTheNumbersBesideIt() {
    Findings findings = computations.newest().orElseThrow().findings();
    assertThat(findings.alerts())
        .isNotEmpty()
        .allSatisfy(
            alert ->
                assertThat(alert.expected())
                    .isCloseTo(
                        (double) alert.inCircle() * alert.inDays() / alert.inAll(),
                        org.assertj.core.api.Assertions.within(1e-9)));
  }

  @Test
  void everyKindOfFindingIsToldToOtherRoomsWithItsArithmetic() {
    GroundFindings found =
        Objects.requireNonNull(
            door.found(access.forSystem(Capability.READ_PATTERNS), Set.of(29, 66)));
    Findings findings = computations.newest().orElseThrow().findings();
    assertThat(found.lastDay()).isEqualTo(findings.lastDay());
    assertThat(found.alerts()).hasSize(findings.raised().size());
    GroundFindings.Repeats repeats = Objects.requireNonNull(found.repeats());
    assertThat(repeats.metres()).isEqualTo(200);
    assertThat(repeats.days()).isEqualTo(14);
    assertThat(repeats.times()).isEqualTo(repeats.observed() / repeats.expected());
    assertThat(found.in(Set.of(1)).trends()).isEmpty();
    for (HotSpotLine line : door.open(access.forSystem(Capability.READ_PATTERNS), Set.of(29))) {
      HotSpotLine.Why why = Objects.requireNonNull(line.why());
      assertThat(why.own() + why.around().stream().mapToInt(n -> n).sum())
          .isEqualTo(line.incidents());
      assertThat(why.cells() * why.mean()).isEqualTo(line.expected());
      assertThat(line.days()).isEqualTo(365);
    }
  }

  @Test
  void aMapTellsItsArithmeticWherePointedAt() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String density =
          analyst.page("/patterns/hotspots?layer=density&language=en").select("svg").text();
      assertThat(density).containsPattern("At least 5 × [0-9.]+ = [0-9.]+ a km²");
      String alerts =
          analyst.page("/patterns/hotspots?layer=alerts&language=en").select("svg").text();
      assertThat(alerts).containsPattern("[0-9]+ × [0-9]+ ÷ [0-9,]+ = [0-9.]+ expected");
    }
  }

  @Test
  void aRunningComputationShowsHowFarItIs() {
    java.util.UUID running =
        computations.begin(
            new Computations.Key(
                java.util.UUID.randomUUID(), LocalDate.EPOCH, LocalDate.EPOCH, "of a test"));
    computations.tell(running, new Course.Now("alerts", 3, 8, 423, 999));
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/patterns/hotspots?language=en");
      assertThat(page.select("[role=status] progress[max=8][value=3]")).hasSize(1);
      assertThat(page.select("[role=status]").text())
          .contains("3 of 8 parts are done; now: alerts, 423 of 999");
    }
    computations.fail(running, "of a test");
    jdbc.sql("delete from patterns.recomputation where id = ?").param(running).update();
  }

  @Test
  void aComputationGoesThroughAllItsPartsInOrder() {
    Course course = new Course();
    for (String part : Course.PARTS) {
      assertThat(course.part(part, course::now).partsDone()).isEqualTo(Course.PARTS.indexOf(part));
    }
    assertThat(computations.newest().orElseThrow().findings().millis().keySet())
        .containsExactlyElementsOf(Course.PARTS);
  }

  @Test
  void everyTrendThatIsJudgedShowsItsArithmetic() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/patterns/trends?language=en");
      Findings findings = computations.newest().orElseThrow().findings();
      long judged =
          findings.trends().stream()
              .filter(
                  t ->
                      t.verdict() == AreaTrend.Verdict.USUAL
                          || t.verdict() == AreaTrend.Verdict.FLAGGED)
              .count();
      assertThat(page.select("tbody details")).hasSize((int) judged);
      assertThat(page.select("tbody details").text()).contains("√").contains("q =");
    }
  }
}
