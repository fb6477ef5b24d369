package org.cscc.patterns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hot spot in one line: incidents of its hexagon and the six around it against what as many
 * hexagons of the city have on average.
 *
 * @param number what people call it; its page is {@code /patterns/hotspots/} and this
 * @param area number of its area
 * @param state CANDIDATE, CONFIRMED, ACTIVE or COOLING
 * @param stateKey message key of the state
 * @param incidents incidents in which somebody was killed or shot, in the 365 days to {@code asOf}
 * @param expected incidents expected there
 * @param q share of false ones among those that stand out as clearly (Benjamini and Hochberg)
 * @param asOf last day counted
 * @param planDue until when a plan or a reason is due (R-HOT-03); null when neither is owed
 * @param lon longitude of its middle
 * @param lat latitude of its middle
 */
public record HotSpotLine(
    int number,
    int area,
    String state,
    String stateKey,
    int incidents,
    double expected,
    double q,
    LocalDate asOf,
    @Nullable LocalDate planDue,
    double lon,
    double lat) {}
