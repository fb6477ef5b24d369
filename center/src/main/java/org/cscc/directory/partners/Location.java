package org.cscc.directory.partners;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place of an organization.
 *
 * @param secret whether its address must not be known, as of a shelter; then it has none here
 * @param lon longitude in WGS84, with {@code lat} or not at all
 */
record Location(
    UUID id,
    String name,
    String address,
    String city,
    String postalCode,
    @Nullable Double lon,
    @Nullable Double lat,
    boolean secret) {}
