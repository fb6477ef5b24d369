package org.cscc.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures of F4 with numbers that were worked out by hand: what each of them is a share of. */
@CenterTest
class DepartmentMeasureTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate services.task, services.step, services.evidence, services.dependency,"
                + " services.escalation, services.once")
        .update();
  }

  @Test
  void whatWasReopenedAndNotDoneAgainStaysInBothShares() {
    // Six were done in time; four were said to be done, were not, and are owed since their day.
    tasks(6, "COMPLETED", 20, 8, "2 days", 0);
    tasks(4, "REOPENED", 20, 8, null, 1);
    // Three more have time until tomorrow, and one of them was done early: none is judged yet.
    tasks(2, "ACKNOWLEDGED", 20, -2, null, 0);
    tasks(1, "COMPLETED", 20, -2, "2 days", 0);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Document page = director.page("/services/departments");
      assertThat(other(page, "Done by its day")).isEqualTo("60 % (31 to 83 %, n = 10)");
      assertThat(other(page, "Reopened after")).isEqualTo("36 % (15 to 65 %, n = 11)");
      assertThat(other(page, "the middle one"))
          .as("of the seven that are said to be done now")
          .contains("(n = 7)");
      assertThat(page.text())
          .contains("of those whose day is over", "ever said to be done")
          .doesNotContain("??");
      assertThat(director.page("/services/departments?language=es").text())
          .contains("de los que ya pasó su día")
          .doesNotContain("??", "{0}");
    }
  }

  @Test
  void anAnswerIsCountedFromWhenTheDepartmentGotItAndOnlyWhenItsDayIsOver() {
    // The first wish was forty days ago; this department got it ten days ago and answered at once.
    tasks(5, "ACKNOWLEDGED", 40, -2, null, 0);
    came("ROUTE", 40, "select id from services.task");
    came("REJECT", 10, "select id from services.task order by code limit 3");
    came("ROUTE", 10, "select id from services.task order by code offset 3");
    jdbc.sql("update services.task set acknowledged_at = now() - interval '10 days'").update();
    // One more was never answered, and three came today: their day for the answer is not over.
    tasks(1, "ROUTED", 10, -2, null, 0);
    tasks(3, "ROUTED", 0, -5, null, 0);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      Document page = director.page("/services/departments");
      assertThat(other(page, "Answered within one business day"))
          .isEqualTo("83 % (44 to 97 %, n = 6)");
      assertThat(page.text()).contains("after the department got them");
    }
  }

  @Test
  void theRatioOfBothSidesStandsWhereBothAreTold() {
    tasks(5, "COMPLETED", 20, 8, "5 days", 0);
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      assertThat(ratio(director)).isEqualTo("too few on one side to say");
      assertThat(director.page("/services/departments/DSS").text())
          .contains("divided by that on others: too few on one side to say");
      jdbc.sql("update services.task set priority = true").update();
      tasks(5, "COMPLETED", 20, 8, "5 days", 0);
      assertThat(ratio(director)).isEqualTo("1.0");
      assertThat(director.page("/services/departments/DSS").text())
          .contains("divided by that on others: 1.0");
    }
  }

  private static String ratio(Visitor director) {
    return director
        .page("/services/departments")
        .select("table:has(caption:containsOwn(divided by)) tbody td")
        .text();
  }

  private static String other(Document page, String measure) {
    List<Element> cells =
        page.select("table:has(caption:containsOwn(" + measure + ")) tbody tr td");
    assertThat(cells).as(measure).hasSize(2);
    return cells.getLast().text();
  }

  /**
   * Tasks of one department outside of priority blocks.
   *
   * @param asked so many days ago
   * @param due so many days ago, or ahead
   * @param done how long after the wish; null when it is not done
   */
  private void tasks(
      int many, String state, int asked, int due, @Nullable String done, int reopened) {
    jdbc.sql(
            """
            insert into services.task (id, code, type, area, block, source, priority, state,
              department, requested_by, requested_org, requested_at, due_on, acknowledged_at,
              completed_at, reopened, changed_at)
            select gen_random_uuid(),
              upper(lpad(to_hex((select count(*) from services.task) + i), 4, '0')) || '-0000',
              'FLY_DUMPING', 25, '045XX W MADISON ST', 'TEAM', false, :state, 'DSS', 'system',
              'MOCS', now() - make_interval(days => :asked), current_date - :due,
              case when :state <> 'ROUTED' then now() - make_interval(days => :asked) end,
              now() - make_interval(days => :asked) + cast(:done as interval), :reopened, now()
            from generate_series(1, :many) i
            """)
        .param("many", many)
        .param("state", state)
        .param("asked", asked)
        .param("due", due)
        .param("done", done)
        .param("reopened", reopened)
        .update();
  }

  /** A step by which tasks came to a department, so many days ago. */
  private void came(String move, int daysAgo, String tasks) {
    jdbc.sql(
            """
            insert into services.step (task, position, move, from_state, to_state, by_account,
              by_role, by_organization, at)
            select id, coalesce((select max(s.position) from services.step s where s.task = t.id), 0)
                + 1, :move, 'ROUTED', 'ROUTED', 'system', 'FACILITATOR', 'MOCS',
              now() - make_interval(days => :ago)
            from services.task t where id in (%s)
            """
                .formatted(tasks))
        .param("move", move)
        .param("ago", daysAgo)
        .update();
  }
}
