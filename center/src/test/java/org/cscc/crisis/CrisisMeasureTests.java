package org.cscc.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.cscc.reviews.Records;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures of F2, on priority blocks and on others, for the director and for a department. */
@CrisisTest
class CrisisMeasureTests {
  private static final String LISTED = "063XX S HALSTED ST";
  private static final String ELSEWHERE = "064XX S MORGAN ST";
  private static final String CALL = "From knowing to the first call";
  private static final String REACHED = "From knowing to reaching survivors";
  private static final String ANSWER = "From the call to the answer";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Records records;
  @Autowired Night night;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aListThatChangesInTheMiddleOfNovember() {
    night.clear();
    noList();
    jdbc.sql(
            """
            insert into patterns.block_list values
              (1, '2026-Q3', '2026-07-01', 'system', now()),
              (2, '2026-Q4', '2026-11-16', 'system', now())
            """)
        .update();
    jdbc.sql(
            """
            insert into patterns.listed_block values
              (1, '064XX S MORGAN ST', 68, 'DATA'), (2, '063XX S HALSTED ST', 68, 'RESIDENTS')
            """)
        .update();
  }

  @AfterEach
  void noList() {
    jdbc.sql("delete from patterns.listed_block").update();
    jdbc.sql("delete from patterns.block_list").update();
  }

