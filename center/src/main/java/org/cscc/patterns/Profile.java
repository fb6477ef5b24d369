package org.cscc.patterns;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param scoring how the blocks were scored; null in packets from before it could be set
 * @param windowRule how far and how long a window reached; null in packets from before it was told
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
    @JsonInclude(NON_NULL) @Nullable BlockScoreRule scoring,
    @JsonInclude(NON_NULL) @Nullable NearRepeatRule windowRule) {
  /** Most blocks in a profile; {@link #blocksListed()} says how many there are. */
  public static final int BLOCKS = 10;

  /** How the blocks were scored: before it could be set, the usual way of that time. */
  public BlockScoreRule scoringRule() {
    return Objects.requireNonNullElse(scoring, BlockScoreRule.BEFORE_IT_WAS_TOLD);
  }

  /** How far and how long a window reached: before it was told, the usual way. */
  public NearRepeatRule reach() {
    return Objects.requireNonNullElse(windowRule, NearRepeatRule.USUAL);
  }
}
