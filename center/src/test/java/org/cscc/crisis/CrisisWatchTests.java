package org.cscc.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.places.Asset;
import org.cscc.places.AssetKind;
import org.cscc.places.Assets;
import org.cscc.reviews.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R-INC-03 and R-INC-04: what opens an activation, which clocks run, and what is taken back. */
@CrisisTest
class CrisisWatchTests {
  private static final double LON = -87.6460;
  private static final double LAT = 41.7750;

  @Autowired CrisisWatch watch;
  @Autowired CrisisClock clocks;
  @Autowired CrisisDesk desk;
  @Autowired Records records;
  @Autowired Night night;
  @Autowired Assets assets;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aQuietNight() {
    night.clear();
    assets.replaceAll(List.of());
  }

  @AfterEach
  void nobody() {
    Night.beNobody();
  }

  @Test
  void rInc03OnePersonWoundedFarFromSchoolsOpensNothing() {
    night.onCall(Night.ENGLEWOOD);
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, false);
    look();
    assertThat(count()).isZero();
  }

  @Test
  void rInc03AHomicideOpensOneAndCallsWhoIsOnCallOnce() {
    night.onCall(Night.ENGLEWOOD);
    String outreach = night.add(Role.OUTREACH, "CDPH");
    String advocate = night.add(Role.ADVOCATE, "DFSS");
    String police = night.add(Role.POLICE_LIAISON, "CPD", "englewood");
    String facilitator = night.add(Role.FACILITATOR, "MOCS", "englewood");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    watch.run();
    records.feed();
    watch.run();
    assertThat(count()).as("one incident has one").isEqualTo(1);
    assertThat(night.reasons()).containsExactly("HOMICIDE");
    assertThat(night.state()).isEqualTo("NOTIFIED");
    assertThat(night.told(outreach)).containsExactly("crisis.notice.called");
    assertThat(night.told(advocate)).containsExactly("crisis.notice.called");
    assertThat(night.told(facilitator)).containsExactly("crisis.notice.opened");
    assertThat(night.told(police)).as("it goes one way").isEmpty();
    assertThat(jdbc.sql("select words::text from notices.notice").query(String.class).list())
        .as("an area and a code, nothing of what happened")
        .allSatisfy(words -> assertThat(words).matches(".*[0-9A-Z]{4}-[0-9A-Z]{4}.*Englewood.*"));
  }

  @Test
  void rInc03SeveralHarmedAMinorASchoolAndANearRepeatOpenOne() {
    records.shooting("2026-11-10T21:00", Night.ENGLEWOOD, LON, LAT, false);
    UUID minor = records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, false, false);
    jdbc.sql("update incidents.victimization set age_band = 'AGE_0_17' where incident = ?")
        .param(minor)
        .update();
    assets.replaceAll(
        List.of(new Asset(AssetKind.SCHOOL, "A school", LON + 0.001, LAT, null, null, "test")));
    look();
    assertThat(night.reasons())
        .containsExactly("MINOR", "NEAR_REPEAT", "SCHOOL_OR_PARK", "SEVERAL_HARMED");
    assertThat(night.state()).as("nobody is on call").isEqualTo("OPENED");
  }

  @Test
  void rInc04AnAnswerThatDoesNotComeCallsTheBackUpAndEachClockRunsOutOnce() throws Exception {
    night.onCall(Night.ENGLEWOOD);
    String director = night.add(Role.DIRECTOR, "MOCS");
    String library = night.add(Role.DEPARTMENT_LIAISON, "CPL");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    night.later(Duration.ofMinutes(29));
    assertThat(clocks.run()).isZero();
    night.later(Duration.ofMinutes(2));
    assertThat(twice()).as("on two nodes at once, each clock once").isEqualTo(2);
    assertThat(clocks.run()).isZero();
    assertThat(lapses()).containsExactly("ACKNOWLEDGE CDPH", "ACKNOWLEDGE DFSS");
    assertThat(night.told(library)).containsExactly("crisis.notice.called");
    assertThat(night.told(director))
        .as("nobody stands behind the one for survivors")
        .containsExactly("crisis.notice.late.acknowledge");
    night.later(Duration.ofDays(2));
    clocks.run();
    assertThat(lapses())
        .containsExactly(
            "ACKNOWLEDGE CDPH", "ACKNOWLEDGE CPL", "ACKNOWLEDGE DFSS", "CONTACT DFSS", "PLAN ");
  }

  @Test
  void rInc04TheBackUpOfTheSameOrganizationIsCalledWhenTheFirstDoesNotAnswer() {
    night.turn("OUTREACH", Night.ENGLEWOOD, false, "CDPH");
    night.turn("OUTREACH", Night.ENGLEWOOD, true, "CDPH");
    String outreach = night.add(Role.OUTREACH, "CDPH");
    String director = night.add(Role.DIRECTOR, "MOCS");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    night.later(Duration.ofMinutes(31));
    assertThat(clocks.run()).isEqualTo(1);
    assertThat(night.told(outreach))
        .as("its people are called a second time")
        .containsExactly("crisis.notice.called", "crisis.notice.called");
    assertThat(night.told(director))
        .as("the same organization is nobody new")
        .containsExactly("crisis.notice.late.acknowledge");
    assertThat(calls()).containsExactly("CDPH OUTREACH", "CDPH BACK_UP");
    assertThat(jdbc.sql("select count(*) from crisis.party").query(Integer.class).single())
        .as("one organization answers once")
        .isEqualTo(1);
    night.later(Duration.ofHours(1));
    assertThat(clocks.run()).as("and is not called for ever").isZero();
  }

  @Test
  void rInc04ABackUpThatIsSilentItselfIsFollowedByNobodyAndTheDirectorHearsItOnce() {
    night.turn("OUTREACH", Night.ENGLEWOOD, false, "CDPH");
    night.turn("OUTREACH", Night.ENGLEWOOD, true, "CPL");
    String director = night.add(Role.DIRECTOR, "MOCS");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    night.later(Duration.ofMinutes(31));
    clocks.run();
    assertThat(night.told(director)).as("the back-up has its own half hour").isEmpty();
    night.later(Duration.ofMinutes(31));
    clocks.run();
    assertThat(lapses()).containsExactly("ACKNOWLEDGE CDPH", "ACKNOWLEDGE CPL");
    assertThat(night.told(director)).containsExactly("crisis.notice.late.acknowledge");
    assertThat(calls())
        .as("nobody is called twice")
        .containsExactly("CDPH OUTREACH", "CPL BACK_UP");
    night.later(Duration.ofHours(1));
    clocks.run();
    assertThat(night.told(director)).hasSize(1);
  }

  @Test
  void rInc04WhoCanNotComeIsFollowedByTheBackUpAtOnceAndThenByTheDirector() {
    night.turn("OUTREACH", Night.ENGLEWOOD, false, "CDPH");
    night.turn("OUTREACH", Night.ENGLEWOOD, true, "CPL");
    String director = night.add(Role.DIRECTOR, "MOCS");
    String facilitator = night.add(Role.FACILITATOR, "MOCS", "englewood");
    String library = night.add(Role.DEPARTMENT_LIAISON, "CPL");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    canNot(Role.OUTREACH, "CDPH");
    assertThat(calls()).containsExactly("CDPH OUTREACH", "CPL BACK_UP");
    assertThat(night.told(library)).containsExactly("crisis.notice.called");
    assertThat(night.told(facilitator)).contains("crisis.notice.unable-followed");
    assertThat(night.told(director)).as("somebody new was called").isEmpty();
    canNot(Role.DEPARTMENT_LIAISON, "CPL");
    assertThat(night.told(director)).containsExactly("crisis.notice.unable");
    assertThat(night.told(facilitator)).contains("crisis.notice.unable");
  }

  @Test
  void rInc04WhoWasSilentAndThenCanNotComeIsToldAboveOnce() {
    night.turn("OUTREACH", Night.ENGLEWOOD, false, "CDPH");
    String director = night.add(Role.DIRECTOR, "MOCS");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    night.later(Duration.ofMinutes(31));
    clocks.run();
    assertThat(night.told(director)).containsExactly("crisis.notice.late.acknowledge");
    canNot(Role.OUTREACH, "CDPH");
    assertThat(night.told(director)).containsExactly("crisis.notice.late.acknowledge");
  }

  @Test
  void rInc04WhoCanComeAfterAllIsCalledAnewAndItsClockRunsAgain() {
    night.turn("OUTREACH", Night.ENGLEWOOD, false, "CDPH");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    night.later(Duration.ofMinutes(31));
    clocks.run();
    canNot(Role.OUTREACH, "CDPH");
    night.be(night.add(Role.FACILITATOR, "MOCS", "englewood"));
    move(new CrisisMove.Call("CDPH", Party.Duty.OUTREACH));
    Night.beNobody();
    assertThat(
            jdbc.sql("select state || coalesce(unable_code, '') from crisis.party")
                .query(String.class)
                .single())
        .isEqualTo("NOTIFIED");
    assertThat(clocks.run()).isZero();
    night.later(Duration.ofMinutes(31));
    assertThat(clocks.run()).as("its second half hour is over, too").isEqualTo(1);
    assertThat(clocks.run()).isZero();
    as(Role.OUTREACH, "CDPH", CrisisMoveKind.ACKNOWLEDGE);
    assertThat(night.state()).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void rInc04WhoeverIsOnDutyForTheCenterHearsOfEveryArea() {
    night.duty("Dana Duty");
    String officer = night.named("Dana Duty", Role.FACILITATOR, "MOCS", "austin");
    String colleague = night.named("Not On Duty", Role.FACILITATOR, "MOCS", "austin");
    String namesake = night.named("Dana Duty", Role.OUTREACH, "MOCS");
    night.turn("OUTREACH", Night.ENGLEWOOD, false, "CDPH");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    night.later(Duration.ofMinutes(31));
    clocks.run();
    assertThat(night.told(officer))
        .containsExactly("crisis.notice.late.acknowledge", "crisis.notice.opened");
    assertThat(night.told(colleague)).isEmpty();
    assertThat(night.told(namesake)).isEmpty();
  }

  @Test
  void rInc04ABackUpThatWasCalledForSomethingElseIsPassedByForTheNextTurn() {
    night.turn("OUTREACH", Night.ENGLEWOOD, false, "CDPH");
    night.turn("VICTIM_SERVICES", Night.ENGLEWOOD, false, "DFSS");
    night.turn("OUTREACH", Night.ENGLEWOOD, true, "DFSS");
    night.turn("OUTREACH", Night.ENGLEWOOD, true, "CPL");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    as(Role.ADVOCATE, "DFSS", CrisisMoveKind.ACKNOWLEDGE);
    night.later(Duration.ofMinutes(31));
    assertThat(clocks.run()).isEqualTo(1);
    assertThat(calls()).contains("CPL BACK_UP").doesNotContain("DFSS BACK_UP", "CDPH BACK_UP");
  }

  @Test
  void rInc04WhoAnswersAndArrivesInTimeIsNotLate() {
    night.onCall(Night.ENGLEWOOD);
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    night.later(Duration.ofMinutes(10));
    as(Role.OUTREACH, "CDPH", CrisisMoveKind.ACKNOWLEDGE);
    as(Role.ADVOCATE, "DFSS", CrisisMoveKind.ACKNOWLEDGE);
    assertThat(night.state()).isEqualTo("ACKNOWLEDGED");
    night.later(Duration.ofMinutes(40));
    as(Role.OUTREACH, "CDPH", CrisisMoveKind.DEPLOY);
    as(Role.ADVOCATE, "DFSS", CrisisMoveKind.CONTACT);
    assertThat(clocks.run()).isZero();
    night.later(Duration.ofMinutes(30));
    assertThat(clocks.run()).as("help for survivors is not there after an hour").isEqualTo(1);
    assertThat(lapses()).containsExactly("DEPLOY DFSS");
  }

  @Test
  void rInc04LessonsDoNotEndTheHoursInWhichSurvivorsAreReached() {
    night.turn("VICTIM_SERVICES", Night.ENGLEWOOD, false, "DFSS");
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    as(Role.ADVOCATE, "DFSS", CrisisMoveKind.ACKNOWLEDGE);
    as(Role.ADVOCATE, "DFSS", CrisisMoveKind.DEPLOY);
    night.later(Duration.ofHours(20));
    night.be(night.add(Role.FACILITATOR, "MOCS", "englewood"));
    move(new CrisisMove.Because(CrisisMoveKind.STAND_DOWN, "The block is calm"));
    move(new CrisisMove.Learned("Fast answers", "A list of keys", "Ask the library"));
    Night.beNobody();
    assertThat(night.state()).isEqualTo("AFTER_ACTION");
    night.later(Duration.ofHours(30));
    clocks.run();
    assertThat(lapses()).containsExactly("CONTACT DFSS");
    as(Role.ADVOCATE, "DFSS", CrisisMoveKind.LEAVE);
    as(Role.ADVOCATE, "DFSS", CrisisMoveKind.CONTACT);
    assertThat(night.state()).isEqualTo("AFTER_ACTION");
  }

  @Test
  void aDeathAfterwardsIsAnotherReasonAndNotAnotherActivation() {
    UUID incident = records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, false, false);
    look();
    assertThat(night.reasons()).containsExactly("SEVERAL_HARMED");
    records.dies(incident, 2);
    look();
    assertThat(night.reasons()).containsExactly("HOMICIDE", "SEVERAL_HARMED");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void g2WhatANearRepeatOpenedIsTakenBackWhenTheFirstTurnsOutUnfounded() {
    night.onCall(Night.ENGLEWOOD);
    String outreach = night.add(Role.OUTREACH, "CDPH");
    UUID first = records.shooting("2026-11-14T21:00", Night.ENGLEWOOD, LON, LAT, false);
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, false);
    look();
    assertThat(night.reasons()).containsExactly("NEAR_REPEAT");
    records.unfounded(first);
    look();
    assertThat(night.reasons()).containsExactly("-NEAR_REPEAT");
    assertThat(night.state()).isEqualTo("STOOD_DOWN");
    assertThat(night.told(outreach))
        .containsExactly(
            "crisis.notice.called", "crisis.notice.retracted", "crisis.notice.stood-down");
    look();
    assertThat(night.told(outreach)).hasSize(3);
  }

  @Test
  void whatIsTakenBackWhileSomebodyIsThereIsForWhoeverLeadsItToDecide() {
    night.onCall(Night.ENGLEWOOD);
    String facilitator = night.add(Role.FACILITATOR, "MOCS", "englewood");
    UUID incident = records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    as(Role.OUTREACH, "CDPH", CrisisMoveKind.ACKNOWLEDGE);
    as(Role.OUTREACH, "CDPH", CrisisMoveKind.DEPLOY);
    records.unfounded(incident);
    look();
    assertThat(night.state()).isEqualTo("DEPLOYED");
    assertThat(jdbc.sql("select doubted from crisis.activation").query(Boolean.class).single())
        .isTrue();
    assertThat(night.told(facilitator)).contains("crisis.notice.doubted");
    night.be(facilitator);
    move(new CrisisMove.Because(CrisisMoveKind.KEEP, "The family asked that somebody stays"));
    assertThat(jdbc.sql("select doubted from crisis.activation").query(Boolean.class).single())
        .isFalse();
    assertThat(night.state()).isEqualTo("DEPLOYED");
  }

  @Test
  void oneReasonOfSeveralIsTakenBackAndTheOthersHold() {
    night.onCall(Night.ENGLEWOOD);
    String outreach = night.add(Role.OUTREACH, "CDPH");
    UUID first = records.shooting("2026-11-14T21:00", Night.ENGLEWOOD, LON, LAT, false);
    records.shooting("2026-11-22T21:00", Night.ENGLEWOOD, LON, LAT, false, false);
    look();
    records.unfounded(first);
    look();
    assertThat(night.reasons()).containsExactly("-NEAR_REPEAT", "SEVERAL_HARMED");
    assertThat(night.state()).isEqualTo("NOTIFIED");
    assertThat(night.told(outreach)).contains("crisis.notice.reason-retracted");
  }

  @Test
  void whatWasCalledByHandIsJoinedWithTheIncidentWhenTheFeedTellsOfIt() {
    night.onCall(Night.ENGLEWOOD);
    night.be(night.add(Role.FACILITATOR, "MOCS", "englewood"));
    Instant then = night.now().minus(Duration.ofHours(2));
    desk.open(
        access.require(Capability.OPEN_CRISES),
        null,
        null,
        new CrisisOpening.Call(
            null, Night.ENGLEWOOD, "", then, "Two people shot at the corner", false));
    Night.beNobody();
    assertThat(night.reasons()).containsExactly("CALLED");
    night.later(Duration.ofHours(30));
    records.shooting("2026-11-24T06:30", Night.ENGLEWOOD, LON, LAT, false, false);
    look();
    assertThat(count()).isEqualTo(1);
    assertThat(night.reasons()).containsExactly("CALLED", "SEVERAL_HARMED");
    assertThat(
            jdbc.sql("select incident is not null from crisis.activation")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whatHappenedLongBeforeItCameInOpensNothing() {
    records.shooting("2026-11-10T21:00", Night.ENGLEWOOD, LON, LAT, true);
    look();
    assertThat(count()).isZero();
  }

  private int twice() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    int all = 0;
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> runs = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        runs.add(
            nodes.submit(
                () -> {
                  start.await();
                  return clocks.run();
                }));
      }
      start.countDown();
      for (Future<Integer> run : runs) {
        all += run.get();
      }
    }
    return all;
  }

  private void look() {
    records.feed();
    watch.run();
  }

  private long count() {
    return jdbc.sql("select count(*) from crisis.activation").query(Long.class).single();
  }

  /** Whom the center called for what, in the order of the history. */
  private List<String> calls() {
    return jdbc.sql(
            """
            select organization || ' ' || detail from crisis.step where move = 'CALL'
            order by position
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private List<String> lapses() {
    return jdbc.sql("select clock || ' ' || organization from crisis.lapse order by 1")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private void as(Role role, String organization, CrisisMoveKind kind) {
    night.be(night.add(role, organization));
    move(new CrisisMove.Plain(kind));
    Night.beNobody();
  }

  /** An organization says that it can not come. */
  private void canNot(Role role, String organization) {
    night.be(night.add(role, organization));
    move(new CrisisMove.Unable(UnableCode.NO_STAFF));
    Night.beNobody();
  }

  private void move(CrisisMove move) {
    String code = jdbc.sql("select code from crisis.activation").query(String.class).single();
    int version = jdbc.sql("select version from crisis.activation").query(Integer.class).single();
    assertThat(desk.move(access.require(Capability.READ_CRISES), null, code, version, move))
        .isInstanceOf(CrisisMoved.Done.class);
  }
}
