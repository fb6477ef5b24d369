package org.cscc.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F2 and B2 of activations, every cell: each state of the activation and of an organization, move,
 * role and relation is tried on the real database; what the table allows is done, everything else
 * is refused with the rule's id.
 */
@CrisisTest
class CrisisTransitionTests {
  /** The table in a form of its own: move, who, states of the activation, of the organization. */
  private static final String TABLE =
      """
      CALL        | FACILITATOR DIRECTOR | OPENED NOTIFIED ACKNOWLEDGED DEPLOYED STABILISING |
      ACKNOWLEDGE | OUTREACH ADVOCATE DEPARTMENT_LIAISON | OPENED NOTIFIED ACKNOWLEDGED DEPLOYED STABILISING | NOTIFIED
      UNABLE      | OUTREACH ADVOCATE DEPARTMENT_LIAISON | OPENED NOTIFIED ACKNOWLEDGED DEPLOYED STABILISING | NOTIFIED ACKNOWLEDGED
      DEPLOY      | OUTREACH ADVOCATE DEPARTMENT_LIAISON | ACKNOWLEDGED DEPLOYED STABILISING | ACKNOWLEDGED
      CONTACT     | OUTREACH ADVOCATE DEPARTMENT_LIAISON | ACKNOWLEDGED DEPLOYED STABILISING STOOD_DOWN AFTER_ACTION | ACKNOWLEDGED DEPLOYED LEFT
      LEAVE       | OUTREACH ADVOCATE DEPARTMENT_LIAISON | DEPLOYED STABILISING STOOD_DOWN AFTER_ACTION | DEPLOYED
      PLAN        | FACILITATOR DIRECTOR | NOTIFIED ACKNOWLEDGED DEPLOYED STABILISING |
      STABILISE   | FACILITATOR DIRECTOR | DEPLOYED |
      KEEP        | FACILITATOR DIRECTOR | OPENED NOTIFIED ACKNOWLEDGED DEPLOYED STABILISING |
      STAND_DOWN  | FACILITATOR DIRECTOR | OPENED NOTIFIED ACKNOWLEDGED DEPLOYED STABILISING |
      LESSONS     | FACILITATOR DIRECTOR | STOOD_DOWN AFTER_ACTION |
      """;

  private static final Set<Role> EVERYWHERE =
      Set.of(Role.ANALYST, Role.DIRECTOR, Role.PRIVACY_OFFICER);
  private static final Set<Role> OF_ORGANIZATIONS =
      Set.of(Role.OUTREACH, Role.ADVOCATE, Role.DEPARTMENT_LIAISON);
  private static final Set<Role> OF_TEAMS = Set.of(Role.FACILITATOR, Role.REPRESENTATIVE);

  @Autowired CrisisDesk desk;
  @Autowired Night night;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  private record Row(
      CrisisMoveKind move, Set<Role> roles, Set<ActivationState> from, Set<PartyState> party) {}

  @BeforeEach
  void aQuietNight() {
    night.clear();
  }

  @AfterEach
  void nobody() {
    Night.beNobody();
  }

