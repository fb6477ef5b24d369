/**
 * What a place-based intervention changed: with a comparison, an interval, and a refusal to print a
 * percentage where there are too few events to judge.
 */
@NullMarked
package org.cscc.analysis.effect;

import org.jspecify.annotations.NullMarked;
