package org.cscc.demo;

import java.time.Duration;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.home.MovableClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps a running center's clock at what another program, such as a command, has set it to. */
@Component
@ConditionalOnProperty(name = "cscc.jobs", havingValue = "true", matchIfMissing = true)
class ClockFollower implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ClockFollower.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final HomeState home;
  private final MovableClock clock;
  private volatile @Nullable Thread thread;

  ClockFollower(HomeState home, MovableClock clock) {
    this.home = home;
    this.clock = clock;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("clock-follower").start(this::follow);
  }

  private void follow() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      if (home.kind() == HomeKind.DEMO) {
        clock.refresh();
      }
    } catch (DataAccessException e) {
      LOG.debug("The clock could not be read; it is tried again", e);
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
