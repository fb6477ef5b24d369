package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Everything the records say about a place on a day. Plain values only, so that the weekly packet
 * can freeze it.
 *
 * @param extent the place
 * @param day last day counted
 * @param numbers its numbers
 * @param city the city's numbers, for context
 * @param weeks the last 52 weeks that end on the day's weekday, oldest first
 * @param hours28 when it happened, last 28 days
 * @param hours365 when it happened, last 365 days
 * @param blocks blocks by score, highest first, at most {@link #BLOCKS}
 * @param blocksListed how many blocks qualify for the list
 * @param windows near-repeat windows open on the day, the one that closes first first
 * @param nearRepeats incidents of the last seven days that fell into an earlier window
 * @param basis what it rests on
 * @param scoring how the blocks were scored
 * @param windowRule how far and how long a window reached
 */
public record Profile(
    Extent extent,
    LocalDate day,
    Numbers numbers,
    Numbers city,
    List<WeekPoint> weeks,
    HourTable hours28,
    HourTable hours365,
    List<ScoredBlock> blocks,
    int blocksListed,
    List<OpenWindow> windows,
    List<NearRepeat> nearRepeats,
    Basis basis,
    BlockScoreRule scoring,
    NearRepeatRule windowRule) {
  /** Most blocks in a profile; {@link #blocksListed()} says how many there are. */
  public static final int BLOCKS = 10;

  /** A packet that was frozen before the rules could be set was made with the usual ones. */
  public Profile {
    scoring = Objects.requireNonNullElse(scoring, BlockScoreRule.USUAL);
    windowRule = Objects.requireNonNullElse(windowRule, NearRepeatRule.USUAL);
  }
}
