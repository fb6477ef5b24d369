/**
 * Photos that show whether something was done: taken in by what they are and not by what they are
 * called, drawn anew so that nothing rides along (place, time, camera, a second file), kept with
 * their hash, and handed out only to who may see the record they belong to. See decision 0130.
 */
@NullMarked
@ApplicationModule(
    displayName = "Evidence",
    allowedDependencies = {"kernel", "access"})
package org.cscc.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
