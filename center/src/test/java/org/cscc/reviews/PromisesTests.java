package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cscc.reviews.Records.WEEK;

import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.actions.OpenPromise;
import org.cscc.directory.Teams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A packet begins with what was promised, as it stood when the packet was prepared. */
@ReviewsTest
class PromisesTests {
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Packets packets;
  @Autowired Teams teams;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void clear() {
    records.clear();
    jdbc.sql("truncate actions.item cascade").update();
    records.feed();
  }

  /** Other tests of these packets share the database, and late items are on every first page. */
  @AfterEach
  void leaveNothing() {
    jdbc.sql("truncate actions.item cascade").update();
  }

  @Test
  void R_HRIT_06_whatIsNotVerifiedIsInThePacketOfItsTeamAloneLateOnesFirst() {
    item("1111-1111", "englewood", "T1", "ACCEPTED", "DSS", "2026-11-27T17:00-06:00");
    item("2222-2222", "englewood", "T1", "DONE_CLAIMED", "DSS", "2026-11-18T17:00-06:00");
    item("3333-3333", "englewood", "T1", "ASSIGNED", "CDOT", "2026-11-20T17:00-06:00");
    item("4444-4444", "englewood", "T1", "PROPOSED", null, null);
    item("5555-5555", "englewood", "T1", "VERIFIED", "DSS", "2026-11-18T17:00-06:00");
    item("6666-6666", "englewood", "T2", "ACCEPTED", "DSS", "2026-11-18T17:00-06:00");
    item("7777-7777", "austin", "T1", "ACCEPTED", "DSS", "2026-11-18T17:00-06:00");

    PacketFacts facts = prepared("englewood");
    assertThat(facts.promises())
        .extracting(OpenPromise::code, OpenPromise::late, OpenPromise::organization)
        .containsExactly(
            tuple("3333-3333", true, "Chicago Department of Transportation"),
            tuple("1111-1111", false, "Department of Streets and Sanitation"),
            tuple("4444-4444", false, null),
            tuple("2222-2222", false, "Department of Streets and Sanitation"));
    assertThat(PromiseCounts.of(facts.promises())).isEqualTo(new PromiseCounts(4, 1, 1, 1, 1));
    assertThat(facts.gaps()).extracting(Gap::section).doesNotContain(Section.PROMISES);
  }

  @Test
  void R_HRIT_02_aFrozenPacketKeepsWhatWasPromisedThen() {
    item("1111-1111", "englewood", "T1", "ACCEPTED", "DSS", "2026-11-20T17:00-06:00");
    prepared("englewood");
    desk.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood");
    jdbc.sql("update actions.item set state = 'VERIFIED'").update();

    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    PacketFacts kept = open("englewood");
    assertThat(kept.promises()).extracting(OpenPromise::state).containsExactly("ACCEPTED");
    assertThat(
            packets.of(
                access.forSystem(Capability.READ_PACKET),
                teams.byCode("englewood").orElseThrow(),
                WEEK))
        .as("a promise that is kept is no correction of the packet")
        .hasSize(1);
  }

  @Test
  void aDraftIsPreparedAnewWhenAPromiseMoves() {
    item("1111-1111", "englewood", "T1", "ACCEPTED", "DSS", "2026-11-20T17:00-06:00");
    assertThat(prepared("englewood").promises()).hasSize(1);
    jdbc.sql("update actions.item set state = 'VERIFIED'").update();
    assertThat(prepared("englewood").promises()).isEmpty();
  }

  @Test
  void aPromiseThatMovesWhileADraftIsReadDoesNotHoldItsPublishingUp() {
    item("1111-1111", "englewood", "T1", "ACCEPTED", "DSS", "2026-11-20T17:00-06:00");
    prepared("englewood");
    jdbc.sql("update actions.item set level = 2").update();
    assertThat(desk.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood"))
        .isInstanceOf(PublishOutcome.Published.class);
    assertThat(open("englewood").promises())
        .as("what was read is what is published")
        .extracting(OpenPromise::level)
        .containsExactly(0);
  }

  private PacketFacts prepared(String team) {
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    return open(team);
  }

  private PacketFacts open(String team) {
    return packets
        .open(
            access.forSystem(Capability.READ_PACKET),
            teams.byCode(team).orElseThrow(),
            WEEK,
            Optional.empty())
        .orElseThrow()
        .content()
        .facts();
  }

  private void item(
      String code,
      String team,
      String tier,
      String state,
      @Nullable String owner,
      @Nullable String due) {
    jdbc.sql(
            """
            insert into actions.item (id, code, title, verb, pillar, priority, tier, area, team,
              origin, state, owner_org, owner_account, due_at, created_by, created_at, changed_at)
            values (:id, :code, 'Mend the lights', 'LIGHT', 'COMMUNITY_REVITALIZATION', 'P2', :tier,
              68, :team, 'TEAM', :state, :owner, case when :owner::text is null then null else 'lee' end,
              :due::timestamptz, 'test', now(), now())
            """)
        .param("id", UUID.randomUUID())
        .param("code", code)
        .param("team", team)
        .param("tier", tier)
        .param("state", state)
        .param("owner", owner)
        .param("due", due)
        .update();
  }
}
