package org.cscc.recommendations;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.kernel.ReviewWeek;
import org.cscc.ledger.Transitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * R-INC-06 and B2 of recommendations, every cell: each state, move, role, and relation to it is
 * tried on the real database; what the table allows is done, everything else is refused with the
 * rule's id.
 */
@CenterTest
@Import({Statements.class, Cast.class})
@TestPropertySource(properties = "cscc.test-home=recommendations") // a database of its own
class RecommendationTransitionTests {
  /** B2 as it is written, in a form of its own: move, who, on which side, from which state. */
  private static final String B2 =
      """
      REVISE    | FACILITATOR                 | chair     | DRAFT
      PROPOSE   | FACILITATOR                 | chair     | DRAFT
      DROP      | FACILITATOR                 | chair     | DRAFT
      RETURN    | DIRECTOR                    | any       | PROPOSED
      ISSUE     | DIRECTOR                    | any       | PROPOSED
      ACCEPT    | DEPARTMENT_LIAISON OUTREACH | addressee | ISSUED
      REJECT    | DEPARTMENT_LIAISON OUTREACH | addressee | ISSUED
      IMPLEMENT | DEPARTMENT_LIAISON OUTREACH | addressee | ACCEPTED
      EVALUATE  | ANALYST DIRECTOR            | any       | IMPLEMENTED
      """;

  private static final Set<Role> EVERYWHERE =
      Set.of(Role.ANALYST, Role.DIRECTOR, Role.STEERING, Role.PRIVACY_OFFICER);
  private static final Set<Role> OF_THE_TEAM = Set.of(Role.REPRESENTATIVE, Role.FACILITATOR);
  private static final Set<Role> OF_THE_ADDRESSEE =
      Set.of(Role.OUTREACH, Role.ADVOCATE, Role.DEPARTMENT_LIAISON);

  @Autowired RecommendationDesk desk;
  @Autowired Access access;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;

  /** What somebody is to the recommendation. */
  private enum Relation {
    /** Sits in the team whose review it comes from. */
    CHAIR("MOCS", "austin"),
    /** Works for the organization that it is addressed to. */
    ADDRESSEE("DSS", "englewood"),
    STRANGER("CDOT", "englewood");

    private final String organization;
    private final String team;

    Relation(String organization, String team) {
      this.organization = organization;
      this.team = team;
    }
  }

  @BeforeEach
  void empty() {
    cast.clear();
  }

  @AfterEach
  void nobody() {
    Cast.beNobody();
  }

  @Test
  void r_INC_06_EveryStateMoveRoleAndRelationAnswersAsTheTableSays() {
    Map<RecommendationState, String> all = all();
    Transitions.Tried tried =
        Transitions.of(B2, RecommendationMoveKind.class, RecommendationState.class)
            .everyCell(
                Relation.values(),
                (role, relation) -> cast.be(cast.add(role, relation.organization, relation.team)),
                (kind, state) -> attempt(requireNonNull(all.get(state)), state, move(kind)),
                RecommendationTransitionTests::expected);
    assertThat(tried.cells()).isEqualTo(17 * 3 * 9 * 8);
    assertThat(tried.done()).isEqualTo(3 + 2 * 3 + 3 * 2 + 2 * 3);
  }

  @Test
  void r_REC_03_WhoProposedDoesNotIssueAndWhoDidItDoesNotEvaluate() {
    Map<RecommendationState, String> all = all();
    String director = cast.be(cast.add(Role.DIRECTOR, "MOCS"));
    jdbc.sql("update recommendations.recommendation set proposed_by = ?, implemented_by = ?")
        .params(director, director)
        .update();
    for (RecommendationState state :
        List.of(RecommendationState.PROPOSED, RecommendationState.IMPLEMENTED)) {
      RecommendationMoveKind kind =
          state == RecommendationState.PROPOSED
              ? RecommendationMoveKind.ISSUE
              : RecommendationMoveKind.EVALUATE;
      assertThat(attempt(requireNonNull(all.get(state)), state, move(kind)))
          .isEqualTo("403 R-REC-03");
    }
  }

