package org.cscc.incidents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Empties the room when a demo makes place for real data. */
@Component
public class IncidentRemoval {
  private final JdbcClient jdbc;

  IncidentRemoval(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Removes every incident and every import but those that are under way, which ask for this. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate incidents.incident, incidents.victimization, incidents.report,
              incidents.incident_version, incidents.harm_version, incidents.reject,
              incidents.ruling, incidents.resurvey, incidents.former_ref
            """)
        .update();
    jdbc.sql("delete from incidents.import where state not in ('WAITING', 'RUNNING')").update();
  }
}
