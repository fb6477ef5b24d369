package org.cscc.places;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file of boundaries.
 *
 * @param number property that holds the area's number; null to find it
 * @param name property that holds the area's name; null to find it
 * @param city the city the areas are of; null for the one that is here
 * @param crs coordinate reference system, such as {@code EPSG:3435}; null to recognise it
 * @param asOf day for which the boundaries are true; null for today
 * @param dryRun whether to change nothing
 */
record BoundaryOptions(
    @Nullable String number,
    @Nullable String name,
    @Nullable String city,
    @Nullable String crs,
    @Nullable LocalDate asOf,
    boolean dryRun) {
  static final BoundaryOptions NONE = new BoundaryOptions(null, null, null, null, null, false);
}
