package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.directory.Teams;
import org.cscc.requests.PlaceConditions.Line;
import org.cscc.requests.PlaceConditions.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a packet says of the places of its incidents, and of what the team expects. */
@ReviewsTest
class ConditionTests {
  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-24T12:00:00Z");
  private static final UUID FILE = UUID.randomUUID();

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Packets packets;
  @Autowired MeetingPlan plan;
  @Autowired Teams teams;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  private String block = "";

  @BeforeEach
  void oneIncident() {
    records.clear();
    UUID incident = records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    block =
        jdbc.sql("select block from incidents.incident where id = ?")
            .param(incident)
            .query(String.class)
            .single();
    records.feed();
  }

  @Test
  void whatIsOpenOnTheBlocksOfItsIncidentsStandsInThePacketByKind() {
    file();
    request("ALLEY_LIGHT_OUT", "OPEN", "2026-10-01", block, false);
    request("ALLEY_LIGHT_OUT", "OPEN", "2026-11-23", block, false);
    request("ALLEY_LIGHT_OUT", "COMPLETED", "2026-10-01", block, false);
    request("ALLEY_LIGHT_OUT", "OPEN", "2026-09-01", block, true);
    request("POTHOLE", "OPEN", "2026-11-23", block, false);
    request(null, "OPEN", "2026-01-05", block, false);
    request("POTHOLE", "OPEN", "2026-10-01", "099XX S ELSEWHERE AVE", false);
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);

    assertThat(conditions().asOf()).isEqualTo(AS_OF.toInstant());
    assertThat(conditions().lines())
        .extracting(Line::type, Line::open, Line::late, Line::since)
        .containsExactly(
            tuple("ALLEY_LIGHT_OUT", 2, 1, LocalDate.of(2026, 10, 1)),
            tuple(null, 1, 0, LocalDate.of(2026, 1, 5)),
            tuple("POTHOLE", 1, 0, LocalDate.of(2026, 11, 23)));
    assertThat(facts().gaps()).extracting(Gap::section).doesNotContain(Section.CONDITIONS);
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(
              facilitator
                  .page("/reviews/2026-11-15/englewood")
                  .select("#conditions ~ table")
                  .text())
          .contains("Alley light out 2 1", "Something else 1 –")
          .doesNotContain("ELSEWHERE");
    }
  }

  @Test
  void nothingOpenIsSaidAndIsNotTheSameAsNothingTold() {
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    assertThat(facts().conditions()).isNull();
    assertThat(facts().gaps()).extracting(Gap::section).contains(Section.CONDITIONS);
    file();
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    assertThat(conditions().lines()).isEmpty();
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(facilitator.page("/reviews/2026-11-15/englewood").text())
          .contains("No request is open on these blocks");
    }
  }

  @Test
  void whatTheTeamWroteDownAsComingStandsInItsNextPacketAndInNoOther() {
    plan.ahead();
    coming("englewood", "2026-11-30", "VIGIL", "At the corner store");
    coming("englewood", "2026-12-30", "FUNERAL", "");
    coming("austin", "2026-12-01", "CLOSURE", "");
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    assertThat(facts().ahead())
        .extracting(ComingAhead.Coming::kind, ComingAhead.Coming::on)
        .containsExactly(tuple("VIGIL", LocalDate.of(2026, 11, 30)));
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(facilitator.page("/reviews/2026-11-15/englewood").text())
          .contains("Written down in earlier reviews of this team", "Vigil", "At the corner store");
    }
  }

  private PacketFacts facts() {
    return packets
        .open(
            access.forSystem(Capability.READ_PACKET),
            teams.byCode("englewood").orElseThrow(),
            WEEK,
            Optional.empty())
        .orElseThrow()
        .content()
        .facts();
  }

  private State conditions() {
    return Objects.requireNonNull(facts().conditions());
  }

  private void file() {
    jdbc.sql(
            """
            insert into requests.intake (id, file_name, shape, received_at, as_of, rows_read, accepted,
              added, updated, unchanged, older, rejected, without_area, without_block, unmapped)
            values (?, 'city.csv', 'PORTAL', ?, ?, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0)
            """)
        .params(FILE, AS_OF, AS_OF)
        .update();
  }

  private void request(
      @Nullable String type, String status, String openedOn, String where, boolean duplicate) {
    jdbc.sql(
            """
            insert into requests.request (id, number, legacy, type, status, duplicate, opened_at,
              opened_timed, opened_on, closed_at, closed_timed, closed_on, days, block, area, state_at,
              first_seen, changed_at, changed_by)
            values (gen_random_uuid(), :number, false, :type, :status, :duplicate, :day, true, :day,
              case when :closed then cast(:asOf as timestamptz) end, :closed,
              case when :closed then cast(:asOf as date) end, case when :closed then 3 end,
              :where, :area, :asOf, :asOf, :asOf, :file)
            """)
        .param("number", "SR26-" + UUID.randomUUID().toString().substring(0, 8))
        .param("type", type, Types.VARCHAR)
        .param("status", status)
        .param("duplicate", duplicate)
        .param("day", LocalDate.parse(openedOn))
        .param("closed", status.equals("COMPLETED"))
        .param("asOf", AS_OF)
        .param("where", where)
        .param("area", ENGLEWOOD)
        .param("file", FILE)
        .update();
  }

  private void coming(String team, String on, String kind, String note) {
    jdbc.sql(
            """
            insert into reviews.entry (meeting, kind, subject, version, value, detail, note, key,
              by_account, by_role, at)
            select id, 'LOOK_AHEAD', gen_random_uuid()::text, 1, ?, ?, ?, gen_random_uuid(), 'system',
              'FACILITATOR', now()
            from reviews.meeting where team = ? order by week limit 1
            """)
        .params(kind, on, note, team)
        .update();
  }
}
