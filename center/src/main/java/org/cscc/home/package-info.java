/**
 * The data directory: the embedded PostgreSQL in it, what the home holds (nothing yet, the demo
 * city, or real data: never both), and the clock, which a demo may move forward.
 */
@NullMarked
@ApplicationModule(
    displayName = "Home",
    allowedDependencies = {"kernel"})
package org.cscc.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
