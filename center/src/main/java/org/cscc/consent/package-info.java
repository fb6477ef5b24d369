/**
 * Consents: what somebody allowed to be told, to whom, for what, until when. A consent can be
 * withdrawn at any time and then ends with the next request. Whoever discloses a protected record
 * asks here first, each time.
 */
@NullMarked
@ApplicationModule(
    displayName = "Consent",
    allowedDependencies = {"kernel", "home", "access", "audit"})
package org.cscc.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
