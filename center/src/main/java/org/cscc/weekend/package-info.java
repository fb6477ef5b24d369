/**
 * Friday noon's plan and Monday morning's flash: what is coming on a weekend, who is there and who
 * is on call, and what was known when it was over. About places and hours, never about whose.
 */
@NullMarked
@ApplicationModule(
    displayName = "Weekend",
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
      "reviews"
    })
package org.cscc.weekend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