  @Test
  void b2EveryStateMoveRoleAndRelationAnswersAsTheTableSays() {
    night.be(night.add(Role.FACILITATOR, "MOCS", "englewood"));
    desk.open(
        access.require(Capability.OPEN_CRISES),
        null,
        null,
        new CrisisOpening.Call(
            null,
            Night.ENGLEWOOD,
            "6300 S Halsted St",
            night.now().minus(Duration.ofHours(1)),
            "Shots at the corner",
            false));
    String code = jdbc.sql("select code from crisis.activation").query(String.class).single();
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    int done = 0;
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      // Called to help survivors, and not called at all.
      for (String organization : List.of("CDPH", "DSS")) {
        night.be(night.add(role, organization, "englewood"));
        for (Row row : rows()) {
          for (ActivationState state : ActivationState.values()) {
            for (PartyState party : PartyState.values()) {
              tried++;
              set(code, state, party);
              String answer = attempt(code, move(row.move()));
              String expected = expected(row, role, organization.equals("CDPH"), state, party);
              if (!answer.equals(expected)) {
                wrong.add(
                    role
                        + " of "
                        + organization
                        + " "
                        + row.move()
                        + " from "
                        + state
                        + "/"
                        + party
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
    }
    System.out.println("Activations: " + tried + " moves tried, " + done + " done");
    assertThat(wrong).isEmpty();
    assertThat(tried).isEqualTo(17 * 2 * 11 * 7 * 5);
    assertThat(done).isGreaterThan(200);
  }

  private static String expected(
      Row row, Role role, boolean called, ActivationState state, PartyState party) {
    boolean limited = OF_ORGANIZATIONS.contains(role);
    if (!EVERYWHERE.contains(role) && !OF_TEAMS.contains(role) && !limited) {
      return "403 R-ACCESS-01";
    }
    if (limited && !called) {
      return "404 R-CRISIS-07";
    }
    if (!row.roles().contains(role)) {
      return "403 R-CRISIS-01";
    }
    if (!row.from().contains(state) || (!row.party().isEmpty() && !row.party().contains(party))) {
      return "409 R-CRISIS-02";
    }
    return "done";
  }

  private String attempt(String code, CrisisMove move) {
    try {
      int version = jdbc.sql("select version from crisis.activation").query(Integer.class).single();
      CrisisMoved moved =
          desk.move(access.require(Capability.READ_CRISES), null, code, version, move);
      return moved instanceof CrisisMoved.Done ? "done" : moved.toString();
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

  private CrisisMove move(CrisisMoveKind kind) {
    return switch (kind) {
      case CALL -> new CrisisMove.Call("CPS", Party.Duty.DEPARTMENT);
      case UNABLE -> new CrisisMove.Unable(UnableCode.NO_STAFF);
      case PLAN ->
          new CrisisMove.Planned(
              List.of(
                  new PlanLine(
                      PlanLine.Kind.PRESENCE,
                      "CDPH",
                      night.now().plus(Duration.ofHours(2)),
                      night.now().plus(Duration.ofHours(6)),
                      "")));
      case KEEP, STAND_DOWN -> new CrisisMove.Because(kind, "The block is calm");
      case LESSONS -> new CrisisMove.Learned("Fast answers", "A list of keys", "Ask the library");
      case ACKNOWLEDGE, DEPLOY, CONTACT, LEAVE, STABILISE -> new CrisisMove.Plain(kind);
    };
  }

  /** Sets the activation and the organization that was called; it has a plan, and is in doubt. */
  private void set(String code, ActivationState state, PartyState party) {
    jdbc.sql("delete from crisis.party").update();
    jdbc.sql(
            """
            update crisis.activation
            set state = :state, called = '{CDPH}', notified_at = opened_at, planned_at = opened_at,
              stood_down_at = opened_at, doubted = true, contact_at = null
            where code = :code
            """)
        .param("state", state.name())
        .param("code", code)
        .update();
    jdbc.sql(
            """
            insert into crisis.party
              (activation, organization, duty, state, notified_at, acknowledge_by, contact_by,
               unable_code)
            select id, 'CDPH', 'VICTIM_SERVICES', :state, opened_at, opened_at, opened_at,
              case when :state = 'UNABLE' then 'NO_STAFF' end
            from crisis.activation where code = :code
            """)
        .param("state", party.name())
        .param("code", code)
        .update();
  }

  private static List<Row> rows() {
    return TABLE
        .lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(
            cell ->
                new Row(
                    CrisisMoveKind.valueOf(cell.get(0)),
                    named(Role.class, cell.get(1)),
                    named(ActivationState.class, cell.get(2)),
                    named(PartyState.class, cell.get(3))))
        .toList();
  }

  private static <E extends Enum<E>> Set<E> named(Class<E> kind, String words) {
    Set<E> all = new TreeSet<>();
    for (String word : words.split(" +", -1)) {
      if (!word.isEmpty()) {
        all.add(Enum.valueOf(kind, word));
      }
    }
    return all;
  }
}
