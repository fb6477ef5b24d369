package org.cscc.services;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.cscc.kernel.ReviewWeek;
import org.cscc.ledger.Transitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F4 and B2 of services, every cell: each state, move, role, and relation to the task is tried on
 * the real database; what the table allows is done, everything else is refused with the rule's id.
 */
@CenterTest
class TaskTransitionTests {
  /** B2 as it is written, in a form of its own: move, who, on which side, from which states. */
  private static final String B2 =
      """
      ROUTE       | FACILITATOR                    | any        | SUBMITTED ROUTED REJECTED
      ACKNOWLEDGE | DEPARTMENT_LIAISON             | department | ROUTED
      REJECT      | DEPARTMENT_LIAISON             | department | ROUTED ACKNOWLEDGED
      SCHEDULE    | DEPARTMENT_LIAISON             | department | ACKNOWLEDGED SCHEDULED REOPENED
      START       | DEPARTMENT_LIAISON             | department | ACKNOWLEDGED SCHEDULED REOPENED
      BLOCK       | DEPARTMENT_LIAISON             | department | ACKNOWLEDGED SCHEDULED IN_PROGRESS REOPENED
      UNBLOCK     | DEPARTMENT_LIAISON             | department | BLOCKED
      COMPLETE    | DEPARTMENT_LIAISON             | department | ACKNOWLEDGED SCHEDULED IN_PROGRESS REOPENED
      VERIFY      | REPRESENTATIVE FACILITATOR     | other      | COMPLETED
      FAIL        | REPRESENTATIVE FACILITATOR     | other      | COMPLETED
      MERGE       | DEPARTMENT_LIAISON FACILITATOR | own        | SUBMITTED ROUTED ACKNOWLEDGED SCHEDULED IN_PROGRESS BLOCKED REOPENED
      NEED        | DEPARTMENT_LIAISON FACILITATOR | own        | SUBMITTED ROUTED ACKNOWLEDGED SCHEDULED REOPENED
      ESCALATE    | FACILITATOR DIRECTOR           | any        | ROUTED ACKNOWLEDGED SCHEDULED IN_PROGRESS BLOCKED REOPENED
      """;

  /** Roles that see every service. */
  private static final Set<Role> EVERYWHERE =
      Set.of(
          Role.REPRESENTATIVE,
          Role.FACILITATOR,
          Role.ANALYST,
          Role.COMMUNICATIONS,
          Role.DIRECTOR,
          Role.STEERING,
          Role.AUDITOR);

  @Autowired TaskDesk desk;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  /** What somebody's organization is to the task. */
  private enum Relation {
    /** It answers for it. */
    DEPARTMENT("CDOT"),
    /** It asked for it. */
    ASKED("CDPH"),
    STRANGER("DSS");

    private final String organization;

    Relation(String organization) {
      this.organization = organization;
    }
  }

  @AfterEach
  void nobody() {
    Crowd.beNobody();
  }

  @Test
  void b2EveryStateMoveRoleAndRelationAnswersAsTheTableSays() {
    Crowd crowd = new Crowd(accounts);
    Map<TaskState, String> tasks = tasks(crowd);
    String other = tasksBeside(crowd);
    Transitions.Tried tried =
        Transitions.of(B2, TaskMoveKind.class, TaskState.class)
            .everyCell(
                Relation.values(),
                (role, relation) -> crowd.be(crowd.add(role, relation.organization, "austin")),
                (kind, state) ->
                    attempt(requireNonNull(tasks.get(state)), state, move(kind, other)),
                TaskTransitionTests::expected);
    assertThat(tried.cells()).isEqualTo(17 * 3 * 13 * 10);
    assertThat(tried.done()).isGreaterThan(70);
  }

