/**
 * Hiding small counts so that they can not be worked out again, and trying to work them out again.
 */
@NullMarked
package org.cscc.analysis.disclosure;

import org.jspecify.annotations.NullMarked;
