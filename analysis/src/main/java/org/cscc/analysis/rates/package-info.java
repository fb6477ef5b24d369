/** Rates of small places: empirical Bayes, how unlikely a count is, and ranks with their doubt. */
@NullMarked
package org.cscc.analysis.rates;

import org.jspecify.annotations.NullMarked;
