package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reviews that are held together, asked for by facilitators of different teams. */
@ReviewsTest
class MergeTests {
  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  @BeforeEach
  void aWeekIsPlanned() {
    records.clear();
    records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.feed();
    plan.ahead();
  }

  @Test
  void rMeet07AReviewWithGuestsStaysEvenForWhoReadsNoneOfThem() {
    try (Visitor guest =
            Visitor.as(Role.FACILITATOR, accounts, port, "englewood", "west-englewood");
        Visitor host = Visitor.as(Role.FACILITATOR, accounts, port, "west-englewood", "austin")) {
      assertThat(merge(guest, "englewood", "west-englewood").statusCode()).isEqualTo(302);
      assertThat(host.get("/reviews/2026-11-15/englewood/room").statusCode())
          .as("the guests are not within reach")
          .isEqualTo(403);
      HttpResponse<String> refused = merge(host, "west-englewood", "austin");
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
      assertThat(refused.body())
          .contains("R-MEET-07", "Another team meets at this review already")
          .doesNotContain(">Englewood");
      assertThat(meeting("west-englewood").state().ahead()).isTrue();
      assertThat(meeting("west-englewood").mergedInto()).isNull();
      // Somebody else's guests of the same week are no reason.
      assertThat(merge(host, "austin", "west-englewood").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void rMeet07OfTwoMergesInTheSameMomentOneIsRefused() throws Exception {
    try (Visitor one = Visitor.as(Role.FACILITATOR, accounts, port, "englewood", "west-englewood");
        Visitor other = Visitor.as(Role.FACILITATOR, accounts, port, "west-englewood", "austin")) {
      for (String[] second :
          new String[][] {{"west-englewood", "englewood"}, {"west-englewood", "austin"}}) {
        aWeekIsPlanned();
        Visitor late = second[1].equals("austin") ? other : one;
        CompletableFuture<HttpResponse<String>> waits =
            transactions.execute(
                status -> {
                  // The first one has merged and not finished yet.
                  jdbc.sql(
                          """
                          update reviews.meeting set state = 'MERGED', merged_into = ?
                          where team = 'englewood' and week = ?
                          """)
                      .params(meeting("west-englewood").id(), WEEK.firstDay())
                      .update();
                  CompletableFuture<HttpResponse<String>> sent =
                      CompletableFuture.supplyAsync(() -> merge(late, second[0], second[1]));
                  long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                  while (!sent.isDone() && !somebodyWaits() && System.nanoTime() < until) {
                    Thread.onSpinWait();
                  }
                  assertThat(sent).as("it waits for the first one").isNotDone();
                  return sent;
                });
        HttpResponse<String> answer = waits.get(20, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("R-MEET-07");
        assertThat(meeting("west-englewood").mergedInto()).isNull();
      }
    }
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            """
            select exists (select from pg_locks where not granted)
            """)
        .query(Boolean.class)
        .single();
  }

  private HttpResponse<String> merge(Visitor visitor, String team, String other) {
    return visitor.post(
        "/reviews/2026-11-15/" + team + "/room/merge",
        Map.of(
            "version",
            Integer.toString(meeting(team).version()),
            "other",
            other,
            "reason",
            "Both look at the same border"));
  }

  private Meeting meeting(String team) {
    return store.of(team, WEEK.firstDay()).orElseThrow();
  }
}
