package org.cscc.blitz;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a blitz takes at most, how far ahead it is planned, and how large it is. */
@Component
class BlitzTimes {
  private final int longest;
  private final int ahead;
  private final int blocks;
  private final int smallest;

  BlitzTimes(
      @Value("${cscc.blitz.longest-days:10}") int longest,
      @Value("${cscc.blitz.days-ahead:90}") int ahead,
      @Value("${cscc.blitz.most-blocks:12}") int blocks,
      @Value("${cscc.blitz.smallest:5}") int smallest) {
    this.longest = longest;
    this.ahead = ahead;
    this.blocks = blocks;
    this.smallest = smallest;
  }

  /**
   * What is wrong with the days is refused: a blitz that takes weeks is none.
   *
   * @throws Refused R-BLITZ-07
   */
  void check(@Nullable LocalDate first, @Nullable LocalDate last, LocalDate today) {
    if (first == null
        || last == null
        || first.isBefore(today)
        || last.isBefore(first)
        || ChronoUnit.DAYS.between(first, last) + 1 > longest
        || ChronoUnit.DAYS.between(today, first) > ahead) {
      throw new Refused(
          Refused.Kind.INVALID, BlitzRules.DAYS, "blitz.refused.days", longest, ahead);
    }
  }

  int longest() {
    return longest;
  }

  int blocks() {
    return blocks;
  }

  /** A share of fewer is told as counts only. */
  int smallest() {
    return smallest;
  }
}
