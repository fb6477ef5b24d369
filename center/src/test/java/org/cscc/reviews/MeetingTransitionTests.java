package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Transitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F1 and B2 of the review meeting, every cell: each state, move, role and seat is tried on the real
 * database; what the table allows is done, everything else is refused with the rule's id.
 */
@ReviewsTest
class MeetingTransitionTests {
  /** The table as it is written, in a form of its own: move, who, from which states. */
  private static final String B2 =
      """
      PREPARE | FACILITATOR ANALYST | SCHEDULED
      PUBLISH | FACILITATOR ANALYST | PACKET_DRAFT
      START   | FACILITATOR         | PACKET_PUBLISHED
      END     | FACILITATOR         | IN_SESSION
      CLOSE   | FACILITATOR         | IN_SESSION MINUTES_DRAFT
      REOPEN  | DIRECTOR            | CLOSED
      CANCEL  | FACILITATOR         | SCHEDULED PACKET_DRAFT PACKET_PUBLISHED
      MERGE   | FACILITATOR         | SCHEDULED PACKET_DRAFT PACKET_PUBLISHED
      MOVE    | FACILITATOR         | SCHEDULED PACKET_DRAFT PACKET_PUBLISHED
      """;

  private static final Set<Role> EVERYWHERE =
      Set.of(Role.ANALYST, Role.DIRECTOR, Role.PRIVACY_OFFICER);
  private static final Set<Role> SEATED =
      Set.of(
          Role.FACILITATOR,
          Role.REPRESENTATIVE,
          Role.OUTREACH,
          Role.ADVOCATE,
          Role.POLICE_LIAISON,
          Role.DEPARTMENT_LIAISON);

  @Autowired Records records;
  @Autowired AtTheTable table;
  @Autowired PacketDesk packets;
  @Autowired MeetingDesk desk;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  /** Whether somebody has a seat at the table that meets. */
  private enum Seat {
    SEATED,
    ELSEWHERE
  }

  @BeforeEach
  void aWeekWithItsPacketAndMeetings() {
    table.beNobody();
    records.clear();
    records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.feed();
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood");
    plan.ahead();
    saidOfEveryIncident();
    records.at(LocalDateTime.of(2026, 11, 25, 12, 50));
  }

  @AfterEach
  void nobody() {
    table.beNobody();
  }

  @Test
  void b2EveryStateMoveRoleAndSeatAnswersAsTheTableSays() {
    Transitions.Tried tried =
        Transitions.of(B2, MeetingMoveKind.class, MeetingState.class)
            .everyCell(
                Seat.values(),
                (role, seat) ->
                    table.be(
                        seat == Seat.SEATED
                            ? table.add(role, "englewood", "west-englewood")
                            : table.add(role, "austin")),
                this::attempt,
                MeetingTransitionTests::expected);
    assertThat(tried.cells()).isEqualTo(17 * 2 * 9 * 8);
    assertThat(tried.done()).isEqualTo(15 + 2 * 2 + 2);
  }

  private static String expected(
      Transitions.Row<MeetingMoveKind, MeetingState> row,
      Role role,
      Seat seat,
      MeetingState state) {
    if (!EVERYWHERE.contains(role) && !SEATED.contains(role)) {
      return "403 R-ACCESS-01";
    }
    if (!EVERYWHERE.contains(role) && seat == Seat.ELSEWHERE) {
      return "403 R-REVIEWS-01";
    }
    if (!row.roles().contains(role)) {
      return "403 R-MEET-01";
    }
    return row.from().contains(state) ? "done" : "409 R-MEET-02";
  }

  /** Tries the move; what was done is taken back, so that the next finds it so again. */
  private String attempt(MeetingMoveKind kind, MeetingState state) {
    reset(state);
    int version = store.of("englewood", WEEK.firstDay()).orElseThrow().version();
    return Transitions.answer(
        () -> {
          MeetingMoved moved =
              desk.move(
                  access.require(Capability.READ_MEETINGS), "englewood", WEEK, version, move(kind));
          return moved instanceof MeetingMoved.Done now && now.now().state() == kind.to(state)
              ? Transitions.DONE
              : moved.toString();
        });
  }

  /** B2: without it, nobody closes. */
  private void saidOfEveryIncident() {
    jdbc.sql(
            """
            insert into reviews.entry (meeting, kind, subject, version, value, note, key, by_account,
              by_role, at)
            select m.id, 'INCIDENT', i.id::text, 1, 'REVIEWED', '', gen_random_uuid(), 'system',
              'FACILITATOR', now()
            from reviews.meeting m, incidents.incident i where m.team = 'englewood' and m.week = ?
            """)
        .param(WEEK.firstDay())
        .update();
  }

  private void reset(MeetingState state) {
    jdbc.sql(
            """
            update reviews.meeting set state = ?, starts_at = planned_at,
              merged_into = case when ? then
                (select id from reviews.meeting where team = 'austin' and week = ?) end
            where team = 'englewood' and week = ?
            """)
        .params(state.name(), state == MeetingState.MERGED, WEEK.firstDay(), WEEK.firstDay())
        .update();
  }

  private static MeetingMove move(MeetingMoveKind kind) {
    return switch (kind) {
      case CANCEL -> new MeetingMove.Cancel("The library is closed by a water main break");
      case MERGE -> new MeetingMove.Merge("west-englewood", "Both look at the same border");
      case MOVE ->
          new MeetingMove.Move(
              WallClock.at(LocalDate.of(2026, 11, 27), LocalTime.of(10, 0)),
              "Branch library",
              "Thanksgiving week");
      case REOPEN -> new MeetingMove.Reopen("A promise was written down wrong");
      default -> new MeetingMove.Plain(kind);
    };
  }
}
