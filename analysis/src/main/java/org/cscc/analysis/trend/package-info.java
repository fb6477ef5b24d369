/** Whether a series of counts has left its course: EARS, CUSUM, Farrington flexible. */
@NullMarked
package org.cscc.analysis.trend;

import org.jspecify.annotations.NullMarked;
