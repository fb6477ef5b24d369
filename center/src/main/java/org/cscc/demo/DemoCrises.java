package org.cscc.demo;

import java.time.ZonedDateTime;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Capability;
import org.cscc.access.SignedIn;
import org.cscc.crisis.CrisisRehearsal;
import org.cscc.crisis.CrisisRehearsal.Waiting;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.MovableClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the demo's organizations did in the hours after the incidents of the last two files: most
 * answered, some could not, and a few have not said a word.
 */
@Component
@Order(100)
class DemoCrises implements DemoPart {
  private static final int WEEKS = 1;

  private final CrisisRehearsal crises;
  private final Teams teams;
  private final Accounts accounts;
  private final Acknowledgements acknowledgements;
  private final Access access;
  private final MovableClock clock;

  DemoCrises(
      CrisisRehearsal crises,
      Teams teams,
      Accounts accounts,
      Acknowledgements acknowledgements,
      Access access,
      MovableClock clock) {
    this.crises = crises;
    this.teams = teams;
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    this.access = access;
    this.clock = clock;
  }

  /** Opens what the file of a morning opens, and lets people answer until the demo's own moment. */
  @Override
  public void afterThePacketsOf(ZonedDateTime feed, ZonedDateTime now) {
    if (feed.isBefore(now.minusWeeks(WEEKS).minusDays(1))) {
      return;
    }
    ZonedDateTime opened = feed.plusMinutes(4);
    at(opened);
    crises.look();
    List<Waiting> waiting = crises.waiting();
    for (int i = 0; i < waiting.size(); i++) {
      answer(waiting.get(i), i, opened, now);
    }
    at(now);
    crises.tick();
  }

  private void answer(Waiting one, int turn, ZonedDateTime opened, ZonedDateTime now) {
    int fate = turn % 6;
    if (one.called().isEmpty() || fate == 5) {
      return;
    }
    boolean outreach = one.called().contains("CDPH");
    boolean survivors = one.called().contains("DFSS");
    ZonedDateTime answered = opened.plusMinutes(3 + turn * 7L % 24);
    if (outreach && step(answered, now)) {
      as("outreach", () -> crises.plain(one.code(), "ACKNOWLEDGE"));
    }
    if (survivors && fate != 4 && step(answered.plusMinutes(6), now)) {
      as("advocate", () -> crises.plain(one.code(), "ACKNOWLEDGE"));
    }
    if (outreach && step(answered.plusMinutes(38), now)) {
      as("outreach", () -> crises.plain(one.code(), "DEPLOY"));
    }
    if (survivors && fate < 3 && step(answered.plusMinutes(52), now)) {
      as("advocate", () -> crises.plain(one.code(), "DEPLOY"));
    }
    if (!outreach || fate == 4 || !step(opened.plusHours(2), now)) {
      return;
    }
    String leader = facilitator(one.area());
    as(
        leader,
        () ->
            crises.plan(
                one.code(),
                "CDPH",
                opened.plusHours(8).toInstant(),
                "Be on the block when school ends and in the evening"));
    if (survivors && step(opened.plusHours(7 + turn % 5), now)) {
      as("advocate", () -> crises.plain(one.code(), "CONTACT"));
    }
    if (step(opened.plusHours(16), now)) {
      as("outreach", () -> crises.plain(one.code(), "LEAVE"));
    }
    if (fate == 3) {
      return;
    }
    if (step(opened.plusHours(20), now)) {
      as(leader, () -> crises.plain(one.code(), "STABILISE"));
    }
    if (step(opened.plusHours(30), now)) {
      as(leader, () -> crises.standDown(one.code(), "The block is calm, the evening went quietly"));
    }
    if (fate != 2 && step(opened.plusDays(3), now)) {
      as(
          leader,
          () ->
              crises.learn(
                  one.code(),
                  "Outreach was on the block before the school day began",
                  "The library was told late that it is needed as a place to go",
                  "The facilitator asks the library for a number to call, by next Friday"));
    }
  }

  @Override
  public void remove() {
    crises.removeAll();
  }

  private boolean step(ZonedDateTime moment, ZonedDateTime now) {
    if (moment.isAfter(now)) {
      return false;
    }
    at(moment);
    return true;
  }

  private void at(ZonedDateTime moment) {
    clock.set(moment.toInstant());
  }

  private String facilitator(int area) {
    return teams.all().stream()
            .filter(team -> team.leads(area))
            .map(Team::code)
            .anyMatch(DemoAccounts.WEST::contains)
        ? "facilitator"
        : "coordinator";
  }

  private void as(String name, Runnable work) {
    SignedIn person = accounts.byName(name);
    if (!access.speakingFor(person, () -> access.decide(Capability.READ_CRISES).isPresent())) {
      acknowledgements.acknowledgedOnPaper(name);
    }
    access.speakingFor(
        accounts.byName(name),
        () -> {
          work.run();
          return name;
        });
  }
}
