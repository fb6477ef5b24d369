/**
 * How the City's directory tells the center that somebody has left: the part of SCIM 2.0 that takes
 * accounts away. Inside of {@code access}.
 */
@NullMarked
package org.cscc.access.scim;

import org.jspecify.annotations.NullMarked;
