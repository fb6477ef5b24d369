package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When teams meet: rules of days, the weeks ahead, moved and slipped meetings. */
@ReviewsTest
class MeetingTests {
  private static final String ROOM = "/reviews/2026-11-15/englewood/room";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk packets;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aWeek() {
    records.clear();
    records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.feed();
    plan.ahead();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;BYDAY=WE | 2026-11-25 2026-12-02 2026-12-09",
        "FREQ=WEEKLY;BYDAY=TH;WKST=SU | 2026-11-26 2026-12-03 2026-12-10",
        "FREQ=MONTHLY;BYDAY=2TU,4TU | 2026-11-24 2026-12-08",
      })
  void aRuleOfDaysGivesTheDaysThatACalendarGives(String rule, String days) {
    assertThat(
            MeetingRule.read(rule, LocalDate.of(2026, 1, 4))
                .days(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 12, 12)))
        .containsExactlyElementsOf(
            List.of(days.strip().split(" ", -1)).stream().map(LocalDate::parse).toList());
  }

  @Test
  void rHrit01ARuleThatLeavesAWeekOutOrFillsItTwiceIsRefused() {
    ReviewWeek first = new ReviewWeek(LocalDate.of(2026, 11, 22));
    for (String wrong :
        new String[] {
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=1WE"
        }) {
      assertThatThrownBy(
              () -> MeetingRule.read(wrong, LocalDate.of(2026, 1, 4)).mustMeetOnceEachWeek(first))
          .as(wrong)
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.rule()).isEqualTo("R-HRIT-01"));
    }
    for (String none :
        new String[] {"", "every Wednesday", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;BYHOUR=9"}) {
      assertThatThrownBy(() -> MeetingRule.read(none, LocalDate.of(2026, 1, 4)))
          .as(none)
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.rule()).isEqualTo("R-MEET-08"));
    }
  }

  @Test
  void rHrit01EachOfTheSixteenTeamsHasOneMeetingAWeekAlsoWhenItIsPlannedTwice() {
    assertThat(plan.ahead()).isZero();
    assertThat(
            jdbc.sql("select count(*) from reviews.meeting where week = ?")
                .param(WEEK.firstDay())
                .query(Integer.class)
                .single())
        .isEqualTo(16);
    assertThat(jdbc.sql("select count(*) from reviews.meeting").query(Integer.class).single())
        .isEqualTo(16 * MeetingPlan.WEEKS_AHEAD);
  }

  @Test
  void theHourOnTheWallStaysWhenTheClocksChange() {
    plan.from(new ReviewWeek(LocalDate.of(2026, 10, 25)), 2);
    assertThat(List.of(LocalDate.of(2026, 10, 18), LocalDate.of(2026, 10, 25)))
        .allSatisfy(
            week ->
                assertThat(store.of("englewood", week).orElseThrow().begins())
                    .satisfies(
                        begins -> {
                          assertThat(begins.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
                          assertThat(begins.getHour()).isEqualTo(13);
                        }));
  }

  @Test
  void aMeetingFollowsItsPacketAndIsOpenedOnItsDay() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(facilitator.page(ROOM).select("h1").text()).endsWith("is planned");
      packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
      assertThat(facilitator.page(ROOM).select("h1").text()).endsWith("waits for its packet");
      packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood");
      HttpResponse<String> early = step(facilitator, "start", Map.of());
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-MEET-03");
      records.at(LocalDateTime.of(2026, 11, 25, 12, 58));
      Document before = facilitator.page(ROOM);
      assertThat(step(facilitator, "start", Map.of()).statusCode()).isEqualTo(302);
      assertThat(facilitator.page(ROOM).select("h1").text()).endsWith("is in session");
      HttpResponse<String> late =
          facilitator.post(
              ROOM + "/start",
              Map.of("version", before.select("input[name=version]").attr("value")));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("You wanted: Opened", "did this: Opened");
    }
  }

  @Test
  void aMovedMeetingIsToldToEverybodyAndCountsItsSequenceUp() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      Map<String, String> wish = new HashMap<>();
      wish.put("at", "2026-11-27T10:00");
      wish.put("place", "Branch library");
      wish.put("reason", "The hall is closed");
      assertThat(step(facilitator, "move", wish).statusCode()).isEqualTo(302);
      assertThat(store.of("englewood", WEEK.firstDay()).orElseThrow().sequence()).isEqualTo(1);
      assertThat(liaison.page("/notices").text())
          .contains("Englewood meets at another hour: Fri, Nov 27, 10:00 am")
          .doesNotContain("The hall is closed");
      assertThat(liaison.page("/notices?language=es").text())
          .contains("Englewood se reúne a otra hora: vie 27 de nov, 10:00");
      wish.put("at", "2026-12-01T10:00");
      HttpResponse<String> out = step(facilitator, "move", wish);
      assertThat(out.statusCode()).isEqualTo(422);
      assertThat(out.body()).contains("R-HRIT-01");
      assertThat(step(facilitator, "cancel", Map.of("reason", "")).statusCode()).isEqualTo(422);
      assertThat(step(facilitator, "cancel", Map.of("reason", "The hall is closed")).statusCode())
          .isEqualTo(302);
      assertThat(liaison.page("/notices?language=en").text()).contains("Englewood does not meet");
    }
  }

  @Test
  void aReviewThatNobodyOpenedIsToldOfOnce() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      assertThat(plan.alarm()).isZero();
      records.at(LocalDateTime.of(2026, 11, 25, 14, 1));
      assertThat(plan.alarm()).isPositive();
      assertThat(plan.alarm()).isZero();
      assertThat(facilitator.page("/notices").text()).contains("Englewood has not met");
      assertThat(director.page("/notices").text()).contains("Englewood has not met");
      assertThat(facilitator.page("/reviews/meetings").select("h1").text())
          .isEqualTo("1 review was not held at its hour");
    }
  }

  @Test
  void aNewRuleMovesTheMeetingsAheadAndRefusesWhoWasSlower() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      Document form = facilitator.page("/reviews/schedules/englewood");
      Map<String, String> wish = new HashMap<>();
      wish.put("version", form.select("input[name=version]").attr("value"));
      wish.put("rule", "FREQ=WEEKLY;BYDAY=FR");
      wish.put("from", "2026-01-04");
      wish.put("at", "09:00");
      wish.put("minutes", "60");
      wish.put("place", "Branch library");
      wish.put("quorum", "1");
      wish.put("seats", "DSS/DEPARTMENT_LIAISON");
      assertThat(facilitator.post("/reviews/schedules/englewood", wish).statusCode())
          .isEqualTo(302);
      assertThat(store.of("englewood", WEEK.firstDay()).orElseThrow())
          .satisfies(
              moved -> {
                assertThat(moved.begins().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
                assertThat(moved.sequence()).isEqualTo(1);
                assertThat(moved.moved()).isFalse();
              });
      assertThat(liaison.page("/notices").text()).contains("from now on: Fri, Nov 27, 9:00 am");
      HttpResponse<String> slower = facilitator.post("/reviews/schedules/englewood", wish);
      assertThat(slower.statusCode()).isEqualTo(409);
      assertThat(slower.body()).contains("R-MEET-06");
    } finally {
      jdbc.sql(
              """
              update reviews.schedule set rule = 'FREQ=WEEKLY;BYDAY=WE', starts_at = '13:00',
                version = 1 where team = 'englewood'
              """)
          .update();
    }
  }

  @Test
  void theListOfMeetingsTakesAFixedNumberOfStatements() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      int few = Statements.during(() -> director.page("/reviews/meetings?from=2027-06-06"));
      int many = Statements.during(() -> director.page("/reviews/meetings"));
      assertThat(many).isEqualTo(few);
    }
  }

  private HttpResponse<String> step(Visitor visitor, String move, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put(
        "version",
        Integer.toString(store.of("englewood", WEEK.firstDay()).orElseThrow().version()));
    return visitor.post(ROOM + "/" + move, all);
  }
}
