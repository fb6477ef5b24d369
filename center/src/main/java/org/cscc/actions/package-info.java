/**
 * Commitments: what somebody promised at the table, until when, and whether it was kept. The owner
 * says that it is done, somebody else verifies it, and what slips rises by itself.
 */
@NullMarked
@ApplicationModule(
    displayName = "Actions",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "ledger",
      "access",
      "places",
      "directory",
      "evidence",
      "notices",
      "incidents"
    })
package org.cscc.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
