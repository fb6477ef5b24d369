package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R-HRIT-03 when a review is not held: its incidents come to the team's next one. */
@ReviewsTest
class CancelledReviewTests {
  private static final String PACKET = "/reviews/2026-11-15/englewood";
  private static final String NEXT = "/reviews/2026-11-22/englewood";
  private static final String WHY = "The review of the week of Sun, Nov 15 was cancelled";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk packets;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired Carrying carrying;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private UUID incident = UUID.randomUUID();

  @BeforeEach
  void aWeek() {
    records.clear();
    incident = records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.shooting("2026-11-18T23:10", ENGLEWOOD, true, false);
    records.feed();
    plan.ahead();
  }

  @Test
  void rHrit03WhatWasOnTheTableOfACancelledReviewComesToTheNextOne() {
    prepared();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(
              facilitator
                  .post(
                      PACKET + "/defer",
                      Map.of(
                          "incident",
                          incident.toString(),
                          "until",
                          "2026-11-29",
                          "reason",
                          "FAMILY_ASKED"))
                  .statusCode())
          .isEqualTo(302);
      assertThat(facilitator.page(PACKET + "/room").select("form[action$=/cancel]").text())
          .as("the other one waits for a later week already")
          .contains("1 incident has no word yet and goes to the team’s next review");
      cancel(facilitator);
      assertThat(facilitator.page(PACKET).select("article").text())
          .contains("put off to the review of the week of Sun, Nov 22: the review was cancelled")
          .contains("put off to the review of the week of Sun, Nov 29: the family asked to wait");
      assertThat(carrying.catchUp()).as("everything is carried").isZero();
      nextWeek();
      assertThat(facilitator.page(NEXT).select("article").text()).contains(WHY);
      assertThat(facilitator.page(NEXT + "/room").select("#incidents").text())
          .contains("1 incident is on the table, 1 still to be spoken about");
      assertThat(facilitator.page(NEXT + "?language=es").text())
          .contains("se canceló; por eso viene a esta")
          .doesNotContain("??");
    }
  }

  @Test
  void rHrit03ItIsLookedAfterWhenThePacketComesAfterTheReviewWasCancelled() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(facilitator.page(PACKET + "/room").select("form[action$=/cancel]").text())
          .contains("Its incidents go to the team’s next review once it is prepared");
      cancel(facilitator);
      assertThat(carrying.catchUp()).as("nothing is known yet").isZero();
      packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
      assertThat(carrying.catchUp()).isEqualTo(2);
      assertThat(carrying.catchUp()).isZero();
      nextWeek();
      assertThat(facilitator.page(NEXT).select("article")).hasSize(2);
      assertThat(facilitator.page(NEXT).text()).contains(WHY);
    }
  }

  @Test
  void rHrit03ACancelledReviewIsPassedOverByWhatIsCarried() {
    prepared();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(cancelled(facilitator, "2026-11-22").statusCode()).isEqualTo(302);
      cancel(facilitator);
      assertThat(facilitator.page(PACKET).select("article").text())
          .contains("put off to the review of the week of Sun, Nov 29: the review was cancelled");
    }
  }

  @Test
  void rHrit03NobodyChoosesThatAReviewWasCancelledAsAReason() {
    prepared();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(facilitator.page(PACKET).select("option[value=REVIEW_CANCELLED]")).isEmpty();
      assertThat(facilitator.page(PACKET).select("option[value=NO_TIME]")).isNotEmpty();
      HttpResponse<String> refused =
          facilitator.post(
              PACKET + "/defer",
              Map.of(
                  "incident",
                  incident.toString(),
                  "until",
                  "2026-11-22",
                  "reason",
                  "REVIEW_CANCELLED"));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(jdbc.sql("select count(*) from reviews.deferral").query(Integer.class).single())
          .isZero();
    }
  }

  private void prepared() {
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood");
  }

  private void nextWeek() {
    records.at(LocalDateTime.of(2026, 12, 1, 8, 0));
    records.feed();
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK.next());
    packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK.next(), "englewood");
  }

  private void cancel(Visitor facilitator) {
    assertThat(cancelled(facilitator, "2026-11-15").statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> cancelled(Visitor facilitator, String week) {
    Meeting meeting = store.of("englewood", LocalDate.parse(week)).orElseThrow();
    return facilitator.post(
        meeting.address() + "/cancel",
        Map.of("version", Integer.toString(meeting.version()), "reason", "The hall is closed"));
  }
}
