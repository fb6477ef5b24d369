/**
 * Breaking the glass: reading beyond the own teams for a short time, with a reason, and the look
 * that somebody takes at it on the next working day. Inside of {@code access}.
 */
@NullMarked
package org.cscc.access.emergency;

import org.jspecify.annotations.NullMarked;
