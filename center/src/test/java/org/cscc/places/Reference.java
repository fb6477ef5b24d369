package org.cscc.places;

import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.cscc.home.HomeState;
import org.cscc.home.TestHome;
import org.cscc.home.TestServer;
import org.cscc.kernel.ReviewWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The doors of this feature over a database of their own, without an application around them. */
record Reference(
    DataSource database,
    JdbcClient jdbc,
    Editions editions,
    Areas areas,
    Boundaries boundaries,
    HomeState home,
    BoundaryImport boundaryImport,
    Assets assets,
    AssetImport assetImport) {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ReviewWeek.CHICAGO);

  static Reference fresh() {
    return over(TestServer.freshDatabase());
  }

  /** A second program on the same database. */
  Reference beside() {
    return over(database);
  }

  static Reference over(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    Editions editions = new Editions(jdbc);
    Areas areas = new Areas(jdbc, editions);
    Boundaries boundaries = new Boundaries(jdbc, editions, areas);
    Assets assets = new Assets(jdbc, editions, new JdbcTransactionManager(database));
    HomeState home = TestHome.state(jdbc);
    return new Reference(
        database,
        jdbc,
        editions,
        areas,
        boundaries,
        home,
        new BoundaryImport(
            jdbc, areas, boundaries, editions, home, CLOCK, new JdbcTransactionManager(database)),
        assets,
        new AssetImport(assets, areas, home));
  }
}