  private static String expected(
      Transitions.Row<RecommendationMoveKind, RecommendationState> row,
      Role role,
      Relation relation,
      RecommendationState state) {
    boolean chairs = relation == Relation.CHAIR;
    boolean addressed = relation == Relation.ADDRESSEE;
    if (!EVERYWHERE.contains(role)
        && !OF_THE_TEAM.contains(role)
        && !OF_THE_ADDRESSEE.contains(role)) {
      return "403 R-ACCESS-01";
    }
    boolean sees =
        EVERYWHERE.contains(role)
            || (OF_THE_TEAM.contains(role) && chairs)
            || (OF_THE_ADDRESSEE.contains(role) && addressed && state.issued());
    if (!sees) {
      return "404 R-REC-06";
    }
    if (!row.roles().contains(role)
        || (row.side().equals("chair") && !chairs)
        || (row.side().equals("addressee") && !addressed)) {
      return "403 R-REC-01";
    }
    return row.from().contains(state) ? "done" : "409 R-REC-02";
  }

  /** Tries the move; what was done is taken back. */
  private String attempt(String code, RecommendationState state, RecommendationMove move) {
    return Transitions.answer(
        () -> {
          RecommendationMoved moved = cast.move(desk, code, move);
          reset(code, state);
          return moved instanceof RecommendationMoved.Done ? Transitions.DONE : moved.toString();
        });
  }

  private static RecommendationMove move(RecommendationMoveKind kind) {
    return switch (kind) {
      case REVISE -> new RecommendationMove.Revise(draft());
      case PROPOSE, ISSUE -> new RecommendationMove.Plain(kind);
      case DROP -> new RecommendationMove.Drop("The alley belongs to a private owner", "");
      case RETURN, REJECT ->
          new RecommendationMove.Because(kind, "The alley belongs to a private owner");
      case ACCEPT ->
          new RecommendationMove.Accept(
              "Lights are repaired in three days", LocalDate.now(ReviewWeek.CHICAGO).plusDays(20));
      case IMPLEMENT -> new RecommendationMove.Implement("Twelve lamps are lit on the block");
      case EVALUATE ->
          new RecommendationMove.Evaluate(Statement.ACTIVITY, 12, "Twelve of twelve lamps are lit");
    };
  }

  private static Draft draft() {
    return new Draft(
        "Light the alleys of the block",
        "Lights in the alley are out, so repair them sooner.",
        Level.PLACE,
        "DSS");
  }

  /** One for each state. */
  private Map<RecommendationState, String> all() {
    String review = cast.review();
    cast.be(cast.add(Role.FACILITATOR, "MOCS", "austin"));
    Map<RecommendationState, String> all = new EnumMap<>(RecommendationState.class);
    for (RecommendationState state : RecommendationState.values()) {
      String code =
          desk.draft(access.require(Capability.DRAFT_RECOMMENDATIONS), null, review, draft());
      all.put(state, code);
      reset(code, state);
    }
    return all;
  }

  private void reset(String code, RecommendationState state) {
    jdbc.sql(
            """
            update recommendations.recommendation set state = :state, addressed_to = 'DSS',
              shown_to = case when :issued then 'DSS' end,
              issued_at = case when :issued then now() end,
              due_at = case when :issued then now() + interval '30 days' end,
              answered_at = now(), answer = 'as the table says', promised_on = current_date,
              evidence = 'lamps', statement = 'ACTIVITY', statement_n = 5, evaluation = 'lit',
              proposed_by = 'test', implemented_by = 'test', raised = 0
            where code = :code
            """)
        .param("state", state.name())
        .param("issued", state.issued())
        .param("code", code)
        .update();
  }
}
