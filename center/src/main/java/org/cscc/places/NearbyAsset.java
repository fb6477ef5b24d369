package org.cscc.places;

/**
 * A place and how far away it is.
 *
 * @param metres distance in a straight line
 */
public record NearbyAsset(Asset asset, double metres) {}
