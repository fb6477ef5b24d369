/**
 * Whether like values lie near each other, over a whole map and around each place: Gi, Gi*, local
 * and global Moran, global G, with analytic moments, permutation and exact permutation.
 */
@NullMarked
package org.cscc.analysis.autocorrelation;

import org.jspecify.annotations.NullMarked;
