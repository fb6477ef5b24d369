package org.cscc.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.cscc.home.TestHome;
import org.cscc.home.TestServer;
import org.cscc.kernel.AuditNote;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Nights in a database of their own, at whatever time. */
record Nights(DataSource source, JdbcClient jdbc, List<AuditNote> notes) {
  static final Map<String, Object> APPROVED =
      Map.of(
          "cscc.retention.approved.NOTES", "LRC 26-014",
          "cscc.retention.approved.LINKS", "LRC 26-014",
          "cscc.retention.approved.REVIEWS", "LRC 26-014",
          "cscc.retention.approved.AGREEMENTS", "LRC 26-014",
          "cscc.retention.approved.FUND", "LRC 26-014",
          "cscc.retention.approved.CONSENTS", "LRC 26-014",
          "cscc.retention.approved.AUDIT", "LRC 26-014");

  static Nights fresh() {
    DataSource source = TestServer.freshDatabase();
    return new Nights(source, JdbcClient.create(source), new ArrayList<>());
  }

  long at(Instant now, Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    return new Sweep(
            jdbc,
            new Approvals(environment, TestHome.state(jdbc)),
            notes::add,
            Clock.fixed(now, ZoneOffset.UTC),
            new JdbcTransactionManager(source),
            "")
        .run();
  }

  long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
