package org.cscc.patterns;

/**
 * A team's week in one line.
 *
 * @param extent the team's areas
 * @param week people harmed in the week
 * @param windows near-repeat windows open on its last day
 */
record TeamLine(Extent extent, SpanCount week, int windows) {}
