package org.cscc.patterns.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.incidents.Imports;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Hot spots from records to their closing: what is found, who may say what, what the pages show.
 */
@CenterTest
@Import(Statements.class)
@TestPropertySource(properties = "cscc.test-home=hot-spots") // a database of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotSpotTests {
  private final Plan lights =
      new Plan("LIGHT", "CDOT", LocalDate.now(ReviewWeek.CHICAGO).plusDays(30));

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired Imports imports;
  @Autowired Recomputation recomputation;
  @Autowired Computations computations;
  @Autowired HotSpotStore store;
  @Autowired HotSpots hotSpots;
  @Autowired HotSpotDoor door;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  void thereAreClusters() {
    Clusters.sixteen().into(imports);
    assertThat(recomputation.ifThereIsSomethingNew()).isTrue();
  }

  @Test
  void everyClusterIsFoundAsACandidateWithItsArithmetic() {
    List<HotSpot> found = store.all();
    assertThat(found).hasSizeBetween(13, 19);
    for (HotSpot spot : found) {
      Evidence evidence = store.evidence(spot.id()).orElseThrow();
      assertThat(evidence.sum())
          .isEqualTo(evidence.own() + evidence.around().stream().mapToInt(n -> n).sum());
      assertThat(evidence.expected()).isEqualTo(evidence.cells() * evidence.mean());
      int n = computations.newest().orElseThrow().findings().cells();
      double w = evidence.cells();
      assertThat(evidence.z())
          .isCloseTo(
              (evidence.sum() - evidence.expected())
                  / (evidence.sd() * Math.sqrt((n * w - w * w) / (n - 1))),
              org.assertj.core.data.Offset.offset(1e-9));
      assertThat(evidence.incidents()).hasSize(evidence.sum());
    }
  }

  @Test
  void theSameRecordsAreComputedOnce() {
    int before = count("recomputation");
    assertThat(recomputation.ifThereIsSomethingNew()).isFalse();
    assertThat(count("recomputation")).isEqualTo(before);
  }

  @Test
  void rHot01NothingIsKeyedByAPerson() {
    List<String> columns =
        jdbc.sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'patterns'
                """)
            .query((row, n) -> row.getString(1))
            .list();
    assertThat(columns).hasSizeGreaterThan(30);
    assertThat(columns)
        .noneMatch(name -> name.matches("(?i).*(person|victim|suspect|offender|birth|sex|race).*"));
  }

  @Test
  void rHot03AConfirmedHotSpotNeedsAPlanOrAReasonWithin14Days() {
    HotSpot spot = candidate();
    LocalDate today = hotSpots.today();
    move(Role.FACILITATOR, spot.number(), HotSpotMove.CONFIRM, "TEAM_SAW_IT", null);
    HotSpot confirmed = again(spot);
    assertThat(confirmed.planDue()).isEqualTo(today.plusDays(14));
    assertThat(confirmed.lateOn(today.plusDays(14))).isFalse();
    assertThat(confirmed.lateOn(today.plusDays(15))).isTrue();
    move(Role.FACILITATOR, spot.number(), HotSpotMove.EXPLAIN, "NEEDS_A_VISIT", null);
    assertThat(again(spot).planDue()).isEqualTo(today.plusDays(14));
    move(Role.FACILITATOR, spot.number(), HotSpotMove.PLAN, "PLAN_AGREED", lights);
    assertThat(again(spot).planDue()).isNull();
    assertThat(again(spot).state()).isEqualTo(HotSpotState.ACTIVE);
    assertThat(store.steps(spot.id()))
        .extracting(HotSpotStep::move)
        .containsExactly("PLAN", "EXPLAIN", "CONFIRM", "FIND");
  }

  @Test
  void rHot05PoliceActivityIsNotAnInput() {
    // 200 arrests lie on one block of the city, and nothing of them is anywhere in the findings.
    Findings findings = computations.newest().orElseThrow().findings();
    assertThat(findings.incidents()).isEqualTo(120 + 16 * 14);
    assertThat(store.all()).noneMatch(spot -> spot.at().lat() > 41.89);
    assertThat(findings.blocks()).noneMatch(block -> block.block().contains("ELSEWHERE"));
  }

  @Test
  void rPatterns04ARepresentativeConfirmsButDoesNotPlan() {
    HotSpot spot = candidate();
    move(Role.REPRESENTATIVE, spot.number(), HotSpotMove.CONFIRM, "RESIDENTS_SAY_SO", null);
    refused(
        "R-PATTERNS-04",
        Refused.Kind.FORBIDDEN,
        () -> move(Role.REPRESENTATIVE, spot.number(), HotSpotMove.PLAN, "PLAN_AGREED", lights));
  }

  @Test
  void rPatterns05AStepThatDoesNotBeginHereIsRefused() {
    HotSpot spot = candidate();
    move(Role.REPRESENTATIVE, spot.number(), HotSpotMove.REJECT, "ONE_EVENT", null);
    for (HotSpotMove move : HotSpotMove.values()) {
      if (move.by(Role.FACILITATOR)) {
        refused(
            "R-PATTERNS-05",
            Refused.Kind.CONFLICT,
            () -> move(Role.FACILITATOR, spot.number(), move, move.reasons().getFirst(), null));
      }
    }
  }

  @Test
  void rPatterns06WhoSawAnOlderVersionIsTold() {
    HotSpot spot = candidate();
    move(Role.FACILITATOR, spot.number(), HotSpotMove.CONFIRM, "TEAM_SAW_IT", null);
    refused(
        "R-PATTERNS-06",
        Refused.Kind.CONFLICT,
        () ->
            hotSpots.move(
                access.forSystem(Capability.JUDGE_HOT_SPOTS),
                Role.FACILITATOR,
                spot.number(),
                spot.version(),
                HotSpotMove.REJECT,
                "ONE_EVENT",
                null));
    assertThat(again(spot).state()).isEqualTo(HotSpotState.CONFIRMED);
  }

  @Test
  void rPatterns07APlanNamesWorkALeadAndADay() {
    HotSpot spot = candidate();
    move(Role.FACILITATOR, spot.number(), HotSpotMove.CONFIRM, "TEAM_SAW_IT", null);
    LocalDate past = hotSpots.today();
    for (Plan plan :
        List.of(
            new Plan("ARREST", "CDOT", lights.until()),
            new Plan("LIGHT", "NOBODY", lights.until()),
            new Plan("LIGHT", "CDOT", past))) {
      refused(
          "R-PATTERNS-07",
          Refused.Kind.INVALID,
          () -> move(Role.FACILITATOR, spot.number(), HotSpotMove.PLAN, "PLAN_AGREED", plan));
    }
  }

  @Test
  void aFacilitatorJudgesOnThePageWithoutScript() {
    HotSpot spot = candidateInNorthLawndale();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "north-lawndale")) {
      String path = "/patterns/hotspots/" + spot.number();
      Document page = facilitator.page(path + "?language=en");
      assertThat(page.select("main form[action$=confirm]")).hasSize(1);
      assertThat(page.select("#why ~ ol li")).hasSize(5);
      HttpResponse<String> answer =
          facilitator.post(
              path + "/confirm", Map.of("version", "" + spot.version(), "reason", "TEAM_SAW_IT"));
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(facilitator.page(path).select("main .lead").text()).contains("Confirmed");
      HttpResponse<String> late =
          facilitator.post(
              path + "/reject", Map.of("version", "" + spot.version(), "reason", "ONE_EVENT"));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("R-PATTERNS-06");
    }
  }

  @Test
  void rPatterns01TheHotSpotsOfAnotherTeamAreClosed() {
    HotSpot spot = candidateInNorthLawndale();
    try (Visitor stranger = Visitor.as(Role.FACILITATOR, accounts, port, "roseland")) {
      String path = "/patterns/hotspots/" + spot.number();
      // The row policies hide it: nobody learns that there is such a number.
      assertThat(stranger.get(path).statusCode()).isEqualTo(404);
      HttpResponse<String> confirmed =
          stranger.post(path + "/confirm", Map.of("version", "1", "reason", "TEAM_SAW_IT"));
      assertThat(confirmed.statusCode()).isEqualTo(404);
      assertThat(confirmed.body()).contains("R-PATTERNS-02");
      assertThat(stranger.page("/patterns/hotspots").select("main tbody tr")).isEmpty();
      assertThat(stranger.ask("/api/v1/hotspots", "Accept", "application/json").body())
          .contains("\"features\":[]");
    }
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(
              analyst
                  .post(
                      "/patterns/hotspots/" + spot.number() + "/confirm",
                      Map.of("version", "1", "reason", "TEAM_SAW_IT"))
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void pageFileMapAndApiSayTheSame() {
    HotSpot spot = candidate();
    Evidence evidence = store.evidence(spot.id()).orElseThrow();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String heading =
          analyst.page("/patterns/hotspots/" + spot.number() + "?language=en").select("h1").text();
      assertThat(heading).startsWith(evidence.sum() + " shootings");
      String file = analyst.get("/patterns/hotspots.csv").body();
      assertThat(file.lines().filter(line -> line.startsWith(spot.number() + ",")).findFirst())
          .get()
          .asString()
          .contains("," + evidence.sum() + ",true,");
      String api = analyst.ask("/api/v1/hotspots", "Accept", "application/geo+json").body();
      assertThat(api)
          .contains("\"number\":" + spot.number() + ",")
          .contains("\"sum\":" + evidence.sum() + ",")
          .contains("\"z\":" + evidence.z())
          .contains("\"type\":\"Polygon\"");
      Document map = analyst.page("/patterns/hotspots?language=en");
      assertThat(map.select("svg a[href=/patterns/hotspots/" + spot.number() + "]")).isNotEmpty();
    }
    List<HotSpotLine> packet =
        door.open(access.forSystem(Capability.READ_PATTERNS), java.util.Set.of(spot.area()));
    assertThat(packet)
        .filteredOn(line -> line.number() == spot.number())
        .singleElement()
        .satisfies(line -> assertThat(line.incidents()).isEqualTo(evidence.sum()));
  }

  @Test
  void pagesTakeFewStatementsHoweverManyHotSpotsThereAre() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      for (String path :
          new String[] {
            "/patterns/hotspots",
            "/patterns/hotspots?layer=density",
            "/patterns/hotspots/mark",
            "/patterns/trends",
            "/patterns/themes",
            "/patterns/hotspots/" + candidate().number()
          }) {
        assertThat(Statements.during(() -> analyst.page(path))).as(path).isBetween(1, 14);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/patterns/trends",
        "/patterns/themes",
        "/patterns/hotspots/mark",
        "/patterns/blocklist"
      })
  void everyPageOpensInBothLanguages(String path) {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      for (String language : new String[] {"en", "es"}) {
        Document page = director.page(path + "?language=" + language);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main").text()).doesNotContain("??").isNotBlank();
        assertThat(page.select("table")).allMatch(table -> table.selectFirst("caption") != null);
      }
    }
  }

  private void move(
      Role role,
      int number,
      HotSpotMove move,
      String reason,
      @org.jspecify.annotations.Nullable Plan plan) {
    hotSpots.move(
        access.forSystem(Capability.JUDGE_HOT_SPOTS),
        role,
        number,
        store.byNumber(number).orElseThrow().version(),
        move,
        reason,
        plan);
  }

  private static void refused(
      String rule, Refused.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            Refused.class,
            refusal -> {
              assertThat(refusal.rule()).isEqualTo(rule);
              assertThat(refusal.kind()).isEqualTo(kind);
            });
  }

  /** A candidate that no other test has touched, those of North Lawndale last. */
  private HotSpot candidate() {
    return store.all().stream()
        .filter(spot -> spot.state() == HotSpotState.CANDIDATE)
        .min(java.util.Comparator.comparing((HotSpot spot) -> spot.area() == 29))
        .orElseThrow();
  }

  private HotSpot candidateInNorthLawndale() {
    return store.all().stream()
        .filter(spot -> spot.state() == HotSpotState.CANDIDATE && spot.area() == 29)
        .findFirst()
        .orElseThrow();
  }

  private HotSpot again(HotSpot spot) {
    return store.byNumber(spot.number()).orElseThrow();
  }

  private int count(String table) {
    return jdbc.sql(String.format(Locale.ROOT, "select count(*) from patterns.%s", table))
        .query(Integer.class)
        .single();
  }
}
