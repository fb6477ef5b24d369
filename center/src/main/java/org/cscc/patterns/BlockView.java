package org.cscc.patterns;

import java.util.List;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a block shows: why it is on the list, or that it is not.
 *
 * @param extent the block
 * @param area number of its area
 * @param areaName name of it
 * @param week the review week that ends on the day of the score
 * @param score its score with the arithmetic; null when it has too few incidents to be listed
 * @param listed how many blocks of the area are listed
 * @param incidents what the score reads of it, newest first
 * @param numbers its counts
 * @param basis what it rests on
 */
record BlockView(
    Extent extent,
    int area,
    String areaName,
    ReviewWeek week,
    @Nullable ScoredBlock score,
    int listed,
    List<Happening> incidents,
    Numbers numbers,
    Basis basis) {}
