/** How good a map of hot spots is: judged on later events than it was made from. */
@NullMarked
package org.cscc.analysis.accuracy;

import org.jspecify.annotations.NullMarked;
