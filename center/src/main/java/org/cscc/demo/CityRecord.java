package org.cscc.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this home's synthetic city was made of, and how far it has come. */
@Component
@DependsOnDatabaseInitialization
class CityRecord {
  private final JdbcClient jdbc;

  CityRecord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The city of this home.
   *
   * @param fedUntil up to when its feed has been brought in; null before the first file
   * @param finished whether it was made to its end
   */
  record City(long seed, DemoScale scale, @Nullable Instant fedUntil, boolean finished) {}

  Optional<City> city() {
    return jdbc.sql("select seed, scale, fed_until, finished from demo.city")
        .query(
            (row, number) -> {
              OffsetDateTime until = row.getObject("fed_until", OffsetDateTime.class);
              return new City(
                  row.getLong("seed"),
                  DemoScale.valueOf(row.getString("scale")),
                  until == null ? null : until.toInstant(),
                  row.getBoolean("finished"));
            })
        .optional();
  }

  /** Notes that a city is being made; one that is there already stays what it is. */
  void begin(long seed, DemoScale scale) {
    jdbc.sql("insert into demo.city (seed, scale) values (?, ?) on conflict do nothing")
        .params(seed, scale.name())
        .update();
  }

  void fed(Instant until) {
    jdbc.sql("update demo.city set fed_until = ?").param(until.atOffset(ZoneOffset.UTC)).update();
  }

  void finish() {
    jdbc.sql("update demo.city set finished = true").update();
  }

  void remove() {
    jdbc.sql("delete from demo.city").update();
  }
}
