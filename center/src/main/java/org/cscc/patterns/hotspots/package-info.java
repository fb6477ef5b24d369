/**
 * Where shootings gather more than chance would have it: recomputed by a job, judged by people with
 * local knowledge, marked against later data and against naive maps.
 */
@NullMarked
package org.cscc.patterns.hotspots;

import org.jspecify.annotations.NullMarked;
