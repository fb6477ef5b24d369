package org.cscc.places;

import org.locationtech.jts.geom.Geometry;

/**
 * An area's outline, lon/lat.
 *
 * @param full as it was imported or computed
 * @param simple the same with fewer points, for drawing
 */
record Outline(int area, Geometry full, Geometry simple) {}
