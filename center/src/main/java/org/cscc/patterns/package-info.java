/**
 * What the incidents add up to: counts against their usual range, blocks, hours, near repeats. Asks
 * analysis for the arithmetic and keeps it explainable.
 */
@NullMarked
@ApplicationModule(
    displayName = "Patterns",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "access",
      "places",
      "directory",
      "incidents",
      "drawing"
    })
package org.cscc.patterns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
