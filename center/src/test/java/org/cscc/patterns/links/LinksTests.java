package org.cscc.patterns.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.incidents.ImportOptions;
import org.cscc.incidents.ImportOutcome;
import org.cscc.incidents.Imports;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.CrimesFile;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** How incidents hang together, and who may say and see it. */
@CenterTest
@TestPropertySource(properties = "cscc.test-home=links") // a database of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired Imports imports;
  @Autowired Links links;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  void fourIncidents() throws IOException {
    LocalDate today = LocalDate.now(ReviewWeek.CHICAGO);
    CrimesFile file =
        new CrimesFile()
            .shooting(today.minusDays(30) + "T21:15", "015XX S PULASKI RD", 29, 41.8605, -87.7248)
            .shooting(today.minusDays(12) + "T21:15", "016XX S PULASKI RD", 29, 41.8597, -87.7247)
            .shooting(today.minusDays(5) + "T21:15", "015XX S PULASKI RD", 29, 41.8605, -87.7248)
            .shooting(today.minusDays(4) + "T21:15", "050XX W MADISON ST", 25, 41.8804, -87.7526);
    Path path = Files.createTempFile("links", ".csv");
    path.toFile().deleteOnExit();
    Files.writeString(path, file.toString());
    assertThat(imports.apply(path, ImportOptions.feed("test")))
        .isInstanceOf(ImportOutcome.Applied.class);
  }

  @BeforeEach
  void nothingIsStated() {
    jdbc.sql("truncate patterns.link").update();
  }

  @Test
  void nearRepeatsAndBlocksAreComputedFromPlaceAndTime() {
    Links.Web web = links.now(reader());
    assertThat(web.links())
        .extracting(IncidentLink::kind)
        .containsExactlyInAnyOrder(LinkKind.SAME_PLACE, LinkKind.NEAR_REPEAT);
  }

  @Test
  void aClusterIsNamedByItsFirstIncidentAndNeverByAGroup() {
    Cluster cluster = links.now(reader()).clusters().getFirst();
    assertThat(cluster.label()).matches("Cluster-20[0-9]{2}-[0-9A-F]{4}");
    assertThat(cluster.incidents()).hasSize(3);
  }

  @Test
  void aStatementEndsAfter90DaysUnlessItIsMadeAgain() {
    List<IncidentFacts> all = links.now(reader()).incidents();
    state(all.get(0).id(), all.get(3).id(), LinkKind.ONGOING_DISPUTE);
    assertThat(links.now(reader()).links())
        .filteredOn(link -> link.kind() == LinkKind.ONGOING_DISPUTE)
        .singleElement()
        .satisfies(
            link ->
                assertThat(link.until()).isEqualTo(LocalDate.now(ReviewWeek.CHICAGO).plusDays(90)));
    jdbc.sql(
            """
            update patterns.link set created_at = created_at - interval '91 days',
              expires_at = expires_at - interval '91 days'
            """)
        .update();
    assertThat(links.now(reader()).links())
        .noneMatch(link -> link.kind() == LinkKind.ONGOING_DISPUTE);
    state(all.get(0).id(), all.get(3).id(), LinkKind.ONGOING_DISPUTE);
    assertThat(links.now(reader()).links())
        .filteredOn(link -> link.kind() == LinkKind.ONGOING_DISPUTE)
        .hasSize(1);
    assertThat(jdbc.sql("select count(*) from patterns.link").query(Long.class).single())
        .isEqualTo(2L);
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkKind.class,
      names = {"NEAR_REPEAT", "SAME_PLACE", "SAME_SETTING_TIME"})
  void rPatterns10WhatIsComputedIsNotStated(LinkKind computed) {
    List<IncidentFacts> all = links.now(reader()).incidents();
    assertThatThrownBy(() -> state(all.get(0).id(), all.get(1).id(), computed))
        .isInstanceOfSatisfying(
            Refused.class, refusal -> assertThat(refusal.rule()).isEqualTo("R-PATTERNS-10"));
  }

  @Test
  void outreachStatesAndThePoliceLiaisonNeverReads() {
    List<IncidentFacts> all = links.now(reader()).incidents();
    try (Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port, "north-lawndale");
        Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "north-lawndale");
        Visitor department = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "north-lawndale");
        Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port, "north-lawndale")) {
      assertThat(post(outreach, all.get(0).id(), all.get(1).id()).statusCode()).isEqualTo(302);
      assertThat(post(outreach, all.get(0).id(), all.get(3).id()).body()).contains("R-PATTERNS-01");
      assertThat(police.get("/patterns/links").statusCode()).isEqualTo(403);
      assertThat(department.get("/patterns/links").statusCode()).isEqualTo(403);
      assertThat(post(police, all.get(0).id(), all.get(1).id()).statusCode()).isEqualTo(403);
      assertThat(post(advocate, all.get(0).id(), all.get(1).id()).statusCode()).isEqualTo(403);
      for (String language : new String[] {"en", "es"}) {
        Document page = advocate.page("/patterns/links?language=" + language);
        assertThat(page.select("main").text()).contains("Cluster-").doesNotContain("??");
        assertThat(page.select("main").text()).doesNotContain("MADISON");
      }
      assertThat(police.page("/patterns/hotspots").select("a[href=/patterns/links]")).isEmpty();
    }
  }

  private static HttpResponse<String> post(Visitor visitor, UUID one, UUID other) {
    return visitor.post(
        "/patterns/links",
        Map.of(
            "one",
            one.toString(),
            "other",
            other.toString(),
            "kind",
            "ONGOING_DISPUTE",
            "confidence",
            "MEDIUM",
            "basis",
            "OUTREACH_SAYS"));
  }

  private void state(UUID one, UUID other, LinkKind kind) {
    links.state(
        access.forSystem(Capability.ASSERT_LINKS),
        "OUTREACH",
        one,
        other,
        kind,
        IncidentLink.Confidence.MEDIUM,
        "OUTREACH_SAYS");
  }

  private Decision reader() {
    return access.forSystem(Capability.READ_LINKS);
  }
}
