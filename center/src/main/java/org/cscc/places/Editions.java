package org.cscc.places;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which edition of each kind of reference data is in force. */
@Component
@DependsOnDatabaseInitialization
class Editions {
  private final JdbcClient jdbc;

  Editions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long number(String what) {
    return jdbc.sql("select number from places.edition where what = ?")
        .param(what)
        .query(Long.class)
        .single();
  }

  /** Begins the next edition; other programs see it when the transaction is committed. */
  long next(String what) {
    return jdbc.sql("update places.edition set number = number + 1 where what = ? returning number")
        .param(what)
        .query(Long.class)
        .single();
  }
}
