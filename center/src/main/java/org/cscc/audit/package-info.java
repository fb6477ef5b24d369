/**
 * The audit trail: who did what with which record, only ever growing, sealed in a chain, searched
 * by those who watch over the center and by those whose record it is. Other rooms write through
 * {@link org.cscc.kernel.AuditTrail}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"kernel", "home", "jobs", "access"})
package org.cscc.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