  @Test
  void priorityBlocksStandBesideOthersByTheListOfTheDayAndNoBlockInALineOfItsOwn() {
    for (int i = 0; i < 6; i++) {
      activation(LISTED, "2026-11-20T21:00", 10, "CDPH", 12);
    }
    // The same block before it was listed, and one that was listed then and is not any more.
    activation(LISTED, "2026-11-10T21:00", 50, "CDPH", null);
    activation(ELSEWHERE, "2026-11-10T21:00", 20, "DSS", 45);
    activation(null, "2026-11-20T21:00", 5, "CDPH", 3);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor department = of(Role.DEPARTMENT_LIAISON, "DSS")) {
      Document all = director.page("/crisis/measures");
      assertThat(row(all, CALL, "In time"))
          .containsExactly("7 of 7: 100 %, between 65 % and 100 %", "0 of 1, too few to judge");
      assertThat(row(all, CALL, "Half of them within"))
          .containsExactly("10 min (n = 7)", "too few to judge");
      assertThat(row(all, ANSWER, "In time"))
          .containsExactly("6 of 7: 86 %, between 49 % and 97 %", "0 of 1, too few to judge");
      assertThat(row(all, ANSWER, "Not yet")).containsExactly("nobody", "1, 1 of them late");
      assertThat(all.text())
          .contains(
              "within your reach: 9",
              "7 on blocks that were on the list of priority blocks that day, 1 on others",
              "1 activation has no known block and stands in neither column. " + CALL,
              "1 of 1, too few to judge")
          .doesNotContain("??", "{0}");
      assertThat(director.page("/crisis/measures?language=es").text())
          .contains("Cuadras prioritarias")
          .doesNotContain("??", "{0}");
      Document own = department.page("/crisis/measures");
      assertThat(own.select("h1").text()).startsWith("How fast Department of Streets");
      assertThat(row(own, ANSWER, "In time"))
          .as("what it was called to, and its own answers alone")
          .containsExactly("0 of 1, too few to judge", "none yet");
    }
  }

  @Test
  void incidentsWithAnOfferForSurvivorsAreCountedWhenTheirHoursAreOver() {
    // On a priority block: four reached in time, one after 50 hours, one by outreach alone, and one
    // that opened no activation. One of yesterday still has time, and does not count.
    for (int minutes : new int[] {60, 600, 47 * 60, 48 * 60, 50 * 60}) {
      reached(incident(LISTED, "2026-11-18T20:00"), "VICTIM_SERVICES", minutes);
    }
    reached(incident(LISTED, "2026-11-18T20:00"), "OUTREACH", 60);
    incident(LISTED, "2026-11-18T20:00");
    incident(LISTED, "2026-11-23T20:00");
    reached(incident(ELSEWHERE, "2026-11-18T20:00"), "VICTIM_SERVICES", 60);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor department = of(Role.DEPARTMENT_LIAISON, "DSS")) {
      Document all = director.page("/crisis/measures");
      assertThat(row(all, "What came of it", "Incidents in which help was offered"))
          .containsExactly("4 of 7: 57 %, between 25 % and 84 %", "1 of 1, too few to judge");
      assertThat(all.text())
          .contains("within 48 hours", "never who that is", "the least that was done")
          .doesNotContain("??", "{0");
      assertThat(director.get("/crisis/measures.csv").body())
          .contains("PRIORITY,OFFERED_IN_TIME,4,7,57,25,84,");
      assertThat(director.page("/crisis/measures?language=es").text()).doesNotContain("??", "{0");
      assertThat(department.page("/crisis/measures").text())
          .contains("is told to whoever reads the incidents")
          .doesNotContain("Incidents in which help was offered");
    }
  }

  /** An incident that came in an hour after it happened. */
  private UUID incident(String block, String chicago) {
    UUID incident = records.shooting(chicago, 68, false);
    jdbc.sql(
            """
            update incidents.incident set block = ?, first_seen_at = occurred_at + interval '1 h'
            where id = ?
            """)
        .params(block, incident)
        .update();
    return incident;
  }

  /** An organization that was called for its incident reached somebody so many minutes after. */
  private void reached(UUID incident, String duty, int minutes) {
    jdbc.sql(
            """
            insert into crisis.activation (id, code, incident, area, block, occurred_at, known_at,
              opened_at, opened_by, why, state, notify_by, notified_at, plan_by, called, changed_at)
            select id, upper(substr(id::text, 1, 4) || '-' || substr(id::text, 5, 4)), id, area, block,
              occurred_at, first_seen_at, first_seen_at, 'system', '', 'NOTIFIED',
              first_seen_at + interval '30 min', first_seen_at, first_seen_at + interval '24 h',
              array['DFSS'], now()
            from incidents.incident where id = ?
            """)
        .param(incident)
        .update();
    jdbc.sql(
            """
            insert into crisis.party (activation, organization, duty, state, notified_at,
              acknowledge_by, acknowledged_at, contact_by, contact_at)
            select id, 'DFSS', :duty, 'ACKNOWLEDGED', notified_at, notified_at + interval '30 min',
              notified_at, case when :duty = 'VICTIM_SERVICES' then known_at + interval '48 h' end,
              known_at + make_interval(mins => cast(:minutes as int))
            from crisis.activation where id = :id
            """)
        .param("id", incident)
        .param("duty", duty)
        .param("minutes", minutes)
        .update();
  }

  @Test
  void rInc04WhatWasNeverDoneIsMissedAlsoWhenItWasStoodDown() {
    activation(LISTED, "2026-11-20T21:00", 10, "CDPH", 12);
    activation(LISTED, "2026-11-20T22:00", 10, "DSS", null);
    activation(LISTED, "2026-11-20T23:00", 10, "CPL", null);
    jdbc.sql(
            "update crisis.party set duty = 'VICTIM_SERVICES', contact_by = notified_at + interval '48 h'")
        .update();
    standDown("DSS", "interval '20 h'");
    standDown("CPL", "interval '20 min'");
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Document all = director.page("/crisis/measures");
      assertThat(row(all, ANSWER, "In time").getFirst())
          .as("the silent one was missed; the one that had its half hour still was not")
          .startsWith("1 of 2,");
      assertThat(row(all, ANSWER, "Not yet").getFirst()).isEqualTo("1, 1 of them late");
      assertThat(row(all, REACHED, "Not yet").getFirst())
          .as("standing down does not end the 48 hours")
          .isEqualTo("3, 3 of them late");
      jdbc.sql(
              "update crisis.activation set retracted_at = stood_down_at where state = 'STOOD_DOWN'")
          .update();
      assertThat(row(director.page("/crisis/measures"), REACHED, "Not yet").getFirst())
          .as("nobody had to be reached when it was untrue")
          .isEqualTo("1, 1 of them late");
    }
  }

  private void standDown(String organization, String after) {
    jdbc.sql(
            """
            update crisis.activation
            set state = 'STOOD_DOWN', stood_down_at = notified_at + %s
            where ? = any (called)
            """
                .formatted(after))
        .param(organization)
        .update();
  }

  @Test
  void theFileHoldsWhatThePageShowsAndTheTrailSaysHowMuchItIs() {
    activation(LISTED, "2026-11-20T21:00", 10, "CDPH", 12);
    activation(null, "2026-11-20T21:00", 5, "CDPH", 3);
    records.feed();
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      List<String> lines = director.get("/crisis/measures.csv").body().lines().toList();
      assertThat(lines.getFirst()).startsWith("blocks,measure,of,n,percent,low,high,");
      assertThat(lines)
          .anyMatch(line -> line.startsWith("PRIORITY,NOTIFY,1,1,,,,,,0,0,"))
          .anyMatch(line -> line.startsWith("NO_BLOCK,ACKNOWLEDGE,1,1,,,,,,0,0,"))
          .anyMatch(line -> line.startsWith("OTHER,REPEAT_90,0,0,"));
      assertThat(
              jdbc.sql("select rows from audit.event where deed = 3 order by seq desc limit 1")
                  .query(Long.class)
                  .single())
          .isEqualTo(lines.size() - 1L);
    }
    try (Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "englewood")) {
      assertThat(police.get("/crisis/measures.csv").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void thePageTakesAFixedNumberOfStatements() {
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      activation(LISTED, "2026-11-20T21:00", 10, "CDPH", 12);
      records.feed();
      director.page("/crisis/measures");
      int few = Statements.during(() -> director.page("/crisis/measures"));
      for (int i = 0; i < 30; i++) {
        activation(i % 3 == 0 ? null : ELSEWHERE, "2026-11-1" + i % 9 + "T21:00", 10, "CDPH", 9);
      }
      assertThat(Statements.during(() -> director.page("/crisis/measures"))).isEqualTo(few);
    }
  }

  /** What a measure says on priority blocks and on others. */
  private static List<String> row(Document page, String step, String measure) {
    return page.select("table:has(caption:containsOwn(" + step + "))").stream()
        .flatMap(table -> table.select("tr:has(th:containsOwn(" + measure + "))").stream())
        .findFirst()
        .map(Element::children)
        .orElseThrow(() -> new AssertionError("no row " + measure + " of " + step))
        .select("td")
        .eachText();
  }

  /**
   * An activation that was known an hour after it happened.
   *
   * @param call minutes until the first call
   * @param answer minutes until the answer; null when it has not come
   */
  private void activation(
      @Nullable String block,
      String chicago,
      int call,
      String organization,
      @Nullable Integer answer) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into crisis.activation (id, code, area, block, occurred_at, known_at, opened_at,
              opened_by, why, state, notify_by, notified_at, plan_by, called, changed_at)
            select :id, upper(substr(:id::text, 1, 4) || '-' || substr(:id::text, 5, 4)), 68,
              cast(:block as text), t, t + interval '1 h', t + interval '1 h', 'system', '',
              'NOTIFIED', t + interval '90 min', t + interval '1 h' + make_interval(mins => cast(:call as int)),
              t + interval '25 h', array[cast(:organization as text)], t
            from (select cast(:at as timestamp) at time zone 'America/Chicago' as t) happened
            """)
        .param("id", id)
        .param("block", block)
        .param("at", chicago)
        .param("call", call)
        .param("organization", organization)
        .update();
    jdbc.sql(
            """
            insert into crisis.party (activation, organization, duty, state, notified_at,
              acknowledge_by, acknowledged_at)
            select id, :organization, 'DEPARTMENT', :state, notified_at,
              notified_at + interval '30 min', notified_at + make_interval(mins => cast(:answer as int))
            from crisis.activation where id = :id
            """)
        .param("id", id)
        .param("organization", organization)
        .param("state", answer == null ? "NOTIFIED" : "ACKNOWLEDGED")
        .param("answer", answer)
        .update();
  }

  private Visitor of(Role role, String organization) {
    String name = night.add(role, organization);
    return Visitor.of(name, name + "-password", port);
  }
}
