package org.cscc.home;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The state of a home over a database of a test, without an application around it. */
public final class TestHome {
  private TestHome() {}

  /** What the home of this database holds. */
  public static HomeState state(JdbcClient jdbc) {
    return new HomeState(jdbc);
  }
}
