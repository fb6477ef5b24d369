package org.cscc.places;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doors of places on a database, for tests of other rooms that need no whole center. */
public record PlacesDoors(Areas areas, Boundaries boundaries) {
  /** Opens them. */
  public static PlacesDoors of(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    Editions editions = new Editions(jdbc);
    Areas areas = new Areas(jdbc, editions);
    return new PlacesDoors(areas, new Boundaries(jdbc, editions, areas));
  }
}
