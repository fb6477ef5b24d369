/**
 * The few types every room shares: the review week, the refusal with its rule, the marker of a
 * command, the words for a day. Imports nothing of ours.
 */
@NullMarked
@ApplicationModule(
    displayName = "Kernel",
    allowedDependencies = {})
package org.cscc.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
