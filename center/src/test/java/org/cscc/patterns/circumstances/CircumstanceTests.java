package org.cscc.patterns.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.incidents.ImportOptions;
import org.cscc.incidents.ImportOutcome;
import org.cscc.incidents.Imports;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.CrimesFile;
import org.cscc.patterns.circumstances.Circumstance.Code;
import org.cscc.patterns.circumstances.Circumstance.Confidence;
import org.cscc.patterns.circumstances.Circumstance.Source;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** M-9: coded circumstances, who may code them, and which way they go. */
@CenterTest
@Import(Statements.class)
@TestPropertySource(properties = "cscc.test-home=circumstances") // a database of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CircumstanceTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired Imports imports;
  @Autowired Incidents incidents;
  @Autowired Circumstances circumstances;
  @Autowired JdbcClient jdbc;

  private List<UUID> ids = List.of();

  @BeforeAll
  void twoIncidents() throws IOException {
    LocalDate today = LocalDate.now(ReviewWeek.CHICAGO);
    CrimesFile file =
        new CrimesFile()
            .shooting(today.minusDays(12) + "T21:15", "015XX S PULASKI RD", 29, 41.8605, -87.7248)
            .shooting(today.minusDays(4) + "T21:15", "050XX W MADISON ST", 25, 41.8804, -87.7526);
    Path path = Files.createTempFile("circumstances", ".csv");
    path.toFile().deleteOnExit();
    Files.writeString(path, file.toString());
    assertThat(imports.apply(path, ImportOptions.feed("test")))
        .isInstanceOf(ImportOutcome.Applied.class);
    ids =
        incidents
            .serious(access.forSystem(Capability.READ_INCIDENTS), today.minusDays(30), today, null)
            .stream()
            .map(IncidentFacts::id)
            .toList();
  }

  @BeforeEach
  void nothingIsCoded() {
    jdbc.sql("truncate patterns.circumstance").update();
  }

  @Test
  void m9OnlyWhatIsAtLeastProbableCounts() {
    UUID incident = ids.getFirst();
    code(incident, Code.ARGUMENT, Confidence.POSSIBLE, Source.RECORDS);
    assertThat(circumstances.counting(true)).isEmpty();
    code(incident, Code.ARGUMENT, Confidence.PROBABLE, Source.RECORDS);
    assertThat(circumstances.counting(true)).containsEntry(incident, Set.of(Code.ARGUMENT));
    code(incident, Code.ARGUMENT, Confidence.RULED_OUT, Source.RECORDS);
    assertThat(circumstances.counting(true)).isEmpty();
  }

  @Test
  void whatOutreachSaidIsNotAmongWhatThePoliceLiaisonIsShown() {
    UUID incident = ids.getFirst();
    code(incident, Code.GATHERING, Confidence.ASSERTED, Source.OUTREACH);
    code(incident, Code.DARK_STREET, Confidence.PROBABLE, Source.DEPARTMENT);
    assertThat(circumstances.counting(true).get(incident))
        .containsExactlyInAnyOrder(Code.GATHERING, Code.DARK_STREET);
    assertThat(circumstances.counting(false).get(incident)).containsExactly(Code.DARK_STREET);
  }

  @Test
  void whatOutreachRulesOutDoesNotChangeWhatThePoliceLiaisonIsShown() {
    UUID incident = ids.getFirst();
    code(incident, Code.ROBBERY, Confidence.ASSERTED, Source.POLICE);
    code(incident, Code.ROBBERY, Confidence.RULED_OUT, Source.OUTREACH);
    assertThat(circumstances.counting(true)).isEmpty();
    assertThat(circumstances.counting(false).get(incident)).containsExactly(Code.ROBBERY);
  }

  @Test
  void aStatementEndsAfter90DaysAndTheStampChanges() {
    String before = circumstances.stamp();
    code(ids.getFirst(), Code.ROBBERY, Confidence.ASSERTED, Source.RECORDS);
    String coded = circumstances.stamp();
    assertThat(coded).isNotEqualTo(before);
    jdbc.sql(
            """
            update patterns.circumstance set created_at = created_at - interval '91 days',
              expires_at = expires_at - interval '91 days'
            """)
        .update();
    assertThat(circumstances.counting(true)).isEmpty();
    assertThat(circumstances.stamp()).isNotEqualTo(coded);
  }

  @Test
  void facilitatorsAndAnalystsCodeOthersReadAndThePoliceLiaisonDoesNeither() {
    String path = "/patterns/circumstances/" + ids.getFirst();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "north-lawndale");
        Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port, "north-lawndale");
        Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "north-lawndale");
        Visitor elsewhere = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      assertThat(post(facilitator, path, "ARGUMENT").statusCode()).isEqualTo(302);
      assertThat(post(analyst, path, "DARK_STREET").statusCode()).isEqualTo(302);
      assertThat(post(outreach, path, "ARGUMENT").statusCode()).isEqualTo(403);
      assertThat(post(police, path, "ARGUMENT").statusCode()).isEqualTo(403);
      assertThat(post(elsewhere, path, "ARGUMENT").body()).contains("R-PATTERNS-01");
      assertThat(police.get(path).statusCode()).isEqualTo(403);
      assertThat(post(facilitator, path, "GANG").statusCode()).isEqualTo(400);
      for (String language : new String[] {"en", "es"}) {
        Document page = outreach.page(path + "?language=" + language);
        assertThat(page.select("main").text()).doesNotContain("??");
        assertThat(page.select("main table tbody tr")).hasSize(2);
        assertThat(page.select("main form")).isEmpty();
      }
      assertThat(facilitator.page(path).select("main form select")).hasSize(3);
      assertThat(facilitator.page(path).select("main form input[type=text], main form textarea"))
          .isEmpty();
      assertThat(Statements.during(() -> facilitator.page(path))).isBetween(1, 14);
    }
  }

  @Test
  void anIncidentThatIsNotThereIsNotFound() {
    UUID nowhere = UUID.randomUUID();
    assertThatThrownBy(() -> code(nowhere, Code.ROBBERY, Confidence.ASSERTED, Source.RECORDS))
        .isInstanceOfSatisfying(
            Refused.class, refusal -> assertThat(refusal.rule()).isEqualTo("R-PATTERNS-02"));
  }

  @Test
  void theDatabaseKnowsEveryCodeAndNoOther() {
    for (Code code : Code.values()) {
      for (Source source : Source.values()) {
        code(ids.getFirst(), code, Confidence.POSSIBLE, source);
      }
    }
    assertThatThrownBy(() -> jdbc.sql("update patterns.circumstance set code = 'A_NAME'").update())
        .hasMessageContaining("circumstance_code_check");
  }

  private void code(UUID incident, Code code, Confidence confidence, Source source) {
    circumstances.code(
        access.forSystem(Capability.CODE_CIRCUMSTANCES),
        "ANALYST",
        incident,
        code,
        confidence,
        source);
  }

  private static HttpResponse<String> post(Visitor visitor, String path, String code) {
    return visitor.post(path, Map.of("code", code, "confidence", "PROBABLE", "source", "OUTREACH"));
  }
}
