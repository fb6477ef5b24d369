/**
 * The weekly hyperlocal violence review: the packet that assembles itself, is frozen when it is
 * published, and says what changed when the data is corrected later.
 */
@NullMarked
@ApplicationModule(
    displayName = "Reviews",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "access",
      "actions",
      "places",
      "directory",
      "incidents",
      "patterns",
      "drawing"
    })
package org.cscc.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
