/**
 * The weekly hyperlocal violence review: the packet that assembles itself, is frozen when it is
 * published, and says what changed when the data is corrected later; and the meeting over it, from
 * the team's rule of days to the minutes.
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
      "notices",
      "places",
      "directory",
      "incidents",
      "patterns",
      "requests",
      "drawing"
    })
package org.cscc.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
