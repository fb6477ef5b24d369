/** Who gets how much: rules for whole units, each with its objective and its fairness numbers. */
@NullMarked
package org.cscc.analysis.allocation;

import org.jspecify.annotations.NullMarked;
