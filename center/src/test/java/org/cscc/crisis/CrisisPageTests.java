package org.cscc.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.cscc.kernel.ReviewWeek;
import org.cscc.reviews.Records;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Activations over real HTTP, by the forms that stand on the pages. */
@CrisisTest
class CrisisPageTests {
  private static final double LON = -87.6460;
  private static final double LAT = 41.7750;
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired CrisisWatch watch;
  @Autowired CrisisClock clocks;
  @Autowired Records records;
  @Autowired Night night;
  @Autowired JdbcClient jdbc;
  @Autowired Access access;
  @Autowired Acknowledgements acknowledgements;

  @AfterEach
  void nobody() {
    Night.beNobody();
  }

  @BeforeEach
  void aQuietNight() {
    night.clear();
    night.onCall(Night.ENGLEWOOD);
  }

  @Test
  void anActivationGoesFromTheCallToWhatWasLearned() {
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true, false);
    records.feed();
    watch.run();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor outreach = of(Role.OUTREACH, "CDPH");
        Visitor advocate = of(Role.ADVOCATE, "DFSS");
        Visitor stranger = of(Role.DEPARTMENT_LIAISON, "CPS")) {
      String path = "/crisis/" + code();
      assertThat(outreach.page("/crisis").select("h1").text())
          .isEqualTo("1 activation waits for your answer");
      assertThat(outreach.page("/").text()).contains("1 activation waits for the answer");
      assertThat(stranger.get(path).statusCode()).isEqualTo(404);
      Document page = outreach.page(path);
      assertThat(page.select("h1").text())
          .isEqualTo("0 of 2 organizations have answered in Englewood");
      assertThat(page.text())
          .contains("A person died", "Several people were harmed")
          .doesNotContain("??");
      send(outreach, page, "acknowledge", Map.of());
      night.later(Duration.ofMinutes(45));
      send(outreach, outreach.page(path), "deploy", Map.of());
      clocks.run();
      send(advocate, advocate.page(path), "acknowledge", Map.of());
      send(advocate, advocate.page(path), "contact", Map.of());
      assertThat(advocate.page(path).select("ol.steps").text())
          .as("nor does one organization read who works for another")
          .contains("CDPH,")
          .containsPattern("c-\\S+ \\(DFSS\\)")
          .doesNotContain("(CDPH)");
      assertThat(facilitator.page(path).select("ol.steps").text()).contains("(CDPH)", "(DFSS)");
      assertThat(outreach.post(path + "/contact", Map.of()).statusCode()).isEqualTo(403);
      Document led = facilitator.page(path);
      assertThat(led.select("h1").text()).startsWith("2 of 2 organizations have answered");
      assertThat(led.select("aside").text())
          .contains("Clocks that ran out", "DFSS", "2, 1 of them killed");
      HttpResponse<String> early =
          facilitator.post(path + "/stabilise", Map.of("version", value(led, "version")));
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-CRISIS-05");
      Map<String, String> plan = new HashMap<>();
      plan.put("kind", "SCHOOL");
      plan.put("who", "CPS");
      plan.put("from", field(2));
      plan.put("until", field(5));
      plan.put("said", "they say it was Lil J from the 600 block");
      HttpResponse<String> linted = send(facilitator, led, "plan", plan);
      assertThat(linted.statusCode()).isEqualTo(422);
      assertThat(linted.body()).contains("R-HRIT-09");
      plan.put("said", "A guard at the north corner when school ends");
      assertThat(send(facilitator, facilitator.page(path), "plan", plan).statusCode())
          .isEqualTo(302);
      send(
          facilitator,
          facilitator.page(path),
          "call",
          Map.of("organization", "CPS", "duty", "DEPARTMENT"));
      Document called = stranger.page(path);
      assertThat(called.text()).contains("A guard at the north corner");
      assertThat(called.select("ol.steps").text())
          .as("a department reads which organization answered, and not who works there")
          .contains("CDPH")
          .doesNotContain("c-");
      send(facilitator, facilitator.page(path), "stabilise", Map.of());
      send(
          facilitator,
          facilitator.page(path),
          "stand-down",
          Map.of("reason", "The evening was quiet"));
      assertThat(outreach.page("/notices").text())
          .contains("An activation was stood down in Englewood");
      send(
          facilitator,
          facilitator.page(path),
          "lessons",
          Map.of(
              "strengths", "Fast answers",
              "toImprove", "The school was told late",
              "nextSteps", "The facilitator asks the school for a number, by Friday"));
      Document over = facilitator.page(path);
      assertThat(over.text())
          .contains("lessons written", "The school was told late")
          .doesNotContain("??");
      assertThat(facilitator.get("/crisis/list.csv").body())
          .contains("CDPH,OUTREACH,DEPLOYED", "CPS,DEPARTMENT,NOTIFIED");
      assertThat(facilitator.page("/crisis/measures").text())
          .contains("too few to judge", "1 of 2")
          .doesNotContain("??");
    }
  }

  @Test
  void whoReadsBeyondTheOwnTeamsOnAReasonMovesNothingThere() {
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    records.feed();
    watch.run();
    try (Visitor other = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      String path = "/crisis/" + code();
      assertThat(other.get(path).statusCode()).isEqualTo(404);
      other.post(
          "/access/emergency",
          Map.of("reason", "The facilitator of the team is not reachable", "hours", "1"));
      Document read = other.page(path);
      assertThat(read.select("main form")).isEmpty();
      assertThat(other.post(path + "/stand-down", Map.of("reason", "Not ours")).statusCode())
          .isEqualTo(404);
      assertThat(night.state()).isEqualTo("NOTIFIED");
    }
  }

  @Test
  void policeLiaisonsReadNothingOfIt() {
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    records.feed();
    watch.run();
    try (Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "englewood")) {
      for (String path : new String[] {"/crisis", "/crisis/" + code(), "/crisis/list.csv"}) {
        assertThat(police.get(path).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(police.page("/").text()).doesNotContain("activation");
    }
  }

  @Test
  void whoeverIsOnDutyOpensOneBeforeTheFeedKnowsAndNothingIsAskedTwice() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      Document form = facilitator.page("/crisis/new");
      Map<String, String> said = new HashMap<>();
      said.put("key", value(form, "key"));
      said.put("area", "68");
      said.put("block", "6300 S Halsted St");
      said.put("at", field(-1));
      said.put("why", "Several people were shot in front of a store");
      HttpResponse<String> made = facilitator.post("/crisis/new", said);
      assertThat(made.statusCode()).isEqualTo(302);
      HttpResponse<String> again = facilitator.post("/crisis/new", said);
      assertThat(again.headers().firstValue("Location"))
          .isEqualTo(made.headers().firstValue("Location"));
      said.put("key", UUID.randomUUID().toString());
      said.put("area", "25");
      HttpResponse<String> elsewhere = facilitator.post("/crisis/new", said);
      assertThat(elsewhere.statusCode()).isEqualTo(403);
      assertThat(elsewhere.body()).contains("R-CRISIS-03");
      said.put("key", UUID.randomUUID().toString());
      said.put("area", "68");
      said.put("at", field(5));
      HttpResponse<String> ahead = facilitator.post("/crisis/new", said);
      assertThat(ahead.statusCode()).isEqualTo(422);
      assertThat(ahead.body()).contains("R-CRISIS-09");
      assertThat(facilitator.page("/crisis").text()).contains("063XX S HALSTED ST");
    }
  }

  @Test
  void b2TheDutyOfficerOfTheListOpensAndLeadsInEveryAreaWhileTheTurnRuns() {
    night.duty(" dana duty ");
    String officer = night.named("Dana Duty", Role.FACILITATOR, "MOCS", "austin");
    try (Visitor duty = Visitor.of(officer, officer + "-password", port);
        Visitor other = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      Map<String, String> said = said(Night.ENGLEWOOD, "6300 S Halsted St", -1);
      assertThat(other.post("/crisis/new", said).body()).contains("R-CRISIS-03");
      assertThat(duty.page("/crisis/new").select("#area option").size()).isEqualTo(77);
      HttpResponse<String> made = duty.post("/crisis/new", said);
      assertThat(made.statusCode()).isEqualTo(302);
      String path = made.headers().firstValue("Location").orElseThrow();
      assertThat(other.get(path).statusCode()).isEqualTo(404);
      send(duty, duty.page(path), "stand-down", Map.of("reason", "It was a car that backfired"));
      send(
          duty,
          duty.page(path),
          "lessons",
          Map.of("strengths", "Fast", "toImprove", "Nothing", "nextSteps", "Nobody, nothing"));
      assertThat(night.state()).isEqualTo("AFTER_ACTION");
      night.turnsEnd();
      assertThat(duty.get(path).statusCode()).as("the turn is over").isEqualTo(404);
      assertThat(duty.page("/crisis/new").select("#area option").eachText())
          .containsExactly("Austin");
    }
  }

  @Test
  void b2ATurnThatNamesNobodyWidensNothing() {
    night.duty("");
    String nameless = night.named("Somebody Else", Role.FACILITATOR, "MOCS", "austin");
    String elsewhere = night.named("Dana Duty", Role.FACILITATOR, "CDPH", "austin");
    String representative = night.named("Dana Duty", Role.REPRESENTATIVE, "MOCS", "austin");
    night.be(nameless);
    assertThat(access.require(Capability.OPEN_CRISES).everywhere()).isFalse();
    night.duty("Dana Duty");
    for (String name : new String[] {nameless, elsewhere, representative}) {
      night.be(name);
      assertThat(access.require(Capability.READ_CRISES).everywhere()).as(name).isFalse();
    }
    String officer = night.named("Dana Duty", Role.FACILITATOR, "MOCS");
    acknowledgements.acknowledgedOnPaper(officer);
    night.be(officer);
    assertThat(access.require(Capability.READ_CRISES).everywhere()).isTrue();
    assertThat(access.require(Capability.READ_INCIDENTS).everywhere())
        .as("activations, and nothing else")
        .isFalse();
  }

  @Test
  void b2WhatIsOpenOnTheBlockIsShownBeforeASecondOneIsOpened() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      HttpResponse<String> first =
          facilitator.post("/crisis/new", said(Night.ENGLEWOOD, "6300 S Halsted St", -1));
      String there = first.headers().firstValue("Location").orElseThrow();
      Map<String, String> said = said(Night.ENGLEWOOD, "6301 S Halsted St", -2);
      HttpResponse<String> shown = director.post("/crisis/new", said);
      assertThat(shown.statusCode()).isEqualTo(409);
      Document page = Jsoup.parse(shown.body());
      assertThat(page.select("section.refusal a").eachAttr("href")).containsExactly(there);
      assertThat(value(page, "block")).isEqualTo("6301 S Halsted St");
      assertThat(value(page, "at")).isEqualTo(said.get("at"));
      assertThat(value(page, "why")).isEqualTo(said.get("why"));
      assertThat(value(page, "key")).isEqualTo(said.get("key"));
      assertThat(page.select("#area option[selected]").val()).isEqualTo("68");
      assertThat(page.text()).doesNotContain("??");
      assertThat(count()).isEqualTo(1);
      said.put("another", "true");
      HttpResponse<String> made = director.post("/crisis/new", said);
      assertThat(made.statusCode()).as("the key was not used up").isEqualTo(302);
      assertThat(made.headers().firstValue("Location").orElseThrow()).isNotEqualTo(there);
      assertThat(count()).isEqualTo(2);
      assertThat(director.post("/crisis/new", said(Night.ENGLEWOOD, "", -5)).statusCode())
          .as("without a block, the area and about the same hours")
          .isEqualTo(409);
      assertThat(director.post("/crisis/new", said(Night.ENGLEWOOD, "", -20)).statusCode())
          .isEqualTo(302);
      assertThat(
              director
                  .post("/crisis/new", said(Night.ENGLEWOOD, "7000 S Halsted St", -1))
                  .statusCode())
          .as("another block, at another hour than the one without a block")
          .isEqualTo(302);
      assertThat(director.post("/crisis/new", said(25, "6300 S Halsted St", -1)).statusCode())
          .isEqualTo(302);
    }
  }

  @Test
  void b2TheFormThatMetAnActivationOfItsIncidentLeadsThereEachTime() {
    UUID incident = records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true, false);
    records.feed();
    watch.run();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      Map<String, String> said =
          new HashMap<>(
              Map.of(
                  "key", UUID.randomUUID().toString(),
                  "incident", incident.toString(),
                  "why", "The family asks for somebody"));
      for (int i = 0; i < 2; i++) {
        HttpResponse<String> answer = facilitator.post("/crisis/new", said);
        assertThat(answer.headers().firstValue("Location")).contains("/crisis/" + code());
      }
      assertThat(count()).isEqualTo(1);
    }
  }

  private Map<String, String> said(int area, String block, int hours) {
    Map<String, String> said = new HashMap<>();
    said.put("key", UUID.randomUUID().toString());
    said.put("area", String.valueOf(area));
    said.put("block", block);
    said.put("at", field(hours));
    said.put("why", "Several people were shot in front of a store");
    return said;
  }

  private int count() {
    return jdbc.sql("select count(*) from crisis.activation").query(Integer.class).single();
  }

  @Test
  void whoIsSlowerSeesBothAndKeepsWhatWasTyped() {
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    records.feed();
    watch.run();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor outreach = of(Role.OUTREACH, "CDPH")) {
      String path = "/crisis/" + code();
      Document seen = facilitator.page(path);
      Document other = outreach.page(path);
      send(outreach, other, "acknowledge", Map.of());
      HttpResponse<String> stale =
          send(facilitator, seen, "stand-down", Map.of("reason", "Nobody is needed there"));
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).contains("Nobody is needed there", "Answered");
      assertThat(night.state()).isEqualTo("ACKNOWLEDGED");
    }
  }

  @Test
  void theListTakesTheSameStatementsHoweverManyThereAre() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
      records.feed();
      watch.run();
      facilitator.page("/crisis");
      int few = Statements.during(() -> facilitator.page("/crisis"));
      for (int i = 0; i < 30; i++) {
        records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
      }
      records.feed();
      watch.run();
      int many = Statements.during(() -> facilitator.page("/crisis"));
      assertThat(many).isEqualTo(few);
      assertThat(facilitator.page("/crisis").select("tbody tr").size()).isEqualTo(31);
    }
  }

  private Visitor of(Role role, String organization) {
    String name = night.add(role, organization);
    return Visitor.of(name, name + "-password", port);
  }

  private String code() {
    return jdbc.sql("select code from crisis.activation limit 1").query(String.class).single();
  }

  private String field(int hours) {
    return FIELD.format(night.now().plus(Duration.ofHours(hours)).atZone(ReviewWeek.CHICAGO));
  }

  private static String value(Document page, String name) {
    return page.select("input[name=" + name + "]").val();
  }
}
