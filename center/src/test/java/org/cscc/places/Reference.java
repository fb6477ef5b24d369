package org.cscc.places;

import javax.sql.DataSource;
import org.cscc.home.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doors of this feature over a database of their own, without an application around them. */
record Reference(
    DataSource database, JdbcClient jdbc, Editions editions, Areas areas, Boundaries boundaries) {
  static Reference fresh() {
    DataSource database = TestServer.freshDatabase();
    JdbcClient jdbc = JdbcClient.create(database);
    Editions editions = new Editions(jdbc);
    Areas areas = new Areas(jdbc, editions);
    return new Reference(database, jdbc, editions, areas, new Boundaries(jdbc, editions, areas));
  }
}
