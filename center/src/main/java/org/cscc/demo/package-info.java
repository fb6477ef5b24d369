/** The synthetic city: made of rules and a seed, never of real people; absent from a real home. */
@NullMarked
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "access",
      "places",
      "directory",
      "incidents",
      "patterns",
      "reviews",
      "actions",
      "notices",
      "services",
      "crisis",
      "referrals",
      "weekend",
      "recommendations",
      "blitz",
      "requests",
      "tabletops"
    })
package org.cscc.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
