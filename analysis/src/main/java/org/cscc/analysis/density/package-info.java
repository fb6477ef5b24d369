/** Kernel density over a grid of the plane: quartic, Gaussian, and one that is kept up live. */
@NullMarked
package org.cscc.analysis.density;

import org.jspecify.annotations.NullMarked;
