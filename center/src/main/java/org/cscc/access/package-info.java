/**
 * Who may see what: accounts, roles, sign-in, tokens, and the decision without which no protected *
 * record can be read.
 */
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"kernel", "home"})
package org.cscc.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
