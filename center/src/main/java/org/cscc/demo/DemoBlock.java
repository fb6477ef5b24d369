package org.cscc.demo;

import java.util.List;

/**
 * An invented hundred-block of the synthetic city.
 *
 * @param name well-formed, such as {@code 045XX S WARBLER AVE}
 * @param lon longitude of its middle
 * @param lat latitude of its middle
 * @param weight how much of its area's violence it carries, relative to the area's other blocks
 * @param neighbours places in the area's list of the blocks within 200 m, itself included
 */
record DemoBlock(
    int area, String name, double lon, double lat, double weight, List<Integer> neighbours) {}
