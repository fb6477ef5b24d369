package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A block with its score and the whole arithmetic behind it (M-7), so that "why is this block on
 * the list?" has an answer that anybody can add up. For those who may read patterns, never public.
 *
 * @param block the hundred-block, such as {@code 045XX S WENTWORTH AVE}
 * @param area number of its community area
 * @param rank 1 for the highest in the list; equal scores share a rank
 * @param score the score after the pull towards the area's mean
 * @param raw the sum of the parts
 * @param pull the pull
 * @param parts what each incident added, latest first
 */
public record ScoredBlock(
    String block, int area, int rank, double score, double raw, Pull pull, List<Part> parts) {

  /**
   * The empirical-Bayes pull towards the area: {@code score = mean + factor (raw - mean)}.
   *
   * @param blocks blocks of the area that the records name
   * @param mean mean raw score of those blocks
   * @param lasting variance that lasting differences between blocks leave
   * @param chance variance that chance alone gives
   * @param factor {@code lasting / (lasting + chance)}
   */
  public record Pull(int blocks, double mean, double lasting, double chance, double factor) {}

  /**
   * What one incident added.
   *
   * @param incident the incident
   * @param on its day
   * @param ageDays days before the day of the score
   * @param weight what an incident of its kind counts, by the rule of the score
   * @param decay {@code 2^(-age / half-life)}
   * @param points weight times decay
   */
  public record Part(
      UUID incident, LocalDate on, int ageDays, double weight, double decay, double points) {}

  /** The block as it stands in the address of its page. */
  public String slug() {
    return BlockSlug.of(block);
  }
}
