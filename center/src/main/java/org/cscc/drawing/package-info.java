/**
 * Maps and charts drawn on the server as SVG from plain records, so that they print, go into the *
 * packet and need no script. Knows numbers and shapes, no feature.
 */
@NullMarked
@ApplicationModule(
    displayName = "Drawing",
    allowedDependencies = {"kernel"})
package org.cscc.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
