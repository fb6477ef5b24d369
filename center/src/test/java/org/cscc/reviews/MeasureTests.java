package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures of F1 and F2: side by side, with what they rest on, and nothing on too few. */
@ReviewsTest
class MeasureTests {
  private static final String ON_TIME = "Said to be done by their date";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    records.clear();
    jdbc.sql(
            "truncate actions.item, actions.step, actions.evidence, actions.escalation,"
                + " actions.carried, actions.once")
        .update();
    jdbc.sql("delete from patterns.listed_block").update();
    jdbc.sql("delete from patterns.block_list").update();
    jdbc.sql("insert into patterns.block_list values (1, '2020-Q1', '2020-01-01', 'system', now())")
        .update();
    jdbc.sql("insert into patterns.listed_block values (1, '063XX S HALSTED ST', 68, 'RESIDENTS')")
        .update();
  }

  @AfterEach
  void noList() {
    jdbc.sql("delete from patterns.listed_block").update();
    jdbc.sql("delete from patterns.block_list").update();
  }

  @Test
  void promisesOnPriorityBlocksStandBesideOthersAndTooFewAreNotTold() {
    items("063XX S HALSTED ST", "DSS", 6, true);
    items("064XX S MORGAN ST", "DSS", 5, false);
    items("065XX S MORGAN ST", "CDOT", 3, false);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor liaison = liaison("CDOT")) {
      Document all = director.page("/reviews/measures");
      assertThat(row(all, ON_TIME))
          .containsExactly("100 % (61 to 100 %, n = 6)", "0 % (0 to 32 %, n = 8)");
      assertThat(all.text())
          .contains("as of", "No total of both columns", "Wilson's interval")
          .doesNotContain("??");
      Document own = liaison.page("/reviews/measures");
      assertThat(own.select("h1").text()).startsWith("How Chicago Department of Transportation");
      assertThat(row(own, ON_TIME)).containsExactly("none", "fewer than 5: not told");
      assertThat(director.page("/reviews/measures?language=es").text()).doesNotContain("??", "{0}");
    }
  }

  @Test
  void incidentsAreReviewedInTimeOrNotAndAgainIsCountedWhenItsTimeIsOver() {
    List<UUID> incidents = new ArrayList<>();
    for (int day = 1; day <= 6; day++) {
      incidents.add(records.shooting("2026-10-0" + day + "T20:00", ENGLEWOOD, false));
    }
    records.shooting("2026-10-04T21:00", ENGLEWOOD, false);
    // The same block as the first one, five days later.
    jdbc.sql(
            """
            update incidents.incident set block = (select block from incidents.incident where id = ?)
            where occurred_on = '2026-10-06'
            """)
        .param(incidents.getFirst())
        .update();
    reviewed(incidents.subList(0, 5), "2026-10-07T18:00Z");
    reviewed(incidents.subList(5, 6), "2026-10-21T18:00Z");
    records.at(LocalDateTime.of(2026, 11, 24, 8, 0));
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor elsewhere = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      Document all = director.page("/reviews/measures");
      assertThat(row(all, "Reviewed within 7 days"))
          .containsExactly("none", "71 % (36 to 92 %, n = 7)");
      assertThat(row(all, "Again within 14 days"))
          .containsExactly("none", "14 % (3 to 51 %, n = 7)");
      assertThat(elsewhere.page("/reviews/measures").text()).doesNotContain("Again within");
    }
  }

  @Test
  void aPromiseCountsAsNotLookedAtOnlyAfterItsOwnDayAndTheDaysForALook() {
    items("064XX S MORGAN ST", "DSS", 5, true);
    jdbc.sql("update actions.item set state = 'VERIFIED'").update();
    // P4, promised for 30 days: 20 days old and not due, and one whose days for a look still run.
    items("065XX S MORGAN ST", "DSS", 6, false);
    jdbc.sql(
            """
            update actions.item set priority = 'P4', created_at = timestamptz '2026-11-04T12:00Z',
              due_at = timestamptz '2026-12-04T12:00Z' where block = '065XX S MORGAN ST'
            """)
        .update();
    jdbc.sql(
            """
            update actions.item set due_at = timestamptz '2026-11-15T12:00Z' where code =
              (select min(code) from actions.item where block = '065XX S MORGAN ST')
            """)
        .update();
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Document all = director.page("/reviews/measures");
      assertThat(row(all, "Seen to be done"))
          .as("five of five, and not five of eleven")
          .containsExactly("none", "100 % (57 to 100 %, n = 5)");
      assertThat(all.text()).contains("the 10 days in which somebody else looks");
    }
  }

  @Test
  void whatCameAgainWhileAPromiseForTheBlockWasOpenIsCountedOnBothSides() {
    // On a block of the list: somebody is shot on October 1, and again on 21, 22, 23, 26 and 30.
    for (int day : new int[] {1, 21, 22, 23, 26, 30}) {
      on("063XX S HALSTED ST", day);
    }
    // On another block: on October 5 and 25, and there the promise was kept on October 24.
    on("064XX S MORGAN ST", 5);
    on("064XX S MORGAN ST", 25);
    // A promise of October 20 for each; on the first block it is said to be done on October 24.
    items("063XX S HALSTED ST", "DSS", 1, true, "2026-10-24T12:00Z");
    items("064XX S MORGAN ST", "DSS", 1, true, "2026-10-24T12:00Z");
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor liaison = liaison("CDOT")) {
      Document all = director.page("/reviews/measures");
      assertThat(row(all, "Came again while a promise"))
          .as("21, 22 and 23 of the five that came again; the one of the other block came later")
          .containsExactly("3 of 5: 60 % (23 to 88 %, n = 5)", "0 of 1: too few for a percentage");
      assertThat(all.text()).contains("It does not show that the item would have prevented it");
      assertThat(liaison.page("/reviews/measures").text())
          .contains("stands here for whoever reads incidents")
          .doesNotContain("Came again while a promise for the block was open");
      assertThat(director.page("/reviews/measures?language=es").text()).doesNotContain("??", "{0}");
    }
  }

  private void on(String block, int dayOfOctober) {
    UUID incident =
        records.shooting("2026-10-%02dT20:00".formatted(dayOfOctober), ENGLEWOOD, false);
    jdbc.sql("update incidents.incident set block = ? where id = ?")
        .params(block, incident)
        .update();
  }

  @Test
  void partsOfTheItemsStandSideBySide() {
    items("063XX S HALSTED ST", "DSS", 6, true);
    items("064XX S MORGAN ST", "DSS", 4, false);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Document all = director.page("/reviews/measures");
      assertThat(all.select("table:has(caption:containsOwn(each kind)) tbody tr td").eachText())
          .containsExactly("100 % (61 to 100 %, n = 6)", "fewer than 5: not told");
    }
  }

  @Test
  void thePageTakesAFixedNumberOfStatements() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      director.page("/reviews/measures");
      int few = Statements.during(() -> director.page("/reviews/measures"));
      items("063XX S HALSTED ST", "DSS", 40, true);
      assertThat(Statements.during(() -> director.page("/reviews/measures"))).isEqualTo(few);
    }
  }

  private static List<String> row(Document page, String measure) {
    return page.select("tr:has(th:containsOwn(" + measure + "))").stream()
        .findFirst()
        .map(Element::children)
        .orElseThrow(() -> new AssertionError("no row " + measure))
        .select("td")
        .eachText();
  }

  private void reviewed(List<UUID> incidents, String at) {
    UUID meeting = UUID.randomUUID();
    jdbc.sql(
            """
            insert into reviews.meeting (id, team, week, planned_at, starts_at, minutes, place, quorum,
              state)
            values (?, 'englewood', ?::timestamptz::date - 7, ?::timestamptz, ?::timestamptz, 60, '', 4,
              'CLOSED')
            """)
        .params(meeting, at, at, at)
        .update();
    for (UUID incident : incidents) {
      jdbc.sql(
              """
              insert into reviews.entry (meeting, kind, subject, version, value, note, key, by_account,
                by_role, at)
              values (?, 'INCIDENT', ?, 1, 'REVIEWED', '', gen_random_uuid(), 'system', 'FACILITATOR',
                now())
              """)
          .params(meeting, incident.toString())
          .update();
    }
  }

  private void items(String block, String organization, int many, boolean done) {
    items(block, organization, many, done, "2026-11-02T12:00Z");
  }

  private void items(String block, String organization, int many, boolean done, String claimed) {
    jdbc.sql(
            """
            insert into actions.item (id, code, title, verb, pillar, priority, area, block, team,
              origin, state, owner_org, owner_account, due_at, created_by, created_at, changed_at)
            select gen_random_uuid(), upper(lpad(to_hex(i), 4, '0') || '-' || substr(md5(:block), 1, 4)),
              'Light the alley', 'LIGHT', 'COMMUNITY_REVITALIZATION', 'P3', 68, :block, 'englewood',
              'TEAM', case when :done then 'DONE_CLAIMED' else 'ACCEPTED' end, :org, 'somebody',
              timestamptz '2026-11-10T12:00Z', 'system', timestamptz '2026-10-20T12:00Z',
              timestamptz '2026-11-01T12:00Z'
            from generate_series(1, :many) i
            """)
        .param("block", block)
        .param("org", organization)
        .param("many", many)
        .param("done", done)
        .update();
    if (done) {
      jdbc.sql(
              """
              insert into actions.step (item, position, move, to_state, by_account, by_role,
                by_organization, at)
              select id, 1, 'CLAIM', 'DONE_CLAIMED', 'somebody', 'DEPARTMENT_LIAISON', :org,
                cast(:claimed as timestamptz)
              from actions.item where block = :block
              """)
          .param("org", organization)
          .param("block", block)
          .param("claimed", claimed)
          .update();
    }
  }

  private Visitor liaison(String organization) {
    String name = "m-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name,
        "Somebody",
        Role.DEPARTMENT_LIAISON,
        Seats.in(organization, Set.of()),
        name + "-password");
    return Visitor.of(name, name + "-password", port);
  }
}
