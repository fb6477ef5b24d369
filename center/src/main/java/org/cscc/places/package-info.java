/**
 * Where things are: community areas and their names, the priority list with its dates, outlines, *
 * hundred-blocks, and the schools, parks, libraries and stations near them.
 */
@NullMarked
@ApplicationModule(
    displayName = "Places",
    allowedDependencies = {"kernel", "home", "access", "drawing"})
package org.cscc.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
