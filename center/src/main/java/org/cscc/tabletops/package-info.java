/**
 * Tabletop exercises: a made-up story in three parts is put to the organizations of a team, what is
 * strong and what is lacking is written down, and every gap is owed by somebody or answered no.
 */
@NullMarked
@ApplicationModule(
    displayName = "Tabletop exercises",
    allowedDependencies = {
      "kernel",
      "home",
      "ledger",
      "access",
      "places",
      "directory",
      "notices",
      "incidents",
      "actions"
    })
package org.cscc.tabletops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
