package org.cscc.tabletops;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.actions.Priority;
import org.cscc.actions.Verb;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An exercise, every cell: each state, move, role, and relation to it is tried on the real
 * database; what the table allows is done, everything else is refused with the rule's id.
 */
@CenterTest
@Import({Statements.class, Guests.class})
class ExerciseTransitionTests {
  /** The machine as it is written, in a form of its own: move, who, from where. */
  private static final String F12 =
      """
      EDIT      | FACILITATOR DIRECTOR | PLANNED
      HOLD      | FACILITATOR DIRECTOR | PLANNED
      FIND      | FACILITATOR DIRECTOR | HELD DEBRIEFED
      TAKE_BACK | FACILITATOR DIRECTOR | HELD DEBRIEFED
      DEBRIEF   | FACILITATOR DIRECTOR | HELD
      OWE       | FACILITATOR          | HELD DEBRIEFED
      ANSWER_NO | FACILITATOR DIRECTOR | HELD DEBRIEFED
      CLOSE     | FACILITATOR DIRECTOR | DEBRIEFED
      CANCEL    | FACILITATOR DIRECTOR | PLANNED
      """;

  /** Roles that see every exercise. */
  private static final Set<Role> EVERYWHERE =
      Set.of(
          Role.REPRESENTATIVE,
          Role.FACILITATOR,
          Role.POLICE_LIAISON,
          Role.ANALYST,
          Role.DIRECTOR,
          Role.STEERING,
          Role.PRIVACY_OFFICER,
          Role.AUDITOR);

  private static final Set<Role> OF_ORGANIZATIONS =
      Set.of(Role.DEPARTMENT_LIAISON, Role.OUTREACH, Role.ADVOCATE);

  @Autowired ExerciseDesk desk;
  @Autowired Guests guests;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  /** What somebody's organization and team are to the exercise. */
  private enum Relation {
    /** Asked to the table, with a seat in its team. */
    OWN("CDOT", "austin"),
    STRANGER("CDPH", "englewood");

    private final String organization;
    private final String team;

    Relation(String organization, String team) {
      this.organization = organization;
      this.team = team;
    }
  }

  private record Row(ExerciseMoveKind move, Set<Role> roles, Set<ExerciseState> from) {}

  private String owner = "";

  @AfterEach
  void nobody() {
    Guests.beNobody();
  }

