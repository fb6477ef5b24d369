package org.cscc.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page that says how long what is kept and what went. */
@CenterTest
class RetentionPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired Sweep sweep;
  @Autowired List<Task<?>> tasks;

  @Test
  void thePrivacyOfficerReadsWhatWentAndWhatWaits() {
    jdbc.sql(
            """
            insert into access.sign_in_attempt (key, attempts, next_at, last_at)
            values ('retention-test', 1, now(), now() - interval '40 days')
            """)
        .update();
    sweep.run();
    try (Visitor officer = Visitor.as(Role.PRIVACY_OFFICER, accounts, port)) {
      var page = officer.page("/retention");
      assertThat(page.select("tbody tr").eachText())
          .anyMatch(row -> row.contains("access.sign_in_attempt 1 0 Working data"))
          .anyMatch(row -> row.contains("audit.event 7 years"))
          .anyMatch(row -> row.contains("places.area Kept: names of places"));
      assertThat(page.text()).contains("nobody yet, so its rows wait");
    }
    assertThat(
            jdbc.sql(
                    """
                    select e.rows from audit.event e join audit.word k on k.id = e.kind
                    where k.word = 'retention' and e.record = 'access.sign_in_attempt'
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theSweepIsADurableJobOfEveryNight() {
    assertThat(tasks).anyMatch(task -> task.getName().equals("retention-sweep"));
  }
}
