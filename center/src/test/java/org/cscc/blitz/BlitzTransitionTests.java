package org.cscc.blitz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F4 of a blitz, every cell: each state, move, role, and relation to the blitz is tried on the real
 * database; what the table allows is done, everything else is refused with the rule's id.
 */
@CenterTest
class BlitzTransitionTests {
  /** The machine as it is written, in a form of its own: move, who, on which side, from where. */
  private static final String F4 =
      """
      WALK_BLOCK | REPRESENTATIVE FACILITATOR  | any        | PLANNED
      WALK       | REPRESENTATIVE FACILITATOR  | any        | PLANNED
      MAKE_TASKS | FACILITATOR                 | any        | WALKED SCHEDULED
      CALL_IN    | FACILITATOR                 | any        | PLANNED WALKED
      ACCEPT     | DEPARTMENT_LIAISON OUTREACH | department | WALKED
      DECLINE    | DEPARTMENT_LIAISON OUTREACH | department | WALKED
      LET_OUT    | FACILITATOR                 | any        | PLANNED WALKED
      SCHEDULE   | FACILITATOR                 | any        | WALKED
      DO         | DEPARTMENT_LIAISON OUTREACH | department | SCHEDULED EXECUTED
      EXECUTE    | FACILITATOR                 | any        | SCHEDULED
      LOOK       | REPRESENTATIVE FACILITATOR  | other      | EXECUTED
      REWALK     | REPRESENTATIVE FACILITATOR  | other      | EXECUTED
      REPORT     | FACILITATOR                 | any        | REWALKED
      CALL_OFF   | FACILITATOR DIRECTOR        | any        | PLANNED WALKED SCHEDULED
      """;

  /** Roles that see every blitz. */
  private static final Set<Role> EVERYWHERE =
      Set.of(
          Role.REPRESENTATIVE,
          Role.FACILITATOR,
          Role.ANALYST,
          Role.COMMUNICATIONS,
          Role.DIRECTOR,
          Role.STEERING,
          Role.AUDITOR);

  private static final Set<Role> OF_ORGANIZATIONS = Set.of(Role.DEPARTMENT_LIAISON, Role.OUTREACH);

  @Autowired BlitzDesk desk;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  /** What somebody's organization is to the blitz. */
  private enum Relation {
    /** It comes. */
    COMES("CDOT"),
    STRANGER("CDPH");

    private final String organization;

    Relation(String organization) {
      this.organization = organization;
    }
  }

  private record Row(BlitzMoveKind move, Set<Role> roles, String side, Set<BlitzState> from) {}

  @AfterEach
  void nobody() {
    Players.beNobody();
  }

