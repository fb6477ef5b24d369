package org.cscc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
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

  @Test
  void aRefusedEntryComesBackWithWhatWasTypedInTheSameAnswerAndIsKeptNowhere() {
    String token = consent("CDPH");
    try (Visitor advocate = advocate("CDPH")) {
      Map<String, String> wrong = form(token);
      wrong.put("days", "soon");
      var answer = advocate.post("/vault", wrong);
      assertThat(answer.statusCode()).isEqualTo(422);
      var page = Jsoup.parse(answer.body());
      assertThat(page.select("[role=alert]").text()).contains("R-VAULT-02");
      assertThat(page.select("#CALLED").val()).isEqualTo("Marisol <b>");
      assertThat(page.select("#WAY").val()).isEqualTo("side door");
      assertThat(page.select("#days").val()).isEqualTo("soon");
      assertThat(page.select("#token").val()).isEqualTo(token);
      assertThat(advocate.page("/vault/new").text()).doesNotContain("side door");
      assertThat(advocate.page("/vault/new").select("#WAY").val()).isEmpty();
    }
    assertThat(count("access.session where encode(attributes, 'escape') like '%side door%'"))
        .isZero();
    assertThat(refusals("R-VAULT-02")).isPositive();
  }

  @Test
  void thePrivacyOfficerOpensARecordOnlyWithAReasonAndThePersonCanBeToldOfIt() {
    String token = consent("CDPH");
    String reason = "Complaint 26-117: somebody saw the record in a hallway";
    try (Visitor advocate = advocate("CDPH");
        Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port);
        Visitor other = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      String where = written(advocate, token);
      assertThat(officer.page("/").select("nav.wide a[href=/vault/cause]")).hasSize(1);
      var without = officer.post("/vault/cause", Map.of("token", token, "reason", "because"));
      assertThat(without.statusCode()).isEqualTo(422);
      assertThat(without.body()).contains("R-VAULT-05", "because").doesNotContain("side door");
      assertThat(count("vault.cause where token = '" + token + "'")).isZero();

      var given = officer.post("/vault/cause", Map.of("token", token, "reason", reason));
      assertThat(given.statusCode()).isEqualTo(302);
      String opened = given.headers().firstValue("Location").orElseThrow();
      assertThat(officer.page(opened).text()).contains("Marisol <b>", "side door", reason);
      assertThat(other.get(opened).statusCode()).as("not one's own cause").isEqualTo(404);
      assertThat(advocate.get(opened).statusCode()).isEqualTo(403);

      String looks = advocate.page(where).select("section[aria-labelledby=looks]").text();
      assertThat(looks).contains("the privacy officer asked for it", reason, "MOCS");

      jdbc.sql(
              "update vault.cause set at = at - interval '2 hours', ends_at = now() where token = ?")
          .param(token)
          .update();
      assertThat(officer.get(opened).statusCode()).as("an hour later").isEqualTo(404);
      assertThat(officer.page("/vault/cause").text()).contains(token, reason);
    }
    assertThat(
            jdbc.sql(
                    """
                    select d.deed from audit.event d join audit.word k on k.id = d.kind
                    join audit.word p on p.id = d.purpose
                    where d.record = ? and k.word = 'survivor' and p.word = 'on cause'
                    order by d.seq
                    """)
                .param(token)
                .query(Integer.class)
                .list())
        .containsExactly(11, 1);
  }

  @Test
  void anUnknownTokenAndAReasonThatNamesSomebodyOpenNothing() {
    String token = consent("CDPH");
    try (Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      var unknown =
          officer.post(
              "/vault/cause",
              Map.of("token", token, "reason", "Order of the court in the case 26-M1-117"));
      assertThat(unknown.statusCode()).isEqualTo(404);
      var named =
          officer.post(
              "/vault/cause",
              Map.of("token", token, "reason", "Her cousin Marcus Johnson, 24, keeps asking"));
      assertThat(named.statusCode()).isEqualTo(422);
      assertThat(named.body()).contains("R-HRIT-09");
    }
    assertThat(count("vault.cause where token = '" + token + "'")).isZero();
  }

  @Test
  void whoeverMayUseTheVaultFindsItInTheNavigationAndNobodyElseDoes() {
    Map<Role, String> ways =
        Map.of(
            Role.ADVOCATE, "/vault",
            Role.REVIEWER, "/vault/tokens",
            Role.PRIVACY_OFFICER, "/vault/cause");
    for (Role role :
        Set.of(Role.ADVOCATE, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.ANALYST, Role.DIRECTOR)) {
      try (Visitor visitor = Visitor.as(role, accounts, port)) {
        var links = visitor.page("/").select("nav.wide .rooms a[href^=/vault]").eachAttr("href");
        assertThat(links)
            .as(role.name())
            .isEqualTo(ways.containsKey(role) ? List.of(ways.get(role)) : List.of());
      }
    }
  }

  private long refusals(String rule) {
    return count(
        "audit.event e join audit.word k on k.id = e.kind where e.deed = 10 and e.actor like 'a-%'"
            + " and k.word = '"
            + rule
            + "'");
  }

  private long count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Long.class).single();
  }
}
