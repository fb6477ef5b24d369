package org.cscc.patterns.blocklist;

/**
 * A block on a list.
 *
 * @param sources who named it: {@code DATA}, {@code RESIDENTS} or both with a comma
 * @param serviced whether its services were given
 */
record ListedBlock(String block, int area, String sources, boolean serviced) {}
