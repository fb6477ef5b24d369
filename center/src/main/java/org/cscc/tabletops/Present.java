package org.cscc.tabletops;

/**
 * An organization that came.
 *
 * @param heads how many of its people, never who
 */
record Present(String organization, int heads) {}