  @Test
  void f4EveryStateMoveRoleAndRelationAnswersAsTheTableSays() {
    Players players = new Players(accounts);
    players.be(players.add(Role.FACILITATOR, "MOCS"));
    Map<BlitzState, String> blitzes = new EnumMap<>(BlitzState.class);
    for (BlitzState state : BlitzState.values()) {
      blitzes.put(state, plan());
      reset(requireNonNull(blitzes.get(state)), state);
    }
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    int done = 0;
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      for (Relation relation : Relation.values()) {
        players.be(players.add(role, relation.organization));
        for (Row row : rows()) {
          for (BlitzState state : BlitzState.values()) {
            tried++;
            String answer = attempt(requireNonNull(blitzes.get(state)), state, row.move());
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
        "Blitz: states × moves × roles × relations: " + tried + " tried, " + done + " done");
    assertThat(wrong).isEmpty();
    assertThat(tried).isEqualTo(17 * 2 * 14 * 7);
    assertThat(done).isGreaterThan(40);
  }

  @Test
  void theTableOfTheTestNamesEveryMoveOnce() {
    assertThat(rows().stream().map(Row::move)).containsExactly(BlitzMoveKind.values());
  }

  /** What the written table says of a cell: done, or the rule that refuses. */
  private static String expected(Row row, Role role, Relation relation, BlitzState state) {
    if (!EVERYWHERE.contains(role) && !OF_ORGANIZATIONS.contains(role)) {
      return "403 R-ACCESS-01";
    }
    if (OF_ORGANIZATIONS.contains(role) && relation == Relation.STRANGER) {
      return "404 R-BLITZ-06";
    }
    if (!row.roles().contains(role)) {
      return "403 R-BLITZ-01";
    }
    if (row.side().equals("other") && relation == Relation.COMES) {
      return "403 R-BLITZ-03";
    }
    return row.from().contains(state) ? "done" : "409 R-BLITZ-02";
  }

  /** Tries the move on the blitz; what was done is taken back. */
  private String attempt(String code, BlitzState state, BlitzMoveKind kind) {
    try {
      BlitzMove move = move(kind, code);
      BlitzMoved moved =
          desk.move(access.require(Capability.READ_BLITZES), null, code, version(code, kind), move);
      reset(code, state);
      return moved instanceof BlitzMoved.Done ? "done" : moved.toString();
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
    }
  }

  private BlitzMove move(BlitzMoveKind kind, String code) {
    return switch (kind) {
      case WALK_BLOCK ->
          new BlitzMove.WalkBlock(1, Map.of("POTHOLE", new BlitzMove.Counted(2, "")));
      case WALK -> new BlitzMove.Walk(2);
      case MAKE_TASKS -> new BlitzMove.MakeTasks(Set.of(finding(code)));
      case CALL_IN -> new BlitzMove.CallIn("DOB");
      case ACCEPT -> new BlitzMove.Accept(today(), "WO 4711");
      case DECLINE -> new BlitzMove.Decline(NoCode.NO_CAPACITY);
      case LET_OUT -> new BlitzMove.LetOut("DSS", LetOutCode.NO_ANSWER);
      case DO -> new BlitzMove.Do(1, Map.of("POTHOLE", 2));
      case LOOK -> new BlitzMove.Look(1, Map.of("POTHOLE", new BlitzMove.Seen(Verdict.FIXED, 0)));
      case CALL_OFF -> new BlitzMove.CallOff(CallOffCode.WEATHER);
      case SCHEDULE, EXECUTE, REWALK, REPORT -> new BlitzMove.Plain(kind);
    };
  }

  private String plan() {
    return desk.plan(
            access.require(Capability.PLAN_BLITZES),
            null,
            new BlitzWish(
                25,
                ReasonCode.RESIDENTS,
                "",
                today(),
                today().plusDays(2),
                List.of("4500 W Madison St"),
                List.of("POTHOLE", "GRAFFITI_REMOVAL"),
                List.of()))
        .code();
  }

  /** One block, walked; two potholes there, looked at; transportation comes, streets do not. */
  private void reset(String code, BlitzState state) {
    UUID id =
        jdbc.sql("select id from blitz.blitz where code = ?")
            .param(code)
            .query(UUID.class)
            .single();
    jdbc.sql("truncate blitz.report").update();
    for (String table : List.of("part", "finding", "walk", "done")) {
      jdbc.sql("delete from blitz." + table + " where blitz = ?").param(id).update();
    }
    jdbc.sql(
            """
            update blitz.blitz set state = :state, departments = '{CDOT,DSS}',
              call_off_code = case when :state = 'CALLED_OFF' then 'WEATHER' end
            where id = :id
            """)
        .param("state", state.name())
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into blitz.part (blitz, department, state, on_day, work_order, reason_code, by_account, at)
            values (:id, 'CDOT', 'YES', :today, 'WO 1', null, 'somebody', now()),
              (:id, 'DSS', 'NO', null, null, 'NO_BUDGET', 'somebody', now())
            """)
        .param("id", id)
        .param("today", today())
        .update();
    jdbc.sql(
            """
            insert into blitz.walk (blitz, block, look, by_account, at)
            values (:id, '045XX W MADISON ST', 'FIRST', 'somebody', now()),
              (:id, '045XX W MADISON ST', 'SECOND', 'somebody', now())
            """)
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into blitz.finding (id, blitz, block, type, found, verdict, remaining)
            values (gen_random_uuid(), ?, '045XX W MADISON ST', 'POTHOLE', 2, 'FIXED', 0)
            """)
        .param(id)
        .update();
  }

  private UUID finding(String code) {
    return jdbc.sql(
            """
            select f.id from blitz.finding f join blitz.blitz b on b.id = f.blitz where b.code = ?
            """)
        .param(code)
        .query(UUID.class)
        .single();
  }

  /** Of the blitz, or of the block where that is what was seen. */
  private int version(String code, BlitzMoveKind kind) {
    return kind == BlitzMoveKind.WALK_BLOCK || kind == BlitzMoveKind.LOOK
        ? 1
        : jdbc.sql("select version from blitz.blitz where code = ?")
            .param(code)
            .query(Integer.class)
            .single();
  }

  private static LocalDate today() {
    return LocalDate.now(ReviewWeek.CHICAGO);
  }

  private static List<Row> rows() {
    return F4.lines()
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .map(
            cell ->
                new Row(
                    BlitzMoveKind.valueOf(cell.get(0)),
                    roles(cell.get(1)),
                    cell.get(2),
                    states(cell.get(3))))
        .toList();
  }

  private static Set<Role> roles(String words) {
    Set<Role> roles = new TreeSet<>();
    for (String word : words.split(" +", -1)) {
      roles.add(Role.valueOf(word));
    }
    return roles;
  }

  private static Set<BlitzState> states(String words) {
    Set<BlitzState> states = new TreeSet<>();
    for (String word : words.split(" +", -1)) {
      states.add(BlitzState.valueOf(word));
    }
    return states;
  }
}
