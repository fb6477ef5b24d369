package org.cscc.actions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.home.CenterTest;
import org.cscc.ledger.Transitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * B2, every cell of it: each state, move, role, and relation to the item is tried on the real
 * database; what the table allows is done, everything else is refused with the rule's id.
 */
@CenterTest
class TransitionTests {
  /**
   * B2 as it is written, in a form of its own: move, who, on which side, from which states. The
   * liaison of a department says yes or no; that of the police is a police liaison (0270).
   */
  private static final String B2 =
      """
      ASSIGN   | FACILITATOR REPRESENTATIVE                         | near         | PROPOSED
      REASSIGN | FACILITATOR                                        | near         | ASSIGNED ACCEPTED DECLINED IN_PROGRESS BLOCKED REOPENED
      ACCEPT   | DEPARTMENT_LIAISON OUTREACH ADVOCATE POLICE_LIAISON | owner       | ASSIGNED
      DECLINE  | DEPARTMENT_LIAISON OUTREACH ADVOCATE POLICE_LIAISON | owner       | ASSIGNED
      START    | DEPARTMENT_LIAISON OUTREACH ADVOCATE POLICE_LIAISON | owner       | ACCEPTED REOPENED
      BLOCK    | DEPARTMENT_LIAISON OUTREACH ADVOCATE POLICE_LIAISON | owner       | ACCEPTED IN_PROGRESS REOPENED
      UNBLOCK  | DEPARTMENT_LIAISON OUTREACH ADVOCATE POLICE_LIAISON | owner       | BLOCKED
      CLAIM    | DEPARTMENT_LIAISON OUTREACH ADVOCATE POLICE_LIAISON | owner       | ACCEPTED IN_PROGRESS REOPENED
      VERIFY   | REPRESENTATIVE FACILITATOR                         | near other   | DONE_CLAIMED
      REOPEN   | REPRESENTATIVE FACILITATOR                         | near other   | DONE_CLAIMED
      SAMPLE   | ANALYST                                            | near         | -
      ESCALATE | FACILITATOR DIRECTOR                               | near         | ASSIGNED ACCEPTED IN_PROGRESS BLOCKED REOPENED
      """;

  /** Roles that see every item, wherever it is. */
  private static final Set<Role> EVERYWHERE =
      Set.of(Role.FACILITATOR, Role.ANALYST, Role.DIRECTOR, Role.PRIVACY_OFFICER, Role.AUDITOR);

  @Autowired Actions actions;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  /** What somebody can be to the item: of its owner or not, with a seat near it or not. */
  private enum Relation {
    OWNER_NEAR("DSS", "austin"),
    OWNER_FAR("DSS", "englewood"),
    OTHER_NEAR("CDOT", "austin"),
    OTHER_FAR("CDOT", "englewood");

    private final String organization;
    private final String team;

    Relation(String organization, String team) {
      this.organization = organization;
      this.team = team;
    }
  }

  @AfterEach
  void nobody() {
    Table.beNobody();
  }

  @Test
  void b2EveryStateMoveRoleAndRelationAnswersAsTheTableSays() {
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    String other = table.add(Role.DEPARTMENT_LIAISON, "CDOT");
    Map<ActionState, String> items = items(table, owner);
    Transitions.Tried tried =
        Transitions.of(B2, MoveKind.class, ActionState.class)
            .everyCell(
                Relation.values(),
                (role, relation) -> table.be(table.add(role, relation.organization, relation.team)),
                (kind, state) ->
                    attempt(requireNonNull(items.get(state)), state, move(kind, owner, other)),
                TransitionTests::expected);
    assertThat(tried.cells()).isEqualTo(17 * 4 * 12 * 9);
    assertThat(tried.done()).isGreaterThan(60);
  }

