package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Agreements;
import org.cscc.access.Dataset;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** F2: one timeline per incident; who was told, who showed up, what the block needs, and nobody. */
@CenterTest
@Import(Statements.class)
@TestPropertySource(properties = "cscc.test-home=incident-story") // a database of its own
class StoryTests {
  private static final OffsetDateTime NIGHT =
      OffsetDateTime.of(2026, 11, 18, 3, 0, 0, 0, ZoneOffset.UTC);
  private static final String SECRET = "Zanzibar";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Agreements agreements;
  @Autowired JdbcClient jdbc;

  private StoryRows rows() {
    return new StoryRows(jdbc, NIGHT, SECRET);
  }

  @BeforeEach
  void partners() {
    agreements.inForceForDemo(
        Set.of("CDPH", "CPD", "DSS", "DOB", "CPL"),
        Set.of(Dataset.INCIDENTS, Dataset.PACKETS, Dataset.PATTERNS, Dataset.REFERRALS),
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2099, 1, 1));
  }

  @Test
  void anAnalystReadsEverythingInTheOrderOfTimeAndNobodysWords() {
    StoryRows.Told told = rows().all();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/incidents/" + told.incident());
      assertThat(lines(page))
          .containsExactly(
              "Reported: Non-fatal shooting, Austin. 1 person harmed.",
              "Activation " + told.activation() + " was opened by rule.",
              name("CDPH") + " was told.",
              name("DSS") + " was told.",
              name("CDPH") + " acknowledged.",
              name("CDPH") + " is out.",
              "It became fatal: 1 person has died.",
              "Reclassified from Non-fatal shooting to Homicide.",
              "Item " + told.item() + " was given to " + name("DSS") + ": Light.",
              "Item " + told.plain() + " was proposed: Clean.",
              "Service " + told.task() + " was asked for on its block: Alley light out.",
              "A card in the packet of Austin for the week of Sun, Nov 15 was published.",
              "Austin put it off to the review of the week of Sun, Nov 22.",
              "A card in the packet of Austin for the week of Sun, Nov 22 was published.",
              "Austin reviewed it.",
              "Incident review " + told.review() + " was opened.",
              "Recommendation " + told.recommendation() + " was issued to " + name("CDPH") + ".",
              name("DSS") + " says that item " + told.item() + " is done: Light.");
      assertThat(page.select("#story-stands li").eachText())
          .contains(
              "Activation " + told.activation() + ", opened Tue, Nov 17, is open.",
              name("DSS") + " was told Tue, Nov 17 and has not answered.",
              "Incident review " + told.review() + ", opened Wed, Dec 2, is open.")
          .anyMatch(line -> line.startsWith("Item " + told.item() + ", Light, with "))
          .anyMatch(line -> line.startsWith("Service " + told.task() + " on its block"))
          .anyMatch(line -> line.contains("owes an answer to recommendation"));
      assertThat(page.select("section[aria-labelledby=story]").text())
          .contains("As of ")
          .doesNotContain(SECRET, "somebody-there", "??", "{0}", "handed over");
      assertThat(page.select("#story-lines a[href=/crisis/" + told.activation() + "]"))
          .isNotEmpty();
      assertThat(page.select("#story-lines li time[datetime]")).hasSize(18);
      assertThat(analyst.page("/incidents/" + told.incident() + "?language=es").text())
          .contains("Qué se hizo después", "Cómo está ahora", "Una regla abrió la activación")
          .doesNotContain("??");
    }
  }

  @Test
  void aDepartmentReadsItsOwnAndWhatItsTableReads() {
    StoryRows.Told told = rows().all();
    try (Visitor called = of(Role.DEPARTMENT_LIAISON, "DSS", "austin");
        Visitor other = of(Role.DEPARTMENT_LIAISON, "DOB", "austin")) {
      assertThat(story(called, told))
          .contains(
              name("CDPH") + " is out.",
              "Austin reviewed it.",
              "Item " + told.item(),
              "Service " + told.task())
          .doesNotContain("Incident review", "Recommendation", told.plain(), "handed over");
      assertThat(story(other, told))
          .contains("Reported", "Austin reviewed it.")
          .doesNotContain("Activation", "Item ", "Service ", "Incident review", "Recommendation");
    }
  }

  @Test
  void aPoliceLiaisonReadsTheReportAndTheTableAndNothingOfOutreach() {
    StoryRows.Told told = rows().all();
    try (Visitor police = of(Role.POLICE_LIAISON, "CPD", "austin")) {
      assertThat(story(police, told))
          .contains("It became fatal", "Austin reviewed it.")
          .doesNotContain(
              "Activation",
              "was told",
              "is out",
              name("CDPH"),
              "Item ",
              "Service ",
              "Incident review",
              "Recommendation",
              "handed over");
    }
  }

  @Test
  void outreachReadsWhatItWasCalledForAndHasPartIn() {
    StoryRows.Told told = rows().all();
    try (Visitor called = of(Role.OUTREACH, "CDPH", "austin");
        Visitor other = of(Role.OUTREACH, "CPL", "austin")) {
      assertThat(story(called, told))
          .contains(
              "Activation " + told.activation(),
              "Incident review " + told.review(),
              "Recommendation " + told.recommendation())
          .doesNotContain("Item " + told.item(), "Service ", "handed over", "somebody-there");
      assertThat(story(other, told))
          .contains("Austin reviewed it.")
          .doesNotContain("Activation", name("CDPH"), "Incident review", "Recommendation");
    }
  }

  @Test
  void whoCountsHandOffsInsideTheTeamReadsTwoNumbersAndNoOtherTeamDoes() {
    StoryRows.Told told = rows().all();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor elsewhere = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(story(facilitator, told))
          .contains("2 needs were handed over to an organization; 1 was accepted.")
          .doesNotContain(told.token());
      assertThat(elsewhere.get("/incidents/" + told.incident()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anIncidentWithoutAStorySaysSo() {
    UUID quiet = rows().incident();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = analyst.page("/incidents/" + quiet);
      assertThat(page.select("section[aria-labelledby=story] .empty").text())
          .isEqualTo("Nothing else about it is noted that you may read.");
      assertThat(lines(page)).hasSize(3);
      assertThat(page.select("#story-stands")).isEmpty();
    }
  }

  @Test
  void theStoryTakesTheSameStatementsHoweverLongItIs() {
    UUID quiet = rows().incident();
    StoryRows.Told told = rows().all();
    rows().many(told, 60);
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String none = "/incidents/" + quiet;
      String much = "/incidents/" + told.incident();
      assertThat(statements(analyst, much)).isEqualTo(statements(analyst, none));
      Document page = analyst.page(much);
      assertThat(page.select("#story-lines li")).hasSizeGreaterThan(120);
      assertThat(page.select("#story-stands").text())
          .contains("more items stand on this block", "more services stand on this block");
    }
  }

  private static int statements(Visitor visitor, String address) {
    return Statements.during(() -> assertThat(visitor.get(address).statusCode()).isEqualTo(200));
  }

  private static String story(Visitor visitor, StoryRows.Told told) {
    String said =
        visitor
            .page("/incidents/" + told.incident())
            .select("section[aria-labelledby=story]")
            .text();
    assertThat(said).doesNotContain(SECRET, "??");
    return said;
  }

  /** The sentences of the list, without their moments. */
  private static List<String> lines(Document page) {
    return page.select("#story-lines li").stream()
        .map(line -> line.text().substring(line.select("time").text().length() + 2))
        .toList();
  }

  private String name(String organization) {
    return jdbc.sql("select name from directory.organization where code = ?")
        .param(organization)
        .query(String.class)
        .single();
  }

  private Visitor of(Role role, String organization, String... teams) {
    String name = "w-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", role, Seats.in(organization, Set.of(teams)), name + "-password");
    return Visitor.of(name, name + "-password", port);
  }
}
