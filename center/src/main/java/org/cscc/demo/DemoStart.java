package org.cscc.demo;

import org.cscc.home.CenterHome;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the demo city when the center starts on an empty data directory, and goes on with one that
 * a killed program left half-made: before the first job runs and before the first page is served.
 */
@Component
@ConditionalOnProperty(name = "cscc.demo-city", havingValue = "true")
class DemoStart implements SmartLifecycle {
  private final HomeState home;
  private final DemoCity city;
  private final CityRecord record;
  private final ObjectProvider<CenterHome> directory;
  private volatile boolean running;

  DemoStart(
      HomeState home, DemoCity city, CityRecord record, ObjectProvider<CenterHome> directory) {
    this.home = home;
    this.city = city;
    this.record = record;
    this.directory = directory;
  }

  @Override
  public void start() {
    // A database that somebody set up outside of a data directory is not filled unasked.
    boolean fresh = home.kind() == HomeKind.EMPTY && directory.getIfAvailable() != null;
    if (fresh || city.unfinished()) {
      city.make(
          record.city().map(CityRecord.City::scale).orElse(DemoScale.SMALL), System.out::println);
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the scheduler and the web server, which have the highest phases. */
  @Override
  public int getPhase() {
    return 0;
  }
}
