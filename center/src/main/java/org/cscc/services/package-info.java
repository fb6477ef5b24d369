/**
 * Services on blocks: somebody asks, one department answers for it by a date in business days, and
 * somebody else sees whether it was done. Blocks on the list of priority blocks come sooner, and
 * their work is shown and always looked at.
 */
@NullMarked
@ApplicationModule(
    displayName = "Services",
    allowedDependencies = {
      "kernel",
      "home",
      "jobs",
      "ledger",
      "access",
      "places",
      "directory",
      "notices",
      "evidence",
      "incidents",
      "patterns"
    })
package org.cscc.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
