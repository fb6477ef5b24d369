/**
 * What happened, as the feeds tell it: imports, rejects, incidents and the people harmed in them, *
 * each version kept. Names and free text never pass this door.
 */
@NullMarked
@ApplicationModule(
    displayName = "Incidents",
    allowedDependencies = {"kernel", "home", "jobs", "access", "places", "directory", "drawing"})
package org.cscc.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
