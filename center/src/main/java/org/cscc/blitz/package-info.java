/**
 * A blitz: several departments serve one place within a few days. Somebody walks the blocks before
 * and somebody else after, each department answers for itself, and the report stays as it was.
 */
@NullMarked
@ApplicationModule(
    displayName = "Blitz",
    allowedDependencies = {
      "kernel",
      "home",
      "ledger",
      "access",
      "places",
      "directory",
      "notices",
      "patterns",
      "services"
    })
package org.cscc.blitz;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
