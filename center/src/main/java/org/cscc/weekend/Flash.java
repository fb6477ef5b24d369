package org.cscc.weekend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What was known on Monday morning: provisional, because the feed is two days behind and more of
 * the weekend comes in until Tuesday's cut.
 *
 * @param asOf when it was put together
 * @param dataAsOf when the newest import was applied; null when nothing was ever imported
 * @param dataThrough the newest occurrence in all imports; later ones are missing
 * @param counts by area, those without an area under null
 * @param fates gatherings that were taken off, moved or added after the first plan
 * @param gaps when nobody was on call
 * @param activations what was still open; null when no room told
 */
record Flash(
    LocalDate friday,
    Instant asOf,
    @Nullable Instant dataAsOf,
    @Nullable Instant dataThrough,
    List<AreaCount> counts,
    List<Fate> fates,
    List<Plan.Gap> gaps,
    @Nullable List<OpenActivations.Line> activations) {
  /**
   * Incidents of the weekend in which somebody was killed or shot, as known then.
   *
   * @param area number of the area; null when it is not known
   */
  record AreaCount(@Nullable Integer area, int incidents, int killed, int wounded) {}

  /**
   * What became of a gathering after the first plan.
   *
   * @param what CANCELLED, MOVED or ADDED
   * @param planned how it stood in the plan; null when it was added
   */
  record Fate(String what, @Nullable Gathering planned, Gathering now) {}

  /** When it was put together, on Chicago's wall clock. */
  public ZonedDateTime asOfInChicago() {
    return asOf.atZone(ReviewWeek.CHICAGO);
  }

  /** Up to when the data goes, on Chicago's wall clock. */
  public @Nullable ZonedDateTime throughInChicago() {
    return dataThrough == null ? null : dataThrough.atZone(ReviewWeek.CHICAGO);
  }

  /** How many incidents in the whole city. */
  public int incidents() {
    return counts.stream().mapToInt(AreaCount::incidents).sum();
  }

  /** How many people were killed in the whole city. */
  public int killed() {
    return counts.stream().mapToInt(AreaCount::killed).sum();
  }

  /** How many people were shot and lived in the whole city. */
  public int wounded() {
    return counts.stream().mapToInt(AreaCount::wounded).sum();
  }
}
