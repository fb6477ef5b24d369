package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody was allowed when a page opened, and is not any more when the form is sent. */
@CenterTest
class MidRequestAttackTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  private RefusalRows rows;

  @BeforeEach
  void rows() {
    rows = new RefusalRows(jdbc);
  }

  private Visitor somebody(Role role, String organization, String... teams) {
    String name = "m-" + UUID.randomUUID().toString().substring(0, 12);
    String password = UUID.randomUUID().toString();
    accounts.add(name, "Somebody", role, Seats.in(organization, Set.of(teams)), password);
    return Visitor.of(name, password, port);
  }

  @Test
  void R_COO_05_aFormOpenedUnderAnAgreementIsRefusedAfterItEnded() {
    try (Visitor privacy = Visitor.as(Role.PRIVACY_OFFICER, accounts, port);
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor outreach = somebody(Role.OUTREACH, "CPL", "austin")) {
      assertThat(outreach.get("/patterns/links").body()).contains("R-COO-05");
      // Other tests leave agreements of the same organization in the list: this one goes by its
      // paper.
      String paper = "Paper " + UUID.randomUUID();
      privacy.post(
          "/access/agreements/new",
          Map.of(
              "organization", "CPL",
              "dataset", "TENSION",
              "purpose", "WEEKLY_REVIEW",
              "startsOn", "2026-01-01",
              "endsOn", "2027-01-01",
              "document", paper));
      String row = "tr:contains(" + paper + ") form[action$=/%s]";
      privacy.post(
          privacy.page("/access/agreements").select(row.formatted("review")).attr("action"),
          Map.of());
      privacy.post(
          privacy.page("/access/agreements").select(row.formatted("sign")).attr("action"),
          Map.of("signedOn", "2026-01-01"));
      String approve =
          director.page("/access/agreements").select(row.formatted("approve")).attr("action");
      assertThat(director.post(approve, Map.of()).statusCode()).isEqualTo(302);

      assertThat(outreach.page("/patterns/links").select("main")).isNotEmpty();
      Map<String, String> form = Map.of("a", UUID.randomUUID().toString());
      assertThat(outreach.post("/patterns/links", form).statusCode()).isNotEqualTo(403);
      String end = privacy.page("/access/agreements").select(row.formatted("end")).attr("action");
      assertThat(privacy.post(end, Map.of("reason", "Ended by both")).statusCode()).isEqualTo(302);

      long before = rows.of("R-COO-05");
      HttpResponse<String> late = outreach.post("/patterns/links", form);
      assertThat(late.statusCode()).isEqualTo(403);
      assertThat(late.body()).contains("R-COO-05");
      HttpResponse<String> program =
          outreach.ask(
              "/api/v1/counts?by=area&from=2020-01-01&to=2020-01-31", "Accept", "application/json");
      assertThat(program.statusCode()).isEqualTo(403);
      assertThat(program.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      rows.assertMoreThan(before + 1, "R-COO-05");
    }
  }

  @Test
  void aConsentWithdrawnInAnotherTabStopsTheFormThatIsOpenInThisOne() {
    try (Visitor advocate = somebody(Role.ADVOCATE, "CDPH")) {
      String consent = consent(advocate);
      String token =
          jdbc.sql("select token from consent.consent where id = ?::uuid")
              .param(consent.substring("/consent/".length()))
              .query(String.class)
              .single();
      assertThat(advocate.page("/vault/new").select("form[action$=/vault]")).hasSize(1);
      assertThat(advocate.post(consent + "/withdraw", Map.of()).statusCode()).isEqualTo(302);

      long before = rows.of("R-CONSENT-03");
      HttpResponse<String> late =
          advocate.post(
              "/vault",
              Map.of(
                  "token", token,
                  "purpose", "REFERRAL",
                  "area", "25",
                  "days", "14",
                  "WAY", "the side door"));
      assertThat(late.statusCode()).isEqualTo(403);
      assertThat(late.body()).contains("R-CONSENT-03");
      assertThat(
              jdbc.sql("select count(*) from vault.record where token = ?")
                  .param(token)
                  .query(Integer.class)
                  .single())
          .isZero();
      rows.assertMoreThan(before, "R-CONSENT-03");
    }
  }

  private static String consent(Visitor advocate) {
    String location =
        advocate
            .post(
                "/consent",
                Map.of(
                    "shares", "CONTACT",
                    "recipients", "CDPH",
                    "purpose", "REFERRAL",
                    "method", "PAPER",
                    "sheetLanguage", "en",
                    "days", "30"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    return location.substring(location.indexOf("/consent/"));
  }

  @Test
  void anAccountThatIsTakenAwayEndsWithTheNextRequest() {
    String name = "m-" + UUID.randomUUID().toString().substring(0, 12);
    String password = UUID.randomUUID().toString();
    accounts.add(name, "Leaving", Role.ANALYST, Seats.in("MOCS", Set.of()), password);
    try (Visitor leaving = Visitor.of(name, password, port)) {
      assertThat(leaving.page("/directory").select("main")).isNotEmpty();
      accounts.end(name);
      HttpResponse<String> late = leaving.post("/directory/organizations/CCC", Map.of("name", "X"));
      assertThat(late.statusCode()).isIn(302, 403);
      assertThat(late.headers().firstValue("Location").orElse("/access/sign-in"))
          .contains("/access/sign-in");
      assertThat(
              jdbc.sql("select count(*) from directory.organization where name = 'X'")
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }
}
