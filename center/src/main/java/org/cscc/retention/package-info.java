/**
 * How long the center keeps what it holds: every table with its time and the schedule that lets it
 * go, carried out every night, counted, and noted in the trail. See decision 0140.
 */
@NullMarked
@ApplicationModule(
    displayName = "Retention",
    allowedDependencies = {"kernel", "home", "jobs", "access"})
package org.cscc.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
