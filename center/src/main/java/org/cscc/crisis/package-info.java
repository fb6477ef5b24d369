/**
 * The hours after an incident: an activation is opened by rule or by whoever is on duty, calls the
 * organizations that are on call, and holds each of them to a clock until it answers for itself. It
 * plans the next day, stands down, and writes down what was learned. What turns out untrue is taken
 * back and told to everybody who was called.
 */
@NullMarked
@ApplicationModule(
    displayName = "Crisis",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "ledger",
      "access",
      "places",
      "directory",
      "incidents",
      "patterns",
      "reviews",
      "weekend",
      "referrals",
      "notices"
    })
package org.cscc.crisis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
