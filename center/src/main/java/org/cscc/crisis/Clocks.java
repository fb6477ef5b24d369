package org.cscc.crisis;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each edge may take (R-INC-04), and when a rule opens an activation (R-INC-03): {@code
 * cscc.crisis}. All of it is policy, and can be set.
 *
 * @param call until somebody has been called
 * @param acknowledge until an organization answers for itself
 * @param deploy until it is there, counted from its answer
 * @param contact until a survivor or a family is reached
 * @param plan until the next day is planned
 * @param lessons until what was learned is written down, counted from the standing down
 * @param lookBack an incident that came in later than this after it happened opens nothing
 * @param people so many people harmed open one
 * @param metres a school or park that is so near opens one
 * @param same a call by hand within this time of an incident on the same block is about it
 */
record Clocks(
    @DefaultValue("30m") Duration call,
    @DefaultValue("30m") Duration acknowledge,
    @DefaultValue("60m") Duration deploy,
    @DefaultValue("48h") Duration contact,
    @DefaultValue("24h") Duration plan,
    @DefaultValue("7d") Duration lessons,
    @DefaultValue("7d") Duration lookBack,
    @DefaultValue("2") int people,
    @DefaultValue("150") double metres,
    @DefaultValue("6h") Duration same) {
  /** Refuses a clock that could not run. */
  Clocks {
    for (Duration one : new Duration[] {call, acknowledge, deploy, contact, plan, lessons}) {
      if (one.isNegative() || one.isZero()) {
        throw new IllegalArgumentException(
            "A clock of cscc.crisis is " + one + ": give more than 0");
      }
    }
    if (people < 1 || metres < 0) {
      throw new IllegalArgumentException(
          "cscc.crisis needs people of 1 or more and metres of 0 or more");
    }
  }
}
