package org.cscc.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * R-COO-06, every cell: each state, word, role and relation to the request is tried on the real
 * database; what the table allows is done, everything else is refused with the rule's id.
 */
@CenterTest
class LookTransitionTests {
  private static final Set<Role> READERS =
      Set.of(
          Role.REPRESENTATIVE,
          Role.FACILITATOR,
          Role.OUTREACH,
          Role.DEPARTMENT_LIAISON,
          Role.ANALYST,
          Role.COMMUNICATIONS,
          Role.DIRECTOR,
          Role.STEERING,
          Role.AUDITOR);
  private static final Set<Role> LOOKERS = Set.of(Role.REPRESENTATIVE, Role.FACILITATOR);

  @Autowired RequestImport imports;
  @Autowired LookDesk desk;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  /** What somebody is to the request. */
  private enum Relation {
    OF_THE_AREA("MOCS", "austin"),
    OF_ANOTHER_AREA("MOCS", "englewood"),
    OF_THE_DEPARTMENT("CDOT", "austin");

    private final String organization;
    private final String team;

    Relation(String organization, String team) {
      this.organization = organization;
      this.team = team;
    }
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void rCoo06EveryStateWordRoleAndRelationAnswersAsTheTableSays() {
    CityFiles city = new CityFiles(imports, jdbc, folder);
    city.empty();
    city.list(CityFiles.today().minusDays(100));
    city.bring(CityFiles.row("SR23-00000001").closed("Completed", CityFiles.daysAgo(9)));
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    int done = 0;
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      for (Relation relation : Relation.values()) {
        be(role, relation);
        for (Look look : Look.values()) {
          for (FollowState state : FollowState.values()) {
            tried++;
            reset(state);
            String answer = attempt(look);
            String expected = expected(role, relation, state);
            if (!answer.equals(expected)) {
              wrong.add(role + " " + relation + " " + look + " from " + state + ": " + answer);
            }
            done += answer.equals("done") ? 1 : 0;
          }
        }
      }
    }
    System.out.println("Looks: states × words × roles × relations: " + tried + ", done " + done);
    assertThat(wrong).isEmpty();
    assertThat(tried).isEqualTo(17 * 3 * 2 * 5);
    assertThat(done).isEqualTo(4);
  }

  private static String expected(Role role, Relation relation, FollowState state) {
    if (!READERS.contains(role)) {
      return "FORBIDDEN R-ACCESS-01";
    }
    if (!LOOKERS.contains(role) || relation != Relation.OF_THE_AREA) {
      return "FORBIDDEN R-COO-06";
    }
    return state == FollowState.CLOSED_BY_CITY ? "done" : "CONFLICT R-REQ-02";
  }

  private String attempt(Look look) {
    try {
      int version = jdbc.sql("select version from requests.follow").query(Integer.class).single();
      LookDesk.Looked looked =
          desk.look(
              access.require(Capability.READ_CITY_REQUESTS),
              null,
              "SR23-00000001",
              version,
              look,
              "");
      return looked instanceof LookDesk.Looked.Done ? "done" : looked.toString();
    } catch (Refused refused) {
      return refused.kind() + " " + refused.rule();
    }
  }

  private void reset(FollowState state) {
    jdbc.sql(
            """
            update requests.follow set state = :state, task = null,
              let_go = case when :state = 'LET_GO' then 'CANCELED' end
            """)
        .param("state", state.name())
        .update();
  }

  private void be(Role role, Relation relation) {
    String name = "q-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name,
        "Somebody",
        role,
        Seats.in(relation.organization, Set.of(relation.team)),
        name + "-password");
    SignedIn person = accounts.byName(name);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()));
  }
}
