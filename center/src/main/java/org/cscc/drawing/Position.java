package org.cscc.drawing;

/**
 * A point on the earth.
 *
 * @param lon longitude in degrees, WGS84
 * @param lat latitude in degrees, WGS84
 */
public record Position(double lon, double lat) {}
