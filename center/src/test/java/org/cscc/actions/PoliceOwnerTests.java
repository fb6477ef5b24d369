package org.cscc.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the police owe is answered by their liaison, and by nobody else of theirs. */
@CenterTest
class PoliceOwnerTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void theLiaisonOfThePoliceAnswersForWhatThePoliceOwe() {
    String owner = add(Role.POLICE_LIAISON, "CPD");
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor police = Visitor.of(owner, owner + "-password", port)) {
      HttpResponse<String> made =
          facilitator.post(
              "/actions/new",
              Map.of(
                  "key", UUID.randomUUID().toString(),
                  "title", "Walk the block on foot",
                  "verb", "EVENT_SUPPORT",
                  "priority", "P3",
                  "area", "25",
                  "team", "austin",
                  "owner", "CPD/" + owner));
      assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
      assertThat(police.page("/actions").text()).contains("Walk the block on foot");
      HttpResponse<String> yes = send(police, police.page("/actions"), "accept", Map.of());
      assertThat(yes.statusCode()).as(yes.body()).isEqualTo(302);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "POLICE_LIAISON", mode = EnumSource.Mode.EXCLUDE)
  void whoWorksForThePoliceHasNoOtherRole(Role other) {
    assertThatThrownBy(() -> add(other, "CPD"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("R-ACCESS-11"));
    String moves = add(other, "DSS");
    assertThatThrownBy(() -> accounts.change(moves, other, Seats.in("CPD", Set.of())))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("R-ACCESS-11"));
  }

  private String add(Role role, String organization) {
    String name = "o-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", role, Seats.in(organization, Set.of()), name + "-password");
    return name;
  }
}
