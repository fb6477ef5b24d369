package org.cscc.patterns;

/**
 * A block that the records name.
 *
 * @param block its hundred-block, such as {@code 045XX S WENTWORTH AVE}
 * @param slug the same in an address
 * @param area number of its community area
 */
public record BlockFound(String block, String slug, int area) {}
