/**
 * Scan statistics: where, and since when, are there more events than chance explains. Written from
 * the papers; adjusted for nothing that a result does not name.
 */
@NullMarked
package org.cscc.analysis.scan;

import org.jspecify.annotations.NullMarked;
