package org.cscc.places;

import org.jspecify.annotations.Nullable;

/**
 * One of the city's community areas.
 *
 * @param number its fixed number, 1 to 77 in Chicago
 * @param side which side of the city it belongs to, such as {@code WEST}
 * @param centerLon longitude of its center point, rounded to about 100 m
 * @param centerLat latitude of its center point, rounded to about 100 m
 * @param population people living there; unknown is null, never 0
 * @param populationYear the census year of the population
 */
public record CommunityArea(
    int number,
    String name,
    String city,
    String side,
    double centerLon,
    double centerLat,
    @Nullable Integer population,
    @Nullable Integer populationYear) {}
