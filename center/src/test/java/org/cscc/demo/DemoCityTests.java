package org.cscc.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.demo.CityEvent.Kind;
import org.cscc.demo.CityEvent.What;
import org.cscc.home.CenterTest;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.home.MovableClock;
import org.cscc.incidents.Change;
import org.cscc.incidents.HarmTable;
import org.cscc.incidents.ImportOptions;
import org.cscc.incidents.ImportOutcome;
import org.cscc.incidents.Imports;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.Areas;
import org.cscc.places.Assets;
import org.cscc.places.Boundaries;
import org.cscc.places.PriorityAreas;
import org.cscc.reviews.PacketRow;
import org.cscc.reviews.PacketState;
import org.cscc.reviews.Packets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The whole demo city, made once through the importer, moved forward, and removed. */
@CenterTest
@TestPropertySource(properties = "cscc.test-home=demo-city") // a database of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoCityTests {
  private static final LocalDate FIRST =
      DemoCity.NOW.toLocalDate().minusYears(DemoScale.SMALL.years());

  @LocalServerPort int port;
  @Autowired DemoCity city;
  @Autowired DemoClock demoClock;
  @Autowired CityFeed feed;
  @Autowired CityRecord record;
  @Autowired HomeState home;
  @Autowired MovableClock clock;
  @Autowired Incidents incidents;
  @Autowired Imports imports;
  @Autowired Packets packets;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired DemoAccounts demoAccounts;
  @Autowired List<DemoPart> parts;
  @Autowired Areas areas;
  @Autowired PriorityAreas priority;
  @Autowired Boundaries boundaries;
  @Autowired Assets assets;
  @Autowired JdbcClient jdbc;
  @TempDir Path directory;

  @BeforeAll
  void theCityIsMadeAlthoughTheFirstMakingStopsHalfWay() {
    CityFeed breaking =
        new CityFeed(areas, priority, boundaries, imports) {
          private int files;

          @Override
          long bringIn(List<CityEvent> events, Instant after, Instant until) {
            if (++files == 4) {
              throw new IllegalStateException("the machine stops here");
            }
            return super.bringIn(events, after, until);
          }
        };
    DemoCity stopped = new DemoCity(home, clock, record, breaking, parts);
    assertThatThrownBy(() -> stopped.make(DemoScale.SMALL, line -> {}))
        .hasMessageContaining("the machine stops here");
    assertThat(city.unfinished()).isTrue();

    city.make(DemoScale.SMALL, line -> {});
    assertThat(city.unfinished()).isFalse();
    assertThat(home.kind()).isEqualTo(HomeKind.DEMO);
  }

  @Test
  @Order(1)
  void everyPersonHarmedIsCountedOnceInTheRightAreaAlthoughTwoFeedsTellOfThem() {
    Instant told = Objects.requireNonNull(record.city().orElseThrow().fedUntil());
    Map<String, Integer> expected = new TreeMap<>();
    for (CityEvent event : shootings(told)) {
      if (!event.corrected(told, What.NO_GUNSHOT)) {
        event.victims(told).forEach(v -> count(expected, event.area(told), v.killed()));
      }
    }
    Map<String, Integer> found = new TreeMap<>();
    HarmTable table =
        incidents.harms(
            access.forSystem(Capability.READ_INCIDENTS), FIRST, DemoCity.NOW.toLocalDate());
    for (int i = 0; i < table.size(); i++) {
      count(found, table.area()[i], table.fatal()[i]);
    }
    assertThat(found).isEqualTo(expected);
    // 3,364 people a year in the City's own years 2016 to 2020, give or take the years'
    // differences.
    assertThat(table.size() / DemoScale.SMALL.years()).isBetween(3_130, 3_640);
  }

  @Test
  @Order(2)
  void correctionsOfTheLastWeeksAreHistoryThatCanBeRead() {
    Instant fourWeeksAgo = DemoCity.NOW.minusWeeks(4).toInstant();
    Set<Integer> all = Set.copyOf(areas.all().stream().map(area -> area.number()).toList());
    List<Change> changes =
        incidents.changedSince(
            access.forSystem(Capability.READ_INCIDENTS),
            fourWeeksAgo,
            DemoCity.NOW.toLocalDate().minusWeeks(10),
            DemoCity.NOW.toLocalDate().minusWeeks(5),
            all);
    assertThat(changes).isNotEmpty();
    assertThat(changes.stream().flatMap(change -> change.kinds().stream()))
        .contains(Change.Kind.DIED);
  }

  @Test
  @Order(3)
  void thisWeeksPacketsWaitAsDraftsAndEarlierOnesArePublishedOneOfThemRevised() {
    ReviewWeek week = packets.currentWeek();
    assertThat(week.firstDay()).isEqualTo(LocalDate.of(2026, 11, 15));
    List<PacketRow> now = rows(week.firstDay(), week.firstDay());
    assertThat(now).hasSize(16).allMatch(row -> row.state() == PacketState.DRAFT);
    List<PacketRow> before = rows(week.firstDay().minusWeeks(3), week.previous().firstDay());
    assertThat(before).anyMatch(row -> row.state() == PacketState.PUBLISHED);
    assertThat(before).anyMatch(row -> row.revision() > 1);
  }

  @Test
  @Order(3)
  void theTeamsHaveHeldTheirReviewsAndTheNextOnesArePlanned() {
    assertThat(count("reviews.meeting where state = 'CLOSED'")).isEqualTo(2 * 16);
    assertThat(count("reviews.minutes")).isEqualTo(2 * 16);
    assertThat(count("reviews.meeting where state = 'PACKET_DRAFT' and week = '2026-11-15'"))
        .isEqualTo(16);
    assertThat(count("reviews.meeting where week > '2026-11-15'")).isEqualTo(5 * 16);
    assertThat(count("actions.item where origin = 'MEETING'")).isEqualTo(2 * 2 * 16);
    assertThat(count("actions.carried")).isGreaterThan(10);
    String ofTheWeek =
        "services.task t where not exists"
            + " (select from blitz.finding f where t.code in (f.task, f.again))"
            + " and source <> 'CITY_311'";
    assertThat(count(ofTheWeek)).isEqualTo(3 * 16);
    assertThat(count(ofTheWeek + " and priority")).isEqualTo(2 * 16);
    assertThat(count("blitz.blitz")).isEqualTo(3);
    assertThat(count("blitz.report")).isEqualTo(1);
    assertThat(count("tabletops.exercise where state = 'CLOSED'")).isEqualTo(1);
    assertThat(count("tabletops.exercise where state = 'PLANNED'")).isEqualTo(1);
    assertThat(count("tabletops.finding where kind = 'GAP' and no_code is not null")).isEqualTo(1);
    assertThat(
            count(
                "tabletops.finding f join actions.item i on i.code = f.item"
                    + " where i.state = 'ACCEPTED'"))
        .isEqualTo(1);
    assertThat(count("requests.request")).isEqualTo(16 * 16);
    assertThat(count("requests.follow where state in ('FIXED', 'NOT_FIXED')")).isEqualTo(3);
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }

  @Test
  @Order(3)
  void everyStateOfARecommendationIsThereAndTheDirectorSeesWhatChanged() {
    assertThat(
            jdbc.sql("select distinct state from recommendations.recommendation")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "DRAFT", "PROPOSED", "ISSUED", "ACCEPTED", "REJECTED", "IMPLEMENTED", "EVALUATED");
    assertThat(
            jdbc.sql("select level from recommendations.escalation order by level")
                .query(Integer.class)
                .list())
        .as("one is before the steering committee")
        .containsExactly(1, 2);
    try (Visitor director = Visitor.of("director", "director-demo-city", port);
        Visitor liaison = Visitor.of("liaison", "liaison-demo-city", port);
        Visitor chair = Visitor.of("facilitator", "facilitator-demo-city", port)) {
      assertThat(director.page("/recommendations/week").text()).doesNotContain("??");
      assertThat(liaison.page("/recommendations").select("h1").text())
          .isEqualTo("2 recommendations wait for your answer, 1 of them late");
      assertThat(chair.page("/recommendations/reviews").select("h1").text())
          .isEqualTo("1 incident review is open, 4 concluded");
    }
  }

  @Test
  @Order(4)
  void theCityHasPlacesAndAccountsAndItsClockStandsWhereItWasSet() {
    assertThat(assets.counts().values()).allMatch(count -> count >= 77);
    assertThat(Duration.between(DemoCity.NOW, demoClock.now())).isLessThan(Duration.ofMinutes(10));
    for (DemoAccounts.DemoAccount account : demoAccounts.known()) {
      try (Visitor visitor = Visitor.stranger(port)) {
        HttpResponse<String> in =
            visitor.post(
                "/access/sign-in", Map.of("name", account.name(), "password", account.password()));
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("refused");
        assertThat(visitor.get("/").statusCode()).as(account.name()).isEqualTo(200);
      }
    }
  }

  @Test
  @Order(5)
  void aWeekForwardBringsAWeekOfTheFeed() {
    ZonedDateTime before = demoClock.now();
    int harmedBefore = harmedSince(before.toLocalDate().minusDays(10));
    // A director moves the clock without the right to bring in files: the feed comes by itself.
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      assertThat(director.page("/demo").select("form[action$=forward]")).hasSize(3);
      HttpResponse<String> moved = director.post("/demo/forward", Map.of("hours", "168"));
      assertThat(moved.statusCode()).isEqualTo(302);
    }
    assertThat(Duration.between(before, demoClock.now()))
        .isGreaterThanOrEqualTo(Duration.ofDays(7));
    assertThat(incidents.latest().orElseThrow().dataThrough())
        .isAfter(before.plusDays(4).toInstant());
    assertThat(harmedSince(before.toLocalDate().minusDays(10))).isGreaterThan(harmedBefore + 10);
  }

  @Test
  @Order(6)
  void theClockGoesNeitherBackNorTooFarAndNotByAFacilitator() {
    assertThatThrownBy(() -> demoClock.forward(Duration.ofDays(-1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-DEMO-04");
    assertThatThrownBy(() -> demoClock.forward(Duration.ofDays(93))).isInstanceOf(Refused.class);
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port)) {
      assertThat(facilitator.get("/demo").statusCode()).isEqualTo(403);
    }
  }

  @Test
  @Order(7)
  void makingItAgainChangesNothingAndAnotherSizeIsRefused() {
    List<String> said = new ArrayList<>();
    city.make(DemoScale.SMALL, said::add);
    assertThat(said).containsExactly("The demo city is already there.");
    assertThatThrownBy(() -> city.make(DemoScale.LARGE, said::add))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-DEMO-02");
  }

  @Test
  @Order(8)
  void aRealFileIsRefusedUntilTheDemoMayGoAndThenNothingOfItIsLeft() throws Exception {
    Path file = directory.resolve("real.csv");
    Files.writeString(
        file,
        """
        ID,Case Number,Date,Block,IUCR,Primary Type,Description,Community Area
        1,JX100001,01/05/2026 10:00:00 PM,001XX N STATE ST,041A,BATTERY,AGGRAVATED - HANDGUN,32
        """);
    ImportOptions feedFile = ImportOptions.feed("analyst");
    assertThat(imports.apply(file, feedFile)).isInstanceOf(ImportOutcome.Refused.class);

    ImportOptions replacing =
        new ImportOptions(null, null, false, HomeKind.REAL, true, "analyst", null);
    assertThat(imports.apply(file, replacing)).isInstanceOf(ImportOutcome.Applied.class);

    assertThat(home.kind()).isEqualTo(HomeKind.REAL);
    assertThat(harmedSince(FIRST)).isEqualTo(1);
    assertThat(accounts.all()).isEmpty();
    for (int tries = 0; tries < 100 && !assets.all().isEmpty(); tries++) {
      Thread.sleep(100); // The index in memory follows within some seconds.
    }
    assertThat(assets.all().size()).isZero();
    assertThat(packets.any()).isFalse();
    assertThat(record.city()).isEmpty();
    assertThat(Duration.between(Instant.now(), clock.instant()).abs())
        .isLessThan(Duration.ofSeconds(5));
    assertThatThrownBy(() -> city.make(DemoScale.SMALL, line -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-DEMO-01");
  }

  private List<CityEvent> shootings(Instant told) {
    return feed.events(record.city().orElseThrow(), FIRST, DemoCity.NOW.toLocalDate()).stream()
        .filter(event -> event.kind() == Kind.SHOOTING && !event.publishedAt().isAfter(told))
        .toList();
  }

  private static void count(Map<String, Integer> counts, int area, boolean killed) {
    counts.merge(area + (killed ? " killed" : " shot"), 1, Integer::sum);
  }

  private int harmedSince(LocalDate from) {
    return incidents
        .harms(access.forSystem(Capability.READ_INCIDENTS), from, LocalDate.of(2027, 12, 31))
        .size();
  }

  private List<PacketRow> rows(LocalDate from, LocalDate to) {
    return packets.between(access.forSystem(Capability.READ_PACKET), from, to);
  }
}
