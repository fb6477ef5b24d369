/**
 * The linter of free text: finds words that point at a person before they are stored, marks them,
 * and offers other words. It keeps what the privacy officer let stand, and nothing that was
 * refused.
 */
@NullMarked
@ApplicationModule(
    displayName = "Wording",
    allowedDependencies = {"kernel", "home", "access"})
package org.cscc.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
