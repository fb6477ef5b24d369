package org.cscc.access.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each account is looked at each quarter, by somebody else. */
@CenterTest
class AccountReviewTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private final String name = "q-" + UUID.randomUUID().toString().substring(0, 12);

  @BeforeEach
  void anAccount() {
    jdbc.sql("delete from access.account_review").update();
    jdbc.sql("update access.account set created_at = now()").update();
    accounts.add(name, "Somebody", Role.TRAINER, Seats.in("CDOT", Set.of("austin")), name + name);
  }

  @Test
  void anAccountIsDueAtTheEndOfTheQuarterAfterTheLastLook() {
    assertThat(Quarter.of(LocalDate.of(2026, 12, 31)).next().lastDay())
        .isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(Quarter.of(LocalDate.of(2027, 4, 1)).lastDay()).isEqualTo(LocalDate.of(2027, 6, 30));
    ReviewedAccount account = looked(OffsetDateTime.of(2026, 10, 1, 3, 0, 0, 0, ZoneOffset.UTC));
    // In Chicago it was still September.
    assertThat(account.due()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(account.open(LocalDate.of(2026, 9, 30))).isFalse();
    assertThat(account.open(LocalDate.of(2026, 10, 1))).isTrue();
    assertThat(account.late(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(account.late(LocalDate.of(2027, 1, 1))).isTrue();
  }

  @Test
  void anAccountIsUnusedAfterNinetyDaysOfTheWallClock() {
    // Ten past midnight of August 31 in Chicago; the clocks went back in between.
    ReviewedAccount account = looked(OffsetDateTime.of(2026, 8, 31, 5, 10, 0, 0, ZoneOffset.UTC));
    assertThat(account.unused(LocalDate.of(2026, 11, 29))).isFalse();
    assertThat(account.unused(LocalDate.of(2026, 11, 30))).isTrue();
  }

  private static ReviewedAccount looked(OffsetDateTime at) {
    return new ReviewedAccount(
        UUID.randomUUID(), "a", "A", Role.TRAINER, "MOCS", List.of(), at, null, 0, at, "b", "");
  }

  @Test
  void aDirectorKeepsAnAccountAndThePageSaysWhoDid() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Element row = row(director);
      assertThat(row.text()).contains("Trainer", "CDOT", "austin", "never", "Not yet");
      assertThat(decide(director, "KEPT", "")).endsWith("?kept");
      assertThat(row(director).text()).contains(", by v-");
      assertThat(
              jdbc.sql("select count(*) from audit.event where record = ? and after = 'KEPT'")
                  .param(name)
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void whatIsTakenAwayNeedsAReasonAndIsClosedAtOnce() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor somebody = Visitor.of(name, name + name, port)) {
      assertThat(row(director).text()).doesNotContain("never");
      assertThat(somebody.get("/").statusCode()).isEqualTo(200);
      assertThat(decide(director, "TAKEN_AWAY", "")).isEqualTo("R-REVIEW-03");
      assertThat(decide(director, "TAKEN_AWAY", "Left the department")).endsWith("?taken");
      assertThat(somebody.get("/").statusCode()).isEqualTo(302);
      assertThat(director.page("/access/review").select("tr:contains(" + name + ")")).isEmpty();
    }
  }

  @Test
  void anAccountThatNobodyUsedIsKeptOnlyWithAReason() {
    // A day on Chicago's calendar: 91 times 24 hours are 90 such days around a change of the
    // clocks.
    jdbc.sql("update access.account set created_at = ? where name = ?")
        .param(
            WallClock.dayOf(Instant.now())
                .minusDays(91)
                .atTime(12, 0)
                .atZone(ReviewWeek.CHICAGO)
                .toOffsetDateTime())
        .param(name)
        .update();
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      assertThat(row(director).text()).contains("Not used for 90 days");
      assertThat(decide(director, "KEPT", " ")).isEqualTo("R-REVIEW-03");
      assertThat(decide(director, "KEPT", "Back from leave in June")).endsWith("?kept");
    }
  }

  @Test
  void nobodyLooksAtTheOwnAccountAndTheAdministratorLooksAtDirectors() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor administrator = Visitor.as(Role.ADMINISTRATOR, accounts, port)) {
      Element theDirector =
          administrator
              .page("/access/review")
              .expectFirst("tbody tr:contains(Visitor DIRECTOR):has(form)");
      String form = theDirector.select("form").attr("action");
      String shown = theDirector.select("input[name=shown]").attr("value");
      Map<String, String> keep = Map.of("verdict", "KEPT", "shown", shown);
      assertThat(director.post(form, keep).body()).contains("R-REVIEW-02");
      assertThat(administrator.post(form, keep).statusCode()).isEqualTo(302);
      assertThat(row(administrator).select("form")).as("the trainer's").isEmpty();
      assertThat(decide(director, "KEPT", "")).endsWith("?kept");
    }
  }

  @Test
  void anAccountThatChangedMeanwhileIsLookedAtAgain() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Element row = row(director);
      accounts.change(name, Role.ANALYST, Seats.in("MOCS", Set.of()));
      assertThat(
              director
                  .post(
                      row.select("form").attr("action"),
                      Map.of("shown", row.select("input[name=shown]").attr("value")))
                  .body())
          .contains("R-REVIEW-04");
    }
  }

  @Test
  void whatIsOverdueStandsOnTheFirstPageOfWhoLooksAndOfThePrivacyOfficer() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor privacy = Visitor.as(Role.PRIVACY_OFFICER, accounts, port);
        Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(tasks(director)).doesNotContain("/access/review");
      jdbc.sql("update access.account set created_at = now() - interval '200 days' where name = ?")
          .param(name)
          .update();
      for (Visitor one : List.of(director, privacy)) {
        assertThat(tasks(one)).contains("/access/review");
        assertThat(one.page("/?language=es").select(".todo li:has(.late)").text())
            .contains("1 cuenta no se revisó a tiempo");
      }
      assertThat(tasks(analyst)).doesNotContain("/access/review");
      assertThat(privacy.page("/access/review").select("main form")).isEmpty();
      decide(director, "KEPT", "On leave");
      assertThat(tasks(director)).doesNotContain("/access/review");
      assertThat(tasks(privacy)).doesNotContain("/access/review");
    }
  }

  @Test
  void aReasonThatNamesAPersonIsNotKept() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Element row = row(director);
      assertThat(
              director
                  .post(
                      row.select("form").attr("action"),
                      Map.of(
                          "shown",
                          row.select("input[name=shown]").attr("value"),
                          "reason",
                          "Call 312-555-0148 about it"))
                  .body())
          .contains("R-HRIT-09");
    }
  }

  private Element row(Visitor visitor) {
    return visitor.page("/access/review").expectFirst("tbody tr:contains(" + name + ")");
  }

  private static List<String> tasks(Visitor visitor) {
    return visitor.page("/").select(".todo a").eachAttr("href");
  }

  private String decide(Visitor visitor, String verdict, String reason) {
    Element row = row(visitor);
    var answer =
        visitor.post(
            row.select("form").attr("action"),
            Map.of(
                "verdict", verdict,
                "reason", reason,
                "shown", row.select("input[name=shown]").attr("value")));
    return answer
        .headers()
        .firstValue("Location")
        .orElse(answer.body().replaceAll("(?s).*(R-[A-Z]+-\\d+).*", "$1"));
  }
}