  /** What the written table says of a cell: done, or the rule that refuses. */
  private static String expected(
      Transitions.Row<MoveKind, ActionState> row, Role role, Relation relation, ActionState state) {
    boolean owes = relation.organization.equals("DSS") && state != ActionState.PROPOSED;
    boolean near = relation.team.equals("austin");
    boolean reads = reads(role);
    boolean sees =
        EVERYWHERE.contains(role)
            || (role == Role.REPRESENTATIVE && near)
            || (Set.of(Role.OUTREACH, Role.ADVOCATE, Role.POLICE_LIAISON, Role.DEPARTMENT_LIAISON)
                    .contains(role)
                && (owes
                    || (relation.organization.equals("CDOT") && state == ActionState.BLOCKED)));
    if (!reads) {
      return "403 R-ACCESS-01";
    }
    if (!sees) {
      return "404 R-ACTIONS-06";
    }
    if (!row.roles().contains(role)) {
      return "403 R-ACTIONS-01";
    }
    if (row.side().equals("owner") && !owes) {
      return "403 R-ACTIONS-01";
    }
    if (row.side().equals("near other") && owes) {
      return "403 R-ACTIONS-03";
    }
    if (row.move() == MoveKind.SAMPLE && state == ActionState.DONE_CLAIMED) {
      return "409 R-ACTIONS-05";
    }
    return row.from().contains(state) ? "done" : "409 R-ACTIONS-02";
  }

  private static boolean reads(Role role) {
    return EVERYWHERE.contains(role)
        || Set.of(
                Role.REPRESENTATIVE,
                Role.OUTREACH,
                Role.ADVOCATE,
                Role.POLICE_LIAISON,
                Role.DEPARTMENT_LIAISON,
                Role.STEERING)
            .contains(role);
  }

  /**
   * Tries the move on the item; what was done is taken back, so that the next finds it so again.
   */
  private String attempt(String code, ActionState state, Move move) {
    return Transitions.answer(
        () -> {
          int version = version(code);
          Moved moved =
              actions.move(access.require(Capability.READ_ACTIONS), null, code, version, move);
          reset(code, state);
          return moved instanceof Moved.Done ? Transitions.DONE : moved.toString();
        });
  }

  private static Move move(MoveKind kind, String owner, String other) {
    return switch (kind) {
      case ASSIGN -> new Move.Assign("DSS", owner, null, List.of());
      case REASSIGN -> new Move.Reassign("CDOT", other, null, "another department does this");
      case ACCEPT -> new Move.Accept();
      case DECLINE ->
          new Move.Decline(DeclineCode.WRONG_DEPARTMENT, "Transportation has the poles");
      case START -> new Move.Start();
      case BLOCK -> new Move.Block("the utility has to cut the power", "CDOT");
      case UNBLOCK -> new Move.Unblock("");
      case CLAIM -> new Move.Claim(List.of(Evidence.workCode("DSS 4711")));
      case VERIFY -> new Move.Verify(List.of());
      case REOPEN -> new Move.Reopen("still dark", List.of());
      case SAMPLE -> new Move.Sample();
      case ESCALATE -> new Move.Escalate("nothing moves");
      case MERGE -> throw new IllegalArgumentException(kind.name());
    };
  }

  /** One item for each state, on a block in Austin, owed by the same organization. */
  private Map<ActionState, String> items(Table table, String owner) {
    String facilitator = table.add(Role.FACILITATOR, "MOCS");
    table.be(facilitator);
    Map<ActionState, String> items = new EnumMap<>(ActionState.class);
    for (ActionState state : ActionState.values()) {
      Proposal wish =
          new Proposal(
              "Light the alley",
              Verb.LIGHT,
              Pillar.COMMUNITY_REVITALIZATION,
              Priority.P3,
              "T1",
              25,
              "4500 W Madison St",
              "austin",
              Origin.TEAM,
              null,
              null);
      ActionItem item =
          actions.promise(
              access.require(Capability.PROPOSE_ACTIONS),
              null,
              wish,
              new Move.Assign("DSS", owner, null, List.of()));
      items.put(state, item.code());
      reset(item.code(), state);
    }
    return items;
  }

  private void reset(String code, ActionState state) {
    boolean proposed = state == ActionState.PROPOSED;
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("code", code);
    values.put("state", state.name());
    values.put("org", proposed ? null : "DSS");
    values.put("blocked", state == ActionState.BLOCKED ? "CDOT" : null);
    values.put("claimed", state == ActionState.DONE_CLAIMED);
    jdbc.sql(
            """
            update actions.item set state = :state, owner_org = :org, blocked_on = :blocked, level = 0,
              claimed_at = case when :claimed then now() end,
              check_until = case when :claimed then now() + interval '10 days' end
            where code = :code
            """)
        .params(values)
        .update();
    jdbc.sql(
            "delete from actions.escalation where item = (select id from actions.item where code = ?)")
        .param(code)
        .update();
  }

  private int version(String code) {
    return jdbc.sql("select version from actions.item where code = ?")
        .param(code)
        .query(Integer.class)
        .single();
  }
}
