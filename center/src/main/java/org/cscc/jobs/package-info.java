/**
 * Work that must happen later, as rows in PostgreSQL: durable, and safe on several nodes. A feature
 * brings its task as a bean; this room only runs them.
 */
@NullMarked
@ApplicationModule(
    displayName = "Jobs",
    allowedDependencies = {"kernel", "home"})
package org.cscc.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
