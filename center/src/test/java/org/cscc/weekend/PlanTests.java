package org.cscc.weekend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.cscc.access.Access;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.incidents.Incidents;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Plans freeze, revisions say what changed, and the clock does once what nobody did. */
@WeekendTest
class PlanTests {
  private static final String PLAN = "/weekend/plans/2026-11-20";

  @LocalServerPort int port;
  @Autowired Town town;
  @Autowired PlanDesk desk;
  @Autowired PlanWriter writer;
  @Autowired FlashWriter flashWriter;
  @Autowired PlanStore store;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    town.clear();
  }

  @Test
  void aPlanIsPublishedFromFridayNoonOnAndDoesNotChangeAfterwards() {
    town.at("2026-11-20T11:59");
    String outreach = town.add(Role.OUTREACH, "CDPH", "austin");
    String police = town.add(Role.POLICE_LIAISON, "MOCS", "austin");
    town.onCall("OUTREACH", Town.AUSTIN, "CDPH", "2026-11-20T08:00", "2026-11-27T08:00");
    try (Visitor facilitator = visitor(Role.FACILITATOR, "austin");
        Visitor director = visitor(Role.DIRECTOR);
        Visitor representative = visitor(Role.REPRESENTATIVE, "austin")) {
      String vigil = added(representative, "2026-11-21T18:00", "2026-11-21T20:00");
      assertThat(facilitator.page("/weekend").select("form[action*=/plans/]")).isEmpty();
      HttpResponse<String> early = facilitator.post(PLAN, Map.of());
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-WKND-05");
      assertThat(representative.post(PLAN, Map.of()).statusCode()).isEqualTo(403);
      town.at("2026-11-20T12:00");
      assertThat(facilitator.page("/weekend").select("form[action*=/plans/]")).hasSize(1);
      assertThat(facilitator.post(PLAN, Map.of()).headers().firstValue("Location"))
          .contains(PLAN + "/1");
      HttpResponse<String> same = director.post(PLAN, Map.of());
      assertThat(same.statusCode()).isEqualTo(409);
      assertThat(same.body()).contains("R-WKND-06");
      cancel(representative, vigil);
      Document frozen = facilitator.page(PLAN + "/1");
      assertThat(frozen.select("#gatherings ~ table tbody tr").text())
          .contains("vigil")
          .doesNotContain("cancelled");
      assertThat(director.post(PLAN, Map.of()).headers().firstValue("Location"))
          .contains(PLAN + "/2");
      assertThat(facilitator.page(PLAN + "/2").text()).contains("cancelled");
      assertThat(facilitator.page(PLAN + "/1").text()).contains("There is revision 2");
      assertThat(facilitator.get(PLAN + "/3").statusCode()).isEqualTo(404);
      assertThat(facilitator.get("/weekend/plans/2026-11-21/1").statusCode()).isEqualTo(404);
      town.at("2026-11-23T07:00");
      assertThat(facilitator.post(PLAN, Map.of()).body()).contains("R-WKND-05");
      assertThat(told(outreach))
          .containsExactly("weekend.notice.planned", "weekend.notice.changed");
      assertThat(told(police)).isEmpty();
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from weekend.plan
                    where content_sha256 = sha256(convert_to(content, 'UTF8'))
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void theNoticeOfAPlanSaysNothingOfIt() {
    try (Visitor facilitator = visitor(Role.FACILITATOR, "austin");
        Visitor representative = visitor(Role.REPRESENTATIVE, "austin")) {
      added(representative, "2026-11-21T18:00", "2026-11-21T20:00");
      facilitator.post(PLAN, Map.of());
      assertThat(representative.page("/notices").text())
          .contains("The plan of the weekend of Fri, Nov 20 is there")
          .doesNotContain("Madison", "vigil", "Austin");
    }
  }

  @Test
  void atFridayNoonTheCenterPublishesByItselfOnceAlsoOnTwoNodes() throws InterruptedException {
    town.at("2026-11-20T11:59");
    assertThat(desk.run()).isFalse();
    town.at("2026-11-20T12:00");
    AtomicInteger made = new AtomicInteger();
    Runnable node = () -> made.addAndGet(desk.run() ? 1 : 0);
    Thread one = Thread.ofPlatform().start(node);
    Thread two = Thread.ofPlatform().start(node);
    one.join();
    two.join();
    assertThat(made).hasValue(1);
    assertThat(desk.run()).isFalse();
    assertThat(jdbc.sql("select published_by from weekend.plan").query(String.class).list())
        .containsExactly("system");
  }

  @Test
  void whatAPersonPublishedTheCenterDoesNotPublishAgain() {
    try (Visitor facilitator = visitor(Role.FACILITATOR, "austin")) {
      facilitator.post(PLAN, Map.of());
    }
    assertThat(desk.run()).isFalse();
  }

  @Test
  void overAWeekendOnWhichTheClocksChangePlanAndFlashComeOnTheWallClock() {
    for (String[] days :
        new String[][] {{"2026-10-30", "2026-11-02"}, {"2027-03-12", "2027-03-15"}}) {
      town.clear();
      town.at(days[0] + "T11:59");
      desk.run();
      assertThat(count("weekend.plan")).as(days[0]).isZero();
      town.at(days[0] + "T12:00");
      assertThat(desk.run()).isTrue();
      town.at(days[1] + "T06:59");
      assertThat(desk.run()).isFalse();
      town.at(days[1] + "T07:00");
      assertThat(desk.run()).isTrue();
      assertThat(
              jdbc.sql("select friday::text from weekend.flash order by friday desc limit 1")
                  .query(String.class)
                  .single())
          .isEqualTo(days[0]);
      assertThat(desk.run()).isFalse();
    }
  }

  @Test
  void gapsOnCallAreNamedToTheMinute() {
    town.onCall("DUTY_OFFICER", null, "MOCS", "2026-11-16T08:00", "2026-11-21T08:00");
    town.onCall("DUTY_OFFICER", null, "MOCS", "2026-11-21T20:00", "2026-11-30T08:00");
    town.onCall("OUTREACH", Town.AUSTIN, "CDPH", "2026-11-20T08:00", "2026-11-27T08:00");
    Plan.Content content = writer.write(new Weekend(Town.FRIDAY), Town.instant("2026-11-20T12:00"));
    assertThat(content.gaps())
        .contains(
            new Plan.Gap(
                "DUTY_OFFICER",
                null,
                Town.instant("2026-11-21T08:00"),
                Town.instant("2026-11-21T20:00")),
            new Plan.Gap(
                "VICTIM_SERVICES",
                Town.AUSTIN,
                Town.instant("2026-11-20T12:00"),
                Town.instant("2026-11-23T07:00")));
    assertThat(content.gaps())
        .noneMatch(gap -> gap.duty().equals("OUTREACH") && Integer.valueOf(25).equals(gap.area()));
    try (Visitor facilitator = visitor(Role.FACILITATOR, "austin")) {
      Document page = facilitator.page("/weekend");
      assertThat(page.select("#calls ~ table tbody tr").getFirst().text())
          .contains("MOCS 312-555-0120", "nobody")
          .contains("8:00 am to Sat, Nov 21, 8:00 pm");
      assertThat(page.text()).as("the number is enough").doesNotContain("Marisol");
      assertThat(page.select("#calls ~ table tbody tr th").get(1).text()).isEqualTo("Austin");
    }
  }

  @Test
  void whatTeamsExpectIsShownToWhoReadsTheirReviewsAlsoInAFrozenPlan() {
    town.expected("englewood", "2026-11-21", "ANNIVERSARY", "Near the school");
    town.expected("austin", "2026-11-24", "VIGIL", "After the weekend");
    desk.run();
    try (Visitor here = visitor(Role.FACILITATOR, "englewood");
        Visitor elsewhere = visitor(Role.FACILITATOR, "austin");
        Visitor director = visitor(Role.DIRECTOR)) {
      assertThat(here.page(PLAN + "/1").select("section[aria-labelledby=coming]").text())
          .contains("anniversary", "Near the school", "Englewood");
      assertThat(elsewhere.page(PLAN + "/1").text()).doesNotContain("Near the school");
      assertThat(elsewhere.page("/weekend").text())
          .doesNotContain("Near the school", "After the weekend");
      assertThat(director.page("/weekend").text()).contains("Near the school");
    }
  }

  @Test
  void theFlashCountsWhatIsKnownAndSaysWhatIsMissing() {
    try (Visitor representative = visitor(Role.REPRESENTATIVE, "austin")) {
      String vigil = added(representative, "2026-11-21T18:00", "2026-11-21T20:00");
      String stays = added(representative, "2026-11-22T18:00", "2026-11-22T20:00");
      assertThat(desk.run()).isTrue();
      cancel(representative, vigil);
      assertThat(stays).isNotEqualTo(vigil);
    }
    String outreach = town.add(Role.OUTREACH, "CDPH", "austin");
    town.onCall("OUTREACH", Town.AUSTIN, "CDPH", "2026-11-20T08:00", "2026-11-27T08:00");
    town.shooting("2026-11-20T11:59", Town.AUSTIN, "MINUTE", true);
    town.shooting("2026-11-20T12:00", Town.AUSTIN, "MINUTE", true);
    town.shooting("2026-11-21T00:00", Town.AUSTIN, "DAY", false);
    town.shooting("2026-11-20T00:00", Town.AUSTIN, "DAY", false); // some hour of the Friday
    town.shooting("2026-11-22T23:00", Town.ENGLEWOOD, "MINUTE", false);
    town.shooting("2026-11-22T23:30", null, "MINUTE", false);
    town.shooting("2026-11-23T07:00", Town.ENGLEWOOD, "MINUTE", true);
    town.at("2026-11-23T07:00");
    town.feed();
    assertThat(desk.run()).isTrue();
    assertThat(desk.run()).isFalse();
    town.shooting("2026-11-21T03:00", Town.AUSTIN, "MINUTE", true); // reported late
    try (Visitor director = visitor(Role.DIRECTOR);
        Visitor facilitator = visitor(Role.FACILITATOR, "austin");
        Visitor partner = Visitor.of(outreach, outreach + "-password", port)) {
      Document flash = director.page("/weekend/flash");
      assertThat(flash.text())
          .contains("PROVISIONAL", "two days behind", "Nov 21")
          .doesNotContain("??");
      assertThat(flash.select("h1").text())
          .isEqualTo("4 incidents are known so far: 1 person killed, 3 people shot and alive");
      assertThat(flash.select("#counts ~ table tbody tr").eachText())
          .containsExactlyInAnyOrder(
              "area not known 1 0 1",
              "Austin (team Austin) 2 1 1",
              "Englewood (team Englewood) 1 0 1");
      assertThat(flash.select("#fates + ul li").eachText()).hasSize(1);
      assertThat(flash.select("#fates + ul li").text()).contains("taken off", "vigil");
      assertThat(flash.text()).contains("None is open");
      assertThat(facilitator.page("/weekend/flash").select("#counts ~ table tbody tr").eachText())
          .containsExactly("Austin (team Austin) 2 1 1");
      assertThat(partner.page("/weekend/flash").text())
          .as("its agreement covers packets, not incidents")
          .contains("Counts by area are shown to whoever may read incidents");
      assertThat(told(outreach)).contains("weekend.notice.flash");
      assertThat(director.page("/weekend/flash?friday=2026-11-13").text())
          .contains("There is no flash of that weekend");
      assertThat(director.page("/weekend/flash?language=es").text()).doesNotContain("??");
    }
  }

  @Test
  void onMondayMorningTheFlashIsMadeAndToldOnceAlsoOnTwoNodes() throws Exception {
    String outreach = town.add(Role.OUTREACH, "CDPH", "austin");
    town.onCall("OUTREACH", Town.AUSTIN, "CDPH", "2026-11-20T08:00", "2026-11-27T08:00");
    town.at("2026-11-23T07:00");
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Boolean> node =
        () -> {
          start.await();
          return desk.run();
        };
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      Future<Boolean> one = nodes.submit(node);
      Future<Boolean> two = nodes.submit(node);
      assertThat(one.get() ^ two.get()).as("one of them made it").isTrue();
    }
    assertThat(flashes()).isEqualTo(1);
    assertThat(told(outreach)).containsExactly("weekend.notice.flash");
    assertThat(desk.run()).isFalse();
  }

  @Test
  void aNodeThatWritesTheFlashWhileAnotherHoldsItWaitsAndTellsNobody() throws Exception {
    String outreach = town.add(Role.OUTREACH, "CDPH", "austin");
    town.onCall("OUTREACH", Town.AUSTIN, "CDPH", "2026-11-20T08:00", "2026-11-27T08:00");
    town.at("2026-11-23T07:00");
    Flash flash = flashWriter.write(Weekend.over(clock.instant()), clock.instant());
    try (ExecutorService nodes = Executors.newFixedThreadPool(1)) {
      Future<Boolean> other =
          transactions.execute(
              status -> {
                assertThat(store.add(flash)).isTrue();
                // The other node sees no flash yet, writes its own, and waits for this one.
                Future<Boolean> late = nodes.submit(desk::run);
                while (waiting() == 0 && !late.isDone()) {
                  Thread.onSpinWait();
                }
                return late;
              });
      assertThat(other).isNotNull();
      assertThat(other.get()).isFalse();
    }
    assertThat(flashes()).isEqualTo(1);
    assertThat(told(outreach)).as("whoever makes it tells of it").isEmpty();
  }

  @Test
  void theFlashNamesAnActivationToWhoWasCalledAndItsNumberToOthers() {
    activation("7KQ2-M4XD", Town.AUSTIN, "CDPH");
    activation("8LR3-N5YE", Town.ENGLEWOOD, "DSS");
    town.at("2026-11-23T07:00");
    assertThat(desk.run()).isTrue();
    String outreach = town.add(Role.OUTREACH, "CDPH");
    try (Visitor director = visitor(Role.DIRECTOR);
        Visitor austin = visitor(Role.FACILITATOR, "austin");
        Visitor nowhere = visitor(Role.FACILITATOR);
        Visitor called = Visitor.of(outreach, outreach + "-password", port)) {
      assertThat(opened(director)).containsExactlyInAnyOrder("7KQ2-M4XD", "8LR3-N5YE");
      assertThat(opened(austin)).containsExactly("7KQ2-M4XD");
      assertThat(opened(called)).containsExactly("7KQ2-M4XD");
      assertThat(opened(nowhere)).as("neither team nor area is not the whole city").isEmpty();
      assertThat(called.page("/weekend/flash").text())
          .contains("2 were open in the whole city; you can open 1 of them")
          .doesNotContain("8LR3-N5YE");
      assertThat(nowhere.page("/weekend/flash?language=es").text())
          .contains("no se le muestra ninguna")
          .doesNotContain("7KQ2-M4XD", "??");
    }
  }

  private static List<String> opened(Visitor reader) {
    return reader.page("/weekend/flash").select("#activations ~ ul a").eachText();
  }

  private void activation(String code, int area, String called) {
    jdbc.sql(
            """
            insert into crisis.activation (id, code, area, occurred_at, known_at, opened_at,
              opened_by, state, notify_by, notified_at, plan_by, called, changed_at)
            select gen_random_uuid(), ?, ?, t, t, t, 'system', 'NOTIFIED', t, t, t, array[cast(? as text)], t
            from (select timestamptz '2026-11-22T20:00Z' as t) happened
            """)
        .params(code, area, called)
        .update();
  }

  /** Nodes that wait for what another transaction will do. */
  private int waiting() {
    return jdbc.sql(
            "select count(*) from pg_locks where not granted and locktype = 'transactionid'")
        .query(Integer.class)
        .single();
  }

  private int flashes() {
    return count("weekend.flash");
  }

  @Test
  void aFlashIsNotMadeAfterADayBecauseTuesdaySaysMore() {
    town.at("2026-11-24T07:01");
    assertThat(desk.run()).isFalse();
  }

  @Test
  void anotherRoomTellsWhichActivationsAreOpen(
      @Autowired Incidents incidents,
      @Autowired GatheringStore gatherings,
      @Autowired PlanStore plans,
      @Autowired Access access) {
    Instant now = Town.instant("2026-11-23T07:00");
    OpenActivations.Line line =
        new OpenActivations.Line(
            "7KQ2-M4XD", Town.AUSTIN, now, "crisis.state.DEPLOYED", "/crisis/7KQ2-M4XD");
    StaticListableBeanFactory house = new StaticListableBeanFactory();
    FlashWriter flashes =
        new FlashWriter(
            incidents,
            gatherings,
            plans,
            writer,
            house.getBeanProvider(OpenActivations.class),
            access);
    assertThat(flashes.write(new Weekend(Town.FRIDAY), now).activations()).isNull();
    OpenActivations crisis = () -> List.of(line);
    house.addBean("crisis", crisis);
    Flash flash = flashes.write(new Weekend(Town.FRIDAY), now);
    assertThat(flash.activations()).containsExactly(line);
    assertThat(FrozenJson.read(FrozenJson.write(flash), Flash.class)).isEqualTo(flash);
  }

  private List<String> told(String account) {
    return jdbc.sql("select kind from notices.notice where recipient = ? order by created_at")
        .param(account)
        .query((row, n) -> row.getString("kind"))
        .list();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private static String added(Visitor visitor, String from, String until) {
    Map<String, String> form = new HashMap<>();
    form.put("key", UUID.randomUUID().toString());
    form.put("kind", "VIGIL");
    form.put("area", "25");
    form.put("place", "4500 W Madison St");
    form.put("from", from);
    form.put("until", until);
    HttpResponse<String> made = visitor.post("/weekend/gatherings/new", form);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static void cancel(Visitor visitor, String address) {
    Document page = visitor.page(address);
    Map<String, String> fields = new HashMap<>();
    page.expectFirst("form[action$=/cancel]")
        .select("input[type=hidden]")
        .forEach(input -> fields.put(input.attr("name"), input.val()));
    fields.put("reason", "Moved into a church");
    assertThat(visitor.post(address + "/cancel", fields).statusCode()).isEqualTo(302);
  }

  private Visitor visitor(Role role, String... teams) {
    String name = town.add(role, "MOCS", teams);
    return Visitor.of(name, name + "-password", port);
  }
}
