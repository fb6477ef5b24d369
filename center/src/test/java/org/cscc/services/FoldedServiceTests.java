package org.cscc.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;

/** What was folded into another service shares its end, and so does whoever waits for it. */
@CenterTest
class FoldedServiceTests extends ServicesOverHttp {
  @Test
  void rCoo03ADuplicateIsTurnedDownWithTheOtherAndWhoAskedIsTold() {
    try (Visitor one = who(Role.REPRESENTATIVE, "MOCS");
        Visitor two = who(Role.REPRESENTATIVE, "MOCS");
        Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor streets = who(Role.DEPARTMENT_LIAISON, "DSS");
        Visitor buildings = who(Role.DEPARTMENT_LIAISON, "DOB")) {
      String parent = ask(one, "FLY_DUMPING");
      String child = ask(two, "FLY_DUMPING");
      go(facilitator, child, "merge", Map.of("other", code(parent)));
      go(streets, parent, "reject", Map.of("why", "NO_BUDGET", "reason", "Not before spring"));
      assertThat(of(child, "state || ' ' || reason_code")).isEqualTo("REJECTED NO_BUDGET");
      assertThat(two.page(child).text())
          .contains("no budget", "Not before spring", "Closed with the other one")
          .doesNotContain("??");
      assertThat(two.page("/notices").text()).contains("will not be done: " + code(child));
      assertThat(one.page("/notices").text()).contains("will not be done: " + code(parent));

      // Somebody else does it after all: the duplicate goes on with it, to the same department.
      go(facilitator, parent, "route", Map.of("department", "DOB", "reason", "A private lot"));
      assertThat(of(child, "state || ' ' || department")).isEqualTo("ROUTED DOB");
      assertThat(two.page(child).text()).contains("Goes on with the other one");
      go(buildings, parent, "acknowledge", Map.of());
      go(buildings, parent, "reject", Map.of("why", "NO_ACCESS", "reason", "The gate is locked"));
      assertThat(of(child, "state || ' ' || reason_code")).isEqualTo("REJECTED NO_ACCESS");
      go(facilitator, parent, "route", Map.of("department", "DSS", "reason", "It is open now"));
      go(streets, parent, "acknowledge", Map.of());
      go(streets, parent, "complete", Map.of());
      go(facilitator, parent, "verify", Map.of());
      assertThat(of(child, "state")).isEqualTo("VERIFIED");
    }
  }

  @Test
  void aDuplicateWaitsForTheSeasonWithTheOther() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor streets = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      String parent = ask(facilitator, "TREE_PLANTING");
      String child = ask(facilitator, "TREE_PLANTING");
      go(facilitator, child, "merge", Map.of("other", code(parent)));
      go(
          streets,
          parent,
          "reject",
          Map.of("why", "SEASONAL", "reason", "The ground is frozen", "on", "2099-04-01"));
      assertThat(of(child, "state || ' ' || resume_on")).isEqualTo("REJECTED 2099-04-01");
    }
  }

  @Test
  void rServ05WhoWaitsForAFoldedOneWaitsForTheOneThatStays() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor lights = who(Role.DEPARTMENT_LIAISON, "CDOT");
        Visitor trees = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      String light = ask(facilitator, "ALLEY_LIGHT_OUT");
      String parent = ask(facilitator, "TREE_TRIM");
      String child = ask(facilitator, "TREE_TRIM");
      go(facilitator, light, "need", Map.of("other", code(child)));
      go(facilitator, child, "merge", Map.of("other", code(parent)));
      go(lights, light, "acknowledge", Map.of());
      assertThat(lights.page(light).select("form[action$=/start]")).isEmpty();
      assertThat(lights.page(light).text()).contains("Has to be done before: " + code(parent));
      assertThat(lights.get(parent).statusCode()).as("its page").isEqualTo(200);
      HttpResponse<String> around = send(facilitator, parent, "need", Map.of("other", code(light)));
      assertThat(around.statusCode()).as("nothing waits for itself").isEqualTo(409);
      go(trees, parent, "acknowledge", Map.of());
      go(trees, parent, "complete", Map.of());
      assertThat(lights.page("/notices").text()).contains("You can go on: " + code(parent));
      go(lights, light, "start", Map.of());
    }
  }

  @Test
  void rServ05NothingIsFoldedIntoWhatWaitsForIt() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS")) {
      String parent = ask(facilitator, "TREE_TRIM");
      String child = ask(facilitator, "TREE_TRIM");
      go(facilitator, parent, "need", Map.of("other", code(child)));
      HttpResponse<String> folded =
          send(facilitator, child, "merge", Map.of("other", code(parent)));
      assertThat(folded.statusCode()).isEqualTo(409);
      assertThat(folded.body()).contains("R-SERV-05");
    }
  }

  @Test
  void whoAskedSeesTheFirstDayWhenAnotherDepartmentGetsItLate() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor lights = who(Role.DEPARTMENT_LIAISON, "CDOT")) {
      String task = ask(facilitator, "LIGHT_POLE_DAMAGE");
      jdbc.sql("update services.task set due_on = '2026-02-02', level = 2").update();
      go(
          lights,
          task,
          "reject",
          Map.of("why", "WRONG_DEPARTMENT", "reason", "On a building", "department", "DOB"));
      assertThat(of(task, "level || ' ' || (due_on > current_date)")).isEqualTo("0 true");
      assertThat(facilitator.page(task).select("#history + ol li:last-child").text())
          .contains("counted anew", "Feb 2");
      assertThat(facilitator.page(task + "?language=es").text()).doesNotContain("??");
    }
  }
}
