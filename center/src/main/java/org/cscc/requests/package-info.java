/**
 * What people asked the City for by 311: files of it come in, what stood on priority blocks is
 * followed until somebody has seen that it is fixed, and priority blocks stand beside others.
 */
@NullMarked
@ApplicationModule(
    displayName = "Requests",
    allowedDependencies = {
      "kernel",
      "home",
      "ledger",
      "access",
      "places",
      "directory",
      "incidents",
      "patterns",
      "services"
    })
package org.cscc.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
