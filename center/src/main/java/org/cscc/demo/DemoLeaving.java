package org.cscc.demo;

import java.util.List;
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
  private final List<DemoPart> parts;
  private final PatternsRemoval patterns;
  private final IncidentRemoval incidents;
  private final Accounts accounts;
  private final CityRecord record;
  private final HomeState home;
  private final MovableClock clock;

  DemoLeaving(
      List<DemoPart> parts,
      PatternsRemoval patterns,
      IncidentRemoval incidents,
      Accounts accounts,
      CityRecord record,
      HomeState home,
      MovableClock clock) {
    this.parts = List.copyOf(parts);
    this.patterns = patterns;
    this.incidents = incidents;
    this.accounts = accounts;
    this.record = record;
    this.home = home;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void removeAll() {
    parts.reversed().forEach(DemoPart::remove);
    patterns.removeAll();
    incidents.removeAll();
    accounts.removeAll();
    record.remove();
    home.release();
    clock.refresh();
  }
}
