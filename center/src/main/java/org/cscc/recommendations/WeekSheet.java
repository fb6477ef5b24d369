package org.cscc.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a week, for the director. Plain values, codes and counts only, so that it can be
 * kept as it was at its hour.
 *
 * @param firstDay first day of the week whose packets were reviewed
 * @param from the Thursday before, at its hour
 * @param until this Thursday, at its hour, or now when that is to come
 * @param since the cut of last week's packets
 * @param asOf when it was put together
 * @param commitments commitments that rose to level 2 or 3
 * @param services services that rose to level 2 or 3
 * @param themes null when nothing was computed yet
 * @param changes what moved in the records since last week's packets
 * @param issued recommendations that were issued
 * @param answered recommendations that were answered
 * @param promises commitments whose day lay in the week
 * @param before the same of the week before, as known now
 */
record WeekSheet(
    LocalDate firstDay,
    Instant from,
    Instant until,
    Instant since,
    Instant asOf,
    List<Rose> commitments,
    List<Rose> services,
    @Nullable Themes themes,
    List<Moved> changes,
    int changed,
    List<Asked> issued,
    List<Asked> answered,
    Promises promises,
    Promises before) {
  /** Fewer than so many are too few to compare. */
  static final int FEW = 5;

  /** Something that rose to a level. */
  record Rose(String code, @Nullable String organization, int level, Instant at, boolean open) {}

  /**
   * Themes that several teams share.
   *
   * @param weekEnd last day of the weeks that they were looked for in
   * @param areas areas in which incidents share anything at all
   */
  record Themes(LocalDate weekEnd, int weeks, int areas, List<Shared> shared) {}

  /**
   * A theme that three teams or more share.
   *
   * @param codes what the incidents share
   * @param teams codes of the teams that lead where they lie
   * @param incidents incidents that share it, in all of those areas
   * @param of all incidents of those areas in these weeks
   */
  record Shared(List<String> codes, List<String> teams, int incidents, int of) {}

  /**
   * Incidents of an area that moved in a way.
   *
   * @param area null for incidents that lie in no known area
   * @param kind in which way, such as {@code WITHDRAWN}
   */
  record Moved(@Nullable Integer area, String kind, int incidents) {}

  /** A recommendation, and how it was answered if it was. */
  record Asked(String code, String organization, RecommendationState state) {}

  /**
   * Commitments whose day lay in a week.
   *
   * @param kept said to be done by the day, and nobody saw otherwise
   * @param broken the day passed without that
   * @param seen of the kept ones, those that somebody else saw done
   */
  record Promises(int kept, int broken, int seen) {
    /** How many it rests on. */
    public int n() {
      return kept + broken;
    }

    /** Share that was kept, in percent; null when they are too few. */
    public @Nullable Integer percent() {
      return n() < FEW ? null : Math.round(100f * kept / n());
    }
  }

  /** How many rose to a level. */
  public long rose(int level) {
    return commitments.stream().filter(one -> one.level() == level).count()
        + services.stream().filter(one -> one.level() == level).count();
  }

  /** Whether the share of kept promises can be compared with that of the week before. */
  public boolean comparable() {
    return promises.percent() != null && before.percent() != null;
  }

  /** A moment on Chicago's wall clock. */
  public ZonedDateTime here(Instant at) {
    return at.atZone(ReviewWeek.CHICAGO);
  }
}
