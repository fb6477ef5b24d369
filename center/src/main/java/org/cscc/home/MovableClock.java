package org.cscc.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.cscc.kernel.ReviewWeek;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock of the house. In a real home it is the machine's; in a demo home it may stand ahead or
 * behind, and be moved forward, so that a deadline can be seen to pass. The distance is a row, so
 * that it survives a restart and is the same on every node after {@link #refresh()}.
 */
@Component
@DependsOnDatabaseInitialization
public class MovableClock extends Clock {
  private final JdbcClient jdbc;
  private volatile Duration ahead;

  MovableClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.ahead = stored();
  }

  /** Reads the distance again, after another program may have moved it. */
  public void refresh() {
    ahead = stored();
  }

  /** Moves a demo's clock forward. */
  public void forward(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("The clock moves forward only, not by " + by);
    }
    change(ahead.plus(by));
  }

  /** Sets a demo's clock to an instant, when the demo city is made. */
  public void set(Instant now) {
    change(Duration.between(Instant.now(), now));
  }

  private void change(Duration distance) {
    jdbc.sql("update home.state set clock_ahead_seconds = ? where kind = 'DEMO'")
        .param(distance.toSeconds())
        .update();
    refresh();
  }

  private Duration stored() {
    return Duration.ofSeconds(
        jdbc.sql("select clock_ahead_seconds from home.state").query(Long.class).single());
  }

  @Override
  public ZoneId getZone() {
    return ReviewWeek.CHICAGO;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
