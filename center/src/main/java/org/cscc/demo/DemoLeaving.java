package org.cscc.demo;

import org.cscc.access.Accounts;
import org.cscc.home.DemoRemoval;
import org.cscc.home.HomeState;
import org.cscc.home.MovableClock;
import org.cscc.incidents.IncidentRemoval;
import org.cscc.patterns.PatternsRemoval;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Empties a demo home for real data: what came in last goes first, all of it or nothing. */
@Component
class DemoLeaving implements DemoRemoval {
  private final DemoActions actions;
  private final DemoPackets packets;
  private final DemoServices services;
  private final PatternsRemoval patterns;
  private final IncidentRemoval incidents;
  private final DemoPlaces places;
  private final Accounts accounts;
  private final CityRecord record;
  private final HomeState home;
  private final MovableClock clock;

  DemoLeaving(
      DemoActions actions,
      DemoPackets packets,
      DemoServices services,
      PatternsRemoval patterns,
      IncidentRemoval incidents,
      DemoPlaces places,
      Accounts accounts,
      CityRecord record,
      HomeState home,
      MovableClock clock) {
    this.actions = actions;
    this.packets = packets;
    this.services = services;
    this.patterns = patterns;
    this.incidents = incidents;
    this.places = places;
    this.accounts = accounts;
    this.record = record;
    this.home = home;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void removeAll() {
    actions.remove();
    packets.remove();
    services.remove();
    patterns.removeAll();
    incidents.removeAll();
    places.remove();
    accounts.removeAll();
    record.remove();
    home.release();
    clock.refresh();
  }
}
