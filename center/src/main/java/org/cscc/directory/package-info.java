/**
 * Who is at the table: departments, sister agencies, organizations, and the teams of the center
 * with the areas they look after.
 */
@NullMarked
@ApplicationModule(
    displayName = "Directory",
    allowedDependencies = {"kernel", "home", "access", "places"})
package org.cscc.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
