package org.cscc.recommendations;

/**
 * The words of a recommendation.
 *
 * @param title what is recommended, in a line
 * @param said what exactly, and why
 * @param addressedTo code of the one organization that it is addressed to
 */
record Draft(String title, String said, Level level, String addressedTo) {}
