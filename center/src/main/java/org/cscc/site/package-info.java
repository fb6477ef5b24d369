/** The front of the house: home, layout, language, the pages for what went wrong. */
@NullMarked
@ApplicationModule(
    displayName = "Site",
    allowedDependencies = {
      "kernel",
      "home",
      "access",
      "places",
      "directory",
      "incidents",
      "patterns",
      "reviews",
      "actions",
      "notices",
      "services",
      "drawing"
    })
package org.cscc.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
