package org.cscc.reviews;

import org.cscc.directory.Team;

/**
 * Whose review a meeting is held at, for the page of the meeting that was merged into it.
 *
 * @param reached whether the reader may open the page of that review
 */
record HeldWith(Team team, Meeting meeting, boolean reached) {}
