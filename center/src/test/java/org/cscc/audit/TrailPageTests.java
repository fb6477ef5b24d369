package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is noted, who reads it, and everybody's own part of it. */
@CenterTest
class TrailPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired StoredTrail trail;

  @Test
  void signingInIsNotedWithRoleOrganizationAndNetworkAndSeenByThePerson() {
    try (Visitor visitor = Visitor.as(Role.OUTREACH, accounts, port)) {
      var page = visitor.page("/audit/mine");
      assertThat(page.select("tbody tr").eachText())
          .anyMatch(row -> row.contains("signed in") && row.contains("OUTREACH, MOCS"))
          .anyMatch(row -> row.contains("127.0.0.0/24"))
          .anyMatch(row -> row.contains("made") && row.contains("account"));
    }
  }

  @Test
  void anUnknownNameAtTheDoorIsNotedWithoutTheName() {
    String typed = "my password " + UUID.randomUUID();
    try (Visitor stranger = Visitor.stranger(port)) {
      stranger.post("/access/sign-in", Map.of("name", typed, "password", "x"));
    }
    assertThat(count("record like '%password%' or actor like '%password%'")).isZero();
    assertThat(count("deed = 10 and record = '-'")).isPositive();
  }

  @Test
  void aFileThatLeavesIsNotedWithItsRows() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      HttpResponse<String> file = analyst.get("/incidents/list.csv");
      assertThat(file.statusCode()).isEqualTo(200);
      long rows = file.body().lines().count() - 1;
      assertThat(analyst.page("/audit/mine").select("tbody tr").get(0).text())
          .contains("took out", "incidents list " + rows + " page");
    }
  }

  @Test
  void anOpenedPacketThatIsNotThereIsRefusedAndTheRefusalNoted() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(analyst.get("/reviews/2026-11-15/austin").statusCode()).isEqualTo(404);
      assertThat(analyst.page("/audit/mine").select("tbody tr").get(0).text())
          .contains("was refused", "R-REVIEWS-02", "GET /reviews/2026-11-15/austin");
    }
  }

  @Test
  void aChangeIsNotedWithBeforeAndAfterInItsOwnTransaction() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String path = "/directory/organizations/CCC";
      var form = analyst.page(path);
      analyst.post(
          path,
          Map.of(
              "name", form.select("#name").val(),
              "kind", "SISTER_AGENCY",
              "assumed", "true",
              "active", "true",
              "version", form.select("input[name=version]").val()));
      assertThat(analyst.page("/audit/mine").select("tbody tr").get(0).text())
          .contains("changed", "ORGANIZATION/CCC", "City Colleges of Chicago");
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoMayReadTheTrail(Role role) {
    boolean reads =
        List.of(Role.DIRECTOR, Role.PRIVACY_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR)
            .contains(role);
    try (Visitor visitor = Visitor.as(role, accounts, port)) {
      assertThat(visitor.get("/audit").statusCode()).isEqualTo(reads ? 200 : 403);
      assertThat(visitor.get("/audit/trail.csv").statusCode())
          .isEqualTo(role == Role.AUDITOR ? 200 : 403);
    }
  }

  @Test
  void theKeeperOfTheMachineSeesNothingThatLeadsToSurvivors() {
    String token = UUID.randomUUID().toString();
    trail.note(AuditNote.of(Deed.DISCLOSE, "consent", token, 1));
    trail.note(AuditNote.of(Deed.READ, "survivor", token, 1));
    try (Visitor keeper = Visitor.as(Role.ADMINISTRATOR, accounts, port);
        Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      assertThat(officer.page("/audit?record=" + token).select("tbody tr")).hasSize(2);
      assertThat(keeper.page("/audit?record=" + token).select("tbody tr")).isEmpty();
    }
  }

  @Test
  void aCellThatBeginsLikeAFormulaRunsInNoSpreadsheet() {
    String record = "=HYPERLINK(\"x\")" + UUID.randomUUID();
    trail.note(AuditNote.of(Deed.READ, "packet", record, 1));
    try (Visitor auditor = Visitor.as(Role.AUDITOR, accounts, port)) {
      assertThat(auditor.get("/audit/trail.csv").body())
          .contains("'=HYPERLINK")
          .doesNotContain(",=HYP");
    }
  }

  private long count(String where) {
    return jdbc.sql("select count(*) from audit.event where " + where).query(Long.class).single();
  }
}
