package org.cscc.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Many services that a department says are done within an hour: somebody is asked to look. */
@CenterTest
class ManyDoneAtOnceTests extends ServicesOverHttp {
  private static final String DEPARTMENT = "/services/departments/DSS";

  @Test
  void aBurstOverAFullHourStandsOnThePageOfItsDepartment() {
    try (Visitor director = who(Role.DIRECTOR, "MOCS");
        Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor streets = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      ask(facilitator, "FLY_DUMPING");
      completed(10, "- interval '10 minutes'");
      completed(9, "+ interval '10 minutes'");
      assertThat(director.page(DEPARTMENT).select("main .caution")).isEmpty();
      completed(1, "+ interval '11 minutes'");
      completed(30, "- interval '9 days'");
      Document page = director.page(DEPARTMENT);
      assertThat(page.select("main .caution li")).hasSize(1);
      assertThat(page.select("main .caution").text()).contains("20 services in the hour from");
      assertThat(streets.page(DEPARTMENT).select("main .caution li")).hasSize(1);
      assertThat(director.page(DEPARTMENT + "?language=es").text()).doesNotContain("??", "{0}");
      assertThat(director.page("/services/departments/CDOT").select("main .caution")).isEmpty();
    }
  }

  /** Steps of a history, around a full hour some hours ago. */
  private void completed(int steps, String when) {
    jdbc.sql(
            """
            insert into services.step (task, position, move, from_state, to_state, by_account,
              by_role, by_organization, at)
            select t.id, (select max(position) from services.step) + i, 'COMPLETE', 'ACKNOWLEDGED',
              'COMPLETED', 'system', 'DEPARTMENT_LIAISON', 'DSS',
              date_trunc('hour', now()) - interval '3 hours' WHEN
            from services.task t, generate_series(1, :steps) i
            """
                .replace("WHEN", when))
        .param("steps", steps)
        .update();
  }
}
