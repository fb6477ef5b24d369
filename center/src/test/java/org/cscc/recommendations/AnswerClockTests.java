package org.cscc.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cscc.access.Role;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.kernel.ReviewWeek;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** R-INC-06: a recommendation stays visible until it is answered, and the clock says so. */
@CenterTest
@Import({Statements.class, Cast.class})
@TestPropertySource(properties = "cscc.test-home=recommendations") // a database of its own
class AnswerClockTests {
  @Autowired AnswerClock clock;
  @Autowired AnswerDays days;
  @Autowired RecommendationDesk desk;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    cast.clear();
  }

  @AfterEach
  void nobody() {
    Cast.beNobody();
  }

  @Test
  void anAnswerIsDueAtFiveInTheEveningThirtyDaysLaterWhateverTheClocksOnTheWallDo() {
    assertThat(days.due(Instant.parse("2026-10-20T14:00:00Z")))
        .as("daylight saving time ends in between")
        .isEqualTo(Instant.parse("2026-11-19T23:00:00Z"));
    assertThat(days.steering(Instant.parse("2026-10-20T14:00:00Z")))
        .isEqualTo(Instant.parse("2026-12-03T23:00:00Z"));
    assertThat(days.due(Instant.parse("2026-02-20T14:00:00Z")))
        .as("it begins in between")
        .isEqualTo(Instant.parse("2026-03-22T22:00:00Z"));
  }

  @Test
  void theAddresseeIsRemindedOnTheDayAndTheSteeringCommitteeHearsOfItLaterEachOnce() {
    String liaison = cast.add(Role.DEPARTMENT_LIAISON, "DSS");
    String other = cast.add(Role.DEPARTMENT_LIAISON, "CDOT");
    String steering = cast.add(Role.STEERING, "MOCS");
    String review = cast.review();
    cast.issued(review, "DSS", 1, 29, 30);
    assertThat(clock.run()).as("its day is tomorrow").isZero();
    jdbc.sql("update recommendations.recommendation set due_at = now() - interval '1 minute'")
        .update();
    assertThat(clock.run()).isEqualTo(1);
    assertThat(clock.run()).isZero();
    assertThat(notices(liaison, "due")).isEqualTo(1);
    assertThat(notices(other, "due")).isZero();
    assertThat(notices(steering, "steering")).isZero();
    jdbc.sql("update recommendations.recommendation set steering_at = now() - interval '1 minute'")
        .update();
    assertThat(clock.run()).isEqualTo(1);
    assertThat(clock.run()).isZero();
    assertThat(notices(steering, "steering")).isEqualTo(1);
    assertThat(notices(liaison, "due")).isEqualTo(1);
    assertThat(
            jdbc.sql("select level from recommendations.escalation order by level")
                .query(Integer.class)
                .list())
        .containsExactly(1, 2);
    assertThat(
            jdbc.sql("select move from recommendations.step order by position")
                .query(String.class)
                .list())
        .containsExactly("ISSUE", "REMIND", "RAISE");
  }

  @Test
  void whatIsAnsweredIsNotRaisedAnyMore() {
    String review = cast.review();
    cast.issued(review, "DSS", 1, 29, 30);
    cast.be(cast.add(Role.DEPARTMENT_LIAISON, "DSS"));
    cast.move(
        desk,
        cast.codes().getFirst(),
        new RecommendationMove.Accept(
            "Lights are repaired in three days", LocalDate.now(ReviewWeek.CHICAGO)));
    jdbc.sql("update recommendations.recommendation set due_at = now() - interval '1 minute'")
        .update();
    assertThat(clock.run()).isZero();
  }

  @Test
  void twoNodesRaiseEachOnce() throws Exception {
    String review = cast.review();
    cast.issued(review, "DSS", 250, 60, 30);
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      Callable<Integer> node = clock::run;
      int raised = 0;
      for (Future<Integer> one : nodes.invokeAll(List.of(node, node))) {
        raised += one.get();
      }
      raised += clock.run();
      assertThat(raised).as("each reached both levels").isEqualTo(500);
    }
    assertThat(
            jdbc.sql("select count(*) from recommendations.escalation")
                .query(Integer.class)
                .single())
        .isEqualTo(500);
  }

  private long notices(String account, String what) {
    return jdbc.sql("select count(*) from notices.notice where recipient = ? and kind = ?")
        .params(account, "recommendations.notice." + what)
        .query(Long.class)
        .single();
  }
}
