package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has answered an incident, in the room of its review: as it stands now, and to whom. */
@ReviewsTest
class FirstResponseTests {
  private static final String ROOM = "/reviews/2026-11-15/englewood/room";
  private static final String LINE = "#incidents ~ .card p:has(a[href^=/crisis/])";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk packets;
  @Autowired MeetingPlan plan;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private UUID answered = UUID.randomUUID();
  private UUID nobody = UUID.randomUUID();

  @BeforeEach
  void aReviewOfThreeIncidents() {
    records.clear();
    noActivations();
    answered = records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    nobody = records.shooting("2026-11-17T20:00", ENGLEWOOD, true);
    records.shooting("2026-11-18T20:00", ENGLEWOOD, false);
    records.feed();
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood");
    plan.ahead();
    records.at(LocalDateTime.of(2026, 11, 25, 12, 58));
  }

  @AfterEach
  void noActivations() {
    jdbc.sql("truncate crisis.activation cascade").update();
  }

  @Test
  void eachIncidentSaysWhoHasAnsweredAndNothingWhereNobodyWasAsked() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(facilitator.page(ROOM).select(LINE)).as("nothing was activated").isEmpty();
      activation(answered, "AAAA-1111");
      activation(nobody, "BBBB-2222");
      party("AAAA-1111", "CDPH", "NOTIFIED");
      party("AAAA-1111", "DFSS", "NOTIFIED");
      assertThat(facilitator.page(ROOM).select(LINE).eachText())
          .containsExactlyInAnyOrder(
              "First response, now: 0 of 2 organizations have answered",
              "First response, now: nobody was called");
      answer("CDPH", "DEPLOYED", false);
      answer("DFSS", "ACKNOWLEDGED", true);
      assertThat(facilitator.page(ROOM).select(LINE).eachText())
          .as("the packet is frozen, this is not")
          .contains(
              "First response, now: 2 of 2 organizations have answered. Somebody was there."
                  + " Survivors or the family were reached");
      assertThat(facilitator.page(ROOM + "?language=es").text()).doesNotContain("??", "{0}");
    }
  }

  @Test
  void itGoesOneWayAndOnlyToWhoMayReadTheActivation() {
    activation(answered, "AAAA-1111");
    party("AAAA-1111", "CDPH", "NOTIFIED");
    try (Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "englewood");
        Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port, "englewood");
        Visitor representative = Visitor.as(Role.REPRESENTATIVE, accounts, port, "englewood")) {
      for (Visitor one : Set.of(police, outreach)) {
        Document page = one.page(ROOM);
        assertThat(page.select("#incidents ~ .card")).as("it reads the review").hasSize(3);
        assertThat(page.select(LINE)).isEmpty();
        assertThat(page.html()).doesNotContain("AAAA-1111", "First response");
      }
      assertThat(representative.page(ROOM).select(LINE)).hasSize(1);
    }
  }

  @Test
  void itTakesTheSameStatementsHoweverManyWereActivated() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      activation(answered, "AAAA-1111");
      party("AAAA-1111", "CDPH", "NOTIFIED");
      facilitator.page(ROOM);
      int one = Statements.during(() -> facilitator.page(ROOM));
      activation(nobody, "BBBB-2222");
      party("BBBB-2222", "DFSS", "NOTIFIED");
      assertThat(Statements.during(() -> facilitator.page(ROOM))).isEqualTo(one);
    }
  }

  private void activation(UUID incident, String code) {
    jdbc.sql(
            """
            insert into crisis.activation (id, code, incident, area, block, occurred_at, known_at,
              opened_at, opened_by, state, notify_by, plan_by, changed_at)
            select gen_random_uuid(), ?, id, area, block, occurred_at, occurred_at, occurred_at,
              'system', 'OPENED', occurred_at, occurred_at, occurred_at
            from incidents.incident where id = ?
            """)
        .params(code, incident)
        .update();
  }

  private void party(String code, String organization, String state) {
    jdbc.sql(
            """
            insert into crisis.party
              (activation, organization, duty, state, notified_at, acknowledge_by)
            select id, ?, 'OUTREACH', ?, opened_at, opened_at
            from crisis.activation where code = ?
            """)
        .params(organization, state, code)
        .update();
    jdbc.sql(
            """
            update crisis.activation set called = called || cast(? as text), notified_at = opened_at,
              state = 'NOTIFIED' where code = ?
            """)
        .params(organization, code)
        .update();
  }

  private void answer(String organization, String state, boolean contact) {
    jdbc.sql(
            """
            update crisis.party set state = :state, acknowledged_at = notified_at,
              deployed_at = case when :state = 'DEPLOYED' then notified_at end
            where organization = :organization
            """)
        .param("state", state)
        .param("organization", organization)
        .update();
    if (contact) {
      jdbc.sql("update crisis.activation set contact_at = notified_at where contact_at is null")
          .update();
    }
  }
}
