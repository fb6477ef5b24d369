/**
 * What the center holds of survivors and applicants (tier T3), kept apart: a token, an area,
 * amounts and clocks that staff of the City may see, and fields that only the organization looking
 * after the person can read, sealed with a key of that organization. See decision 0141.
 */
@NullMarked
@ApplicationModule(
    displayName = "Vault",
    allowedDependencies = {"kernel", "home", "access", "audit", "consent"})
package org.cscc.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