  @Test
  void f12EveryStateMoveRoleAndRelationAnswersAsTheTableSays() {
    guests.clear();
    owner = guests.add(Role.DEPARTMENT_LIAISON, "CDOT");
    guests.be(guests.add(Role.FACILITATOR, "MOCS", "austin"));
    Map<ExerciseState, String> exercises = new EnumMap<>(ExerciseState.class);
    for (ExerciseState state : ExerciseState.values()) {
      String code =
          desk.plan(
                  access.require(Capability.PLAN_TABLETOPS),
                  null,
                  Guests.wish("The park is full.", "CDOT"))
              .code();
      exercises.put(state, code);
      reset(code, state);
    }
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    int done = 0;
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      for (Relation relation : Relation.values()) {
        guests.be(guests.add(role, relation.organization, relation.team));
        for (Row row : rows()) {
          for (ExerciseState state : ExerciseState.values()) {
            tried++;
            String answer = attempt(requireNonNull(exercises.get(state)), state, row.move());
            String expected = expected(row, role, relation, state);
            if (!answer.equals(expected)) {
              wrong.add(
                  role
                      + " "
                      + relation
                      + " "
                      + row.move()
                      + " from "
                      + state
                      + ": "
                      + answer
                      + ", not "
                      + expected);
            }
            done += answer.equals("done") ? 1 : 0;
          }
        }
      }
    }
    System.out.println(
        "Tabletop: states × moves × roles × relations: " + tried + " tried, " + done + " done");
    assertThat(wrong).isEmpty();
    assertThat(tried).isEqualTo(17 * 2 * 9 * 5);
    // A facilitator in the own team, and a director in either relation.
    assertThat(done).isEqualTo(13 + 2 * 11);
  }

  @Test
  void theTableOfTheTestNamesEveryMoveOnce() {
    assertThat(rows().stream().map(Row::move)).containsExactly(ExerciseMoveKind.values());
  }

  /** What the written table says of a cell: done, or the rule that refuses. */
  private static String expected(Row row, Role role, Relation relation, ExerciseState state) {
    if (!EVERYWHERE.contains(role) && !OF_ORGANIZATIONS.contains(role)) {
      return "403 R-ACCESS-01";
    }
    if (OF_ORGANIZATIONS.contains(role) && relation == Relation.STRANGER) {
      return "404 R-TABLETOP-05";
    }
    if (!row.roles().contains(role)
        || (role == Role.FACILITATOR && relation == Relation.STRANGER)) {
      return "403 R-TABLETOP-01";
    }
    return row.from().contains(state) ? "done" : "409 R-TABLETOP-02";
  }

  /** Tries the move on the exercise; what was done is taken back. */
  private String attempt(String code, ExerciseState state, ExerciseMoveKind kind) {
    try {
      ExerciseMoved moved =
          desk.move(
              access.require(Capability.READ_TABLETOPS),
              null,
              code,
              Integer.parseInt(guests.version(code)),
              move(kind, code));
      return moved instanceof ExerciseMoved.Done ? "done" : moved.toString();
    } catch (Refused refused) {
      int status =
          switch (refused.kind()) {
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case INVALID -> 422;
            case TOO_OFTEN -> 429;
          };
      return status + " " + refused.rule();
    } finally {
      if (mayHaveChanged(kind)) {
        reset(code, state);
      }
    }
  }

  /** Who is not let in by the first question leaves everything as it was. */
  private boolean mayHaveChanged(ExerciseMoveKind kind) {
    return kind == ExerciseMoveKind.CLOSE
        || access.signedIn().map(SignedIn::role).filter(kind::openTo).isPresent();
  }

  private ExerciseMove move(ExerciseMoveKind kind, String code) {
    return switch (kind) {
      case EDIT -> new ExerciseMove.Edit(Guests.wish("The park is closed.", "CDOT"));
      case HOLD -> new ExerciseMove.Hold(Map.of("CDOT", 2), "");
      case FIND ->
          new ExerciseMove.Find(Part.POST, FindingKind.GAP, "Nobody knew whom to call", "");
      case TAKE_BACK -> new ExerciseMove.TakeBack(finding(code, FindingKind.STRENGTH));
      case DEBRIEF -> new ExerciseMove.Debrief("");
      case OWE ->
          new ExerciseMove.Owe(
              finding(code, FindingKind.GAP),
              "Say whom to call about lights",
              "CDOT",
              owner,
              Verb.COMMUNICATION,
              Priority.P4,
              null);
      case ANSWER_NO ->
          new ExerciseMove.AnswerNo(
              finding(code, FindingKind.GAP), NoCode.NO_MEANS, "There is no money");
      case CLOSE -> {
        jdbc.sql(
                """
                delete from tabletops.finding where kind = 'GAP' and exercise =
                  (select id from tabletops.exercise where code = ?)
                """)
            .param(code)
            .update();
        yield new ExerciseMove.Close();
      }
      case CANCEL -> new ExerciseMove.Cancel("The field house is closed");
    };
  }

  /** Its hour was an hour ago; one strength and one gap were found. */
  private void reset(String code, ExerciseState state) {
    jdbc.sql("delete from tabletops.present where exercise = ?").param(id(code)).update();
    jdbc.sql("delete from tabletops.finding where exercise = ?").param(id(code)).update();
    jdbc.sql(
            """
            update tabletops.exercise set state = :state, none_because = null,
              cancel_reason = case when :state = 'CANCELLED' then 'Weather' end,
              report_due = case when :state in ('HELD', 'DEBRIEFED', 'CLOSED') then now() end,
              closed_at = case when :state = 'CLOSED' then now() end
            where code = :code
            """)
        .param("state", state.name())
        .param("code", code)
        .update();
    guests.begun(code, Duration.ofHours(1));
    jdbc.sql(
            """
            insert into tabletops.finding (id, exercise, position, part, kind, said)
            values (gen_random_uuid(), :id, 1, 'PRE', 'STRENGTH', 'The line works'),
              (gen_random_uuid(), :id, 2, 'POST', 'GAP', 'Nobody knew')
            """)
        .param("id", id(code))
        .update();
  }

  private UUID id(String code) {
    return jdbc.sql("select id from tabletops.exercise where code = ?")
        .param(code)
        .query(UUID.class)
        .single();
  }

  private UUID finding(String code, FindingKind kind) {
    return jdbc.sql("select id from tabletops.finding where exercise = ? and kind = ?")
        .params(id(code), kind.name())
        .query(UUID.class)
        .single();
  }

  private static List<Row> rows() {
    return F12.lines()
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .map(
            cell ->
                new Row(
                    ExerciseMoveKind.valueOf(cell.get(0)), roles(cell.get(1)), states(cell.get(2))))
        .toList();
  }

  private static Set<Role> roles(String words) {
    Set<Role> roles = new TreeSet<>();
    for (String word : words.split(" +", -1)) {
      roles.add(Role.valueOf(word));
    }
    return roles;
  }

  private static Set<ExerciseState> states(String words) {
    Set<ExerciseState> states = new TreeSet<>();
    for (String word : words.split(" +", -1)) {
      states.add(ExerciseState.valueOf(word));
    }
    return states;
  }
}
