package org.cscc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Written and read by the organization that looks after the person, while the person consents. */
@CenterTest
class VaultPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private String consent(String recipient) {
    String token = letters() + "-" + letters() + "-" + letters();
    jdbc.sql(
            """
            insert into consent.consent (id, token, organization, shares, recipients, purpose, method,
              language, given_at, expires_at, recorded_by)
            values (?, ?, 'DFSS', array['CONTACT'], array[?], 'REFERRAL', 'PAPER', 'en',
              now() - interval '1 hour', now() + interval '30 days', 'x')
            """)
        .params(UUID.randomUUID(), token, recipient)
        .update();
    return token;
  }

  private static String letters() {
    return UUID.randomUUID().toString().substring(0, 4).toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> form(String token) {
    Map<String, String> form = new HashMap<>();
    form.put("token", token);
    form.put("purpose", "REFERRAL");
    form.put("area", "25");
    form.put("days", "14");
    form.put("dollars", "1250.50");
    form.put("CALLED", "Marisol <b>");
    form.put("WAY", "side door");
    return form;
  }

  private Visitor advocate(String organization) {
    String name = "a-" + UUID.randomUUID().toString().substring(0, 12);
    String password = UUID.randomUUID().toString();
    accounts.add(name, "Advocate", Role.ADVOCATE, Seats.in(organization, Set.of()), password);
    return Visitor.of(name, password, port);
  }

  private String written(Visitor advocate, String token) {
    var answer = advocate.post("/vault", form(token));
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void theReceivingOrganizationWritesAndReadsAndEachReadingIsNoted() {
    String token = consent("CDPH");
    try (Visitor advocate = advocate("CDPH")) {
      String where = written(advocate, token);
      var page = advocate.page(where);
      assertThat(page.text()).contains("Marisol <b>", "side door", token);
      assertThat(advocate.page("/vault").text()).contains(token, "$1,250.50");
    }
    assertThat(
            jdbc.sql(
                    """
                    select k.word from audit.event e join audit.word k on k.id = e.kind
                    where e.record = ? and k.word in ('survivor', 'consent') order by e.seq
                    """)
                .param(token)
                .query(String.class)
                .list())
        .containsExactly("consent", "survivor", "consent", "survivor");
  }

  @Test
  void withoutAConsentThatNamesTheOrganizationNothingIsWritten() {
    String token = consent("CDPH");
    try (Visitor other = advocate("CDOT")) {
      var answer = other.post("/vault", form(token));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("R-CONSENT-03");
    }
    assertThat(count("vault.record where token = '" + token + "'")).isZero();
  }

  @Test
  void aConsentThatIsWithdrawnInAnotherTabClosesTheRecordWithTheNextRequest() {
    String token = consent("CDPH");
    try (Visitor advocate = advocate("CDPH")) {
      String where = written(advocate, token);
      assertThat(advocate.get(where).statusCode()).isEqualTo(200);
      jdbc.sql(
              """
              insert into consent.withdrawal (consent, by, at)
              select id, 'x', now() from consent.consent where token = ?
              """)
          .param(token)
          .update();
      var answer = advocate.get(where);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("R-CONSENT-03").doesNotContain("side door");
    }
  }

  @Test
  void anotherOrganizationFindsNothingAndItsAnswerIsThatOfAnUnknownRecord() {
    String token = consent("CDPH");
    String where;
    try (Visitor advocate = advocate("CDPH")) {
      where = written(advocate, token);
    }
    try (Visitor other = advocate("CDOT")) {
      var known = other.get(where);
      var unknown = other.get("/vault/" + UUID.randomUUID());
      assertThat(known.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
      assertThat(other.page("/vault").text()).doesNotContain(token);
    }
  }

  @Test
  void staffOfTheCitySeeTokenAreaAmountAndClocksAndNobodyElseOfTheCityAnything() {
    String token = consent("CDPH");
    String where;
    try (Visitor advocate = advocate("CDPH")) {
      where = written(advocate, token);
    }
    try (Visitor reviewer = Visitor.as(Role.REVIEWER, accounts, port)) {
      assertThat(reviewer.page("/vault/tokens").text())
          .contains(token, "25", "$1,250.50")
          .doesNotContain("Marisol")
          .doesNotContain("CDPH")
          .doesNotContain("Referral")
          .doesNotContain("side door");
      assertThat(reviewer.get(where).statusCode()).isEqualTo(403);
    }
    for (Role role :
        Set.of(Role.DIRECTOR, Role.ADMINISTRATOR, Role.POLICE_LIAISON, Role.PRIVACY_OFFICER)) {
      try (Visitor staff = Visitor.as(role, accounts, port)) {
        for (String path : Set.of("/vault", "/vault/tokens", where)) {
          assertThat(staff.get(path).statusCode()).as(role + " " + path).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void theSameTokenIsWrittenDownOnceAndAnEntryThatDoesNotFitIsRefused() {
    String token = consent("CDPH");
    try (Visitor advocate = advocate("CDPH")) {
      Map<String, String> empty = form(token);
      empty.put("CALLED", " ");
      empty.put("WAY", "");
      assertThat(advocate.post("/vault", empty).statusCode()).isEqualTo(422);
      Map<String, String> fraction = form(token);
      fraction.put("dollars", "1.005");
      assertThat(advocate.post("/vault", fraction).statusCode()).isEqualTo(422);
      for (String days : Set.of("0", "-1", "366")) {
        Map<String, String> due = form(token);
        due.put("days", days);
        assertThat(advocate.post("/vault", due).statusCode()).as(days).isEqualTo(422);
      }
      written(advocate, token);
      assertThat(advocate.post("/vault", form(token)).statusCode()).isEqualTo(409);
    }
  }

  private long count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Long.class).single();
  }
}
