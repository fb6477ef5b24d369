/**
 * Hand-offs of a need to an organization, without anybody's identity: the organization holds the
 * name, the center a token that means nothing and how far it went. Counts go to those who steer;
 * the police liaison reaches nothing of it.
 */
@NullMarked
@ApplicationModule(
    displayName = "Referrals",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "ledger",
      "access",
      "places",
      "directory",
      "notices",
      "incidents"
    })
package org.cscc.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