  /** What the written table says of a cell: done, or the rule that refuses. */
  private static String expected(
      Transitions.Row<TaskMoveKind, TaskState> row, Role role, Relation relation, TaskState state) {
    boolean limited = role == Role.DEPARTMENT_LIAISON || role == Role.OUTREACH;
    // A task that waits does so for Streets and Sanitation; one without a department has none.
    boolean answers = relation == Relation.DEPARTMENT && state != TaskState.SUBMITTED;
    boolean sees =
        EVERYWHERE.contains(role)
            || (limited
                && (answers
                    || relation == Relation.ASKED
                    || (relation == Relation.STRANGER && state == TaskState.BLOCKED)));
    if (!EVERYWHERE.contains(role) && !limited) {
      return "403 R-ACCESS-01";
    }
    if (!sees) {
      return "404 R-SERV-06";
    }
    if (!row.roles().contains(role)) {
      return "403 R-SERV-01";
    }
    if (row.side().equals("department") && !answers) {
      return "403 R-SERV-01";
    }
    if (row.side().equals("own") && role == Role.DEPARTMENT_LIAISON && !answers) {
      return "403 R-SERV-01";
    }
    if (row.side().equals("other") && answers) {
      return "403 R-SERV-03";
    }
    if (!row.from().contains(state)) {
      return "409 R-SERV-02";
    }
    return "done";
  }

  /** Tries the move on the task; what was done is taken back. */
  private String attempt(String code, TaskState state, TaskMove move) {
    return Transitions.answer(
        () -> {
          int version = version(code);
          TaskMoved moved =
              desk.move(access.require(Capability.READ_SERVICES), null, code, version, () -> move);
          reset(code, state);
          return moved instanceof TaskMoved.Done ? Transitions.DONE : moved.toString();
        });
  }

  private static TaskMove move(TaskMoveKind kind, String other) {
    return switch (kind) {
      case ROUTE -> new TaskMove.Route("DOB", "The building's own light");
      case REJECT -> new TaskMove.Reject(RejectCode.NO_ACCESS, "The gate is locked", null, null);
      case SCHEDULE ->
          new TaskMove.Schedule(LocalDate.now(ReviewWeek.CHICAGO).plusDays(30), "Crew 12");
      case BLOCK -> new TaskMove.Block("The trees have to be cut first", "DSS");
      case COMPLETE ->
          new TaskMove.Complete(List.of(new Shown(Shown.Kind.CREW_CODE, "WO 4711", null)));
      case VERIFY -> new TaskMove.Verify(List.of());
      case FAIL -> new TaskMove.Fail("still dark", List.of());
      case MERGE -> new TaskMove.Merge(other);
      case NEED -> new TaskMove.Need(other);
      case ESCALATE -> new TaskMove.Escalate("nothing moves");
      case ACKNOWLEDGE, START, UNBLOCK -> new TaskMove.Plain(kind);
    };
  }

  /** One task for each state, on a block in Austin. */
  private Map<TaskState, String> tasks(Crowd crowd) {
    crowd.be(crowd.add(Role.OUTREACH, "CDPH", "austin"));
    Map<TaskState, String> tasks = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      tasks.put(state, ask());
      reset(requireNonNull(tasks.get(state)), state);
    }
    return tasks;
  }

  /** Another open one of the same department, to be folded into and waited for. */
  private String tasksBeside(Crowd crowd) {
    crowd.be(crowd.add(Role.FACILITATOR, "MOCS", "austin"));
    return ask();
  }

  private String ask() {
    return desk.ask(
            access.require(Capability.REQUEST_SERVICES),
            null,
            new Wish(
                "ALLEY_LIGHT_OUT",
                25,
                "4500 W Madison St",
                ServiceTask.Source.TEAM,
                "",
                null,
                null))
        .code();
  }

  private void reset(String code, TaskState state) {
    boolean submitted = state == TaskState.SUBMITTED;
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("code", code);
    values.put("state", state.name());
    values.put("department", submitted ? null : "CDOT");
    values.put("blocked", state == TaskState.BLOCKED ? "DSS" : null);
    values.put("reason", state == TaskState.REJECTED ? "NO_ACCESS" : null);
    jdbc.sql(
            """
            update services.task set state = :state, department = :department, passed = '{}',
              blocked_on = :blocked, reason_code = :reason, resume_on = null, parent = null, level = 0
            where code = :code
            """)
        .params(values)
        .update();
    for (String table : List.of("escalation", "dependency")) {
      jdbc.sql(
              "delete from services."
                  + table
                  + " where task = (select id from services.task where code = ?)")
          .param(code)
          .update();
    }
  }

  private int version(String code) {
    return jdbc.sql("select version from services.task where code = ?")
        .param(code)
        .query(Integer.class)
        .single();
  }
}
