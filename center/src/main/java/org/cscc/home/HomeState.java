package org.cscc.home;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this home holds, as one row that every node reads. */
@Component
@DependsOnDatabaseInitialization
public class HomeState {
  private final JdbcClient jdbc;

  HomeState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the home holds now. */
  public HomeKind kind() {
    return jdbc.sql("select kind from home.state").query(HomeKind.class).single();
  }

  /**
   * Makes an empty home a demo or a real one. Locks the row until the transaction ends, so that two
   * first imports, or an import and the demo, can not both find the home empty.
   *
   * @return what the home holds afterwards, which is not what was asked for if it was taken already
   */
  @Transactional
  public HomeKind claim(HomeKind wanted) {
    HomeKind now =
        jdbc.sql("select kind from home.state for update").query(HomeKind.class).single();
    if (now == HomeKind.EMPTY) {
      jdbc.sql("update home.state set kind = ?").param(wanted.name()).update();
      return wanted;
    }
    return now;
  }

  /** Makes the home empty again, after every demo row has been removed. */
  @Transactional
  public void release() {
    jdbc.sql("update home.state set kind = 'EMPTY', clock_ahead_seconds = 0").update();
  }
}
