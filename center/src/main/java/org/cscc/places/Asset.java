package org.cscc.places;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A place that people depend on.
 *
 * @param lon longitude in degrees, WGS84
 * @param lat latitude in degrees, WGS84
 * @param opens usual opening time, or null when it is not known
 * @param closes usual closing time, or null when it is not known
 * @param source the file it came from
 */
public record Asset(
    AssetKind kind,
    String name,
    double lon,
    double lat,
    @Nullable LocalTime opens,
    @Nullable LocalTime closes,
    String source) {}
