/**
 * What people are told: written in the same transaction as what it tells about, handed over by a
 * durable job in the person's language and channel, outside of their quiet hours. Nothing about an
 * incident or a person harmed goes into it; the sentence leads to a page that asks who you are.
 */
@NullMarked
@ApplicationModule(
    displayName = "Notices",
    allowedDependencies = {"kernel", "home", "jobs", "access"})
package org.cscc.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
