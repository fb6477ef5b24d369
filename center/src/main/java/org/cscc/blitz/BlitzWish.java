package org.cscc.blitz;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody plans.
 *
 * @param blocks as they were written
 * @param types codes of service types
 * @param departments codes of organizations
 */
record BlitzWish(
    int area,
    @Nullable ReasonCode reason,
    String note,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    List<String> blocks,
    List<String> types,
    List<String> departments) {}
