/**
 * The review of an incident by many disciplines, after scanning, analysis, response and assessment,
 * and what comes of it: a recommendation to one organization that stays visible until it is
 * answered. And what changed in a week, for the director.
 */
@NullMarked
@ApplicationModule(
    displayName = "Recommendations",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "ledger",
      "access",
      "places",
      "directory",
      "notices",
      "incidents",
      "patterns",
      "actions",
      "services"
    })
package org.cscc.recommendations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
