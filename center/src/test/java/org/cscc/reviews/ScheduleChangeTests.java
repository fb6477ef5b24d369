package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A team gets another rule of days while meetings are ahead. It is Tuesday, November 24. */
@ReviewsTest
class ScheduleChangeTests {
  private static final String SCHEDULE = "/reviews/schedules/englewood";

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

  @AfterEach
  void theRuleIsAsBefore() {
    jdbc.sql(
            """
            update reviews.schedule set rule = 'FREQ=WEEKLY;BYDAY=WE', from_day = '2026-01-04',
              starts_at = '13:00', place = '', version = 1 where team = 'englewood'
            """)
        .update();
  }

  @Test
  void rHrit01ARuleFromNextWeekOnLeavesThisWeeksMeetingWhereItIs() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      ZonedDateTime before = meeting(WEEK.firstDay()).begins();
      HttpResponse<String> answer =
          facilitator.post(SCHEDULE, wish(facilitator, "FR", "2026-11-29"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      assertThat(meeting(WEEK.firstDay()).begins()).isEqualTo(before);
      assertThat(meeting(WEEK.firstDay()).sequence()).isZero();
      assertThat(meeting(WEEK.next().firstDay()).begins().toLocalDate())
          .isEqualTo(LocalDate.of(2026, 12, 4));
      assertThat(meeting(WEEK.next().next().firstDay()).begins().getDayOfWeek())
          .isEqualTo(DayOfWeek.FRIDAY);
      assertThat(liaison.page("/notices").text()).contains("from now on: Fri, Dec 4, 9:00 am");
    }
  }

  @Test
  void aMeetingThatIsMovedInTheSameMomentKeepsTheHourThatThePersonChose() throws Exception {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      Map<String, String> wish = wish(facilitator, "FR", "2026-01-04");
      CompletableFuture<HttpResponse<String>> saved =
          transactions.execute(
              status -> {
                // Somebody has moved it to Saturday and is not finished yet.
                jdbc.sql(
                        """
                        update reviews.meeting set starts_at = '2026-11-28 16:00Z',
                          version = version + 1, sequence = sequence + 1
                        where team = 'englewood' and week = ?
                        """)
                    .param(WEEK.firstDay())
                    .update();
                CompletableFuture<HttpResponse<String>> sent =
                    CompletableFuture.supplyAsync(() -> facilitator.post(SCHEDULE, wish));
                long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (!sent.isDone() && !somebodyWaits() && System.nanoTime() < until) {
                  pause();
                }
                assertThat(sent).as("it waits for the move").isNotDone();
                return sent;
              });
      HttpResponse<String> answer = saved.get(20, TimeUnit.SECONDS);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      assertThat(meeting(WEEK.firstDay()).begins().toLocalDate())
          .isEqualTo(LocalDate.of(2026, 11, 28));
      assertThat(meeting(WEEK.firstDay()).sequence()).isEqualTo(1);
      assertThat(meeting(WEEK.next().firstDay()).begins().getDayOfWeek())
          .isEqualTo(DayOfWeek.FRIDAY);
    }
  }

  private static Map<String, String> wish(Visitor facilitator, String day, String from) {
    Map<String, String> wish = new HashMap<>();
    wish.put("version", facilitator.page(SCHEDULE).select("input[name=version]").attr("value"));
    wish.put("rule", "FREQ=WEEKLY;BYDAY=" + day);
    wish.put("from", from);
    wish.put("at", "09:00");
    wish.put("minutes", "60");
    wish.put("place", "Branch library");
    wish.put("quorum", "1");
    wish.put("seats", "DSS/DEPARTMENT_LIAISON");
    return wish;
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Meeting meeting(LocalDate week) {
    return store.of("englewood", week).orElseThrow();
  }
}
