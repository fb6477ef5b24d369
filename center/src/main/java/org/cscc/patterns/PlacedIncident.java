package org.cscc.patterns;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An incident as a sign on a map and a line beside it.
 *
 * @param on its day
 * @param block its hundred-block, or empty
 * @param area its counting area; 0 when unmapped
 * @param lon longitude, or NaN
 * @param lat latitude, or NaN
 * @param killed people killed
 * @param injured people shot and alive
 */
public record PlacedIncident(
    UUID id,
    LocalDate on,
    String block,
    int area,
    double lon,
    double lat,
    int killed,
    int injured) {}
