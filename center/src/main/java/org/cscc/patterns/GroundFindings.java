package org.cscc.patterns;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the newest computation found on the ground of some areas beside hot spots, each with the
 * arithmetic behind it. Plain values only, so that the weekly packet can freeze it.
 *
 * @param lastDay newest day of the records it was computed from
 * @param weekEnd last day of the week that the trends judge
 * @param alerts circles rare enough to be told
 * @param trends areas with more than usual, or a clear move over four weeks
 * @param repeats how much shootings repeat nearby in the whole city; null with too few to say
 */
public record GroundFindings(
    LocalDate lastDay,
    LocalDate weekEnd,
    List<AlertLine> alerts,
    List<TrendLine> trends,
    @JsonInclude(NON_NULL) @Nullable Repeats repeats) {

  /** Keeps its own copies. */
  public GroundFindings {
    alerts = List.copyOf(Objects.requireNonNullElse(alerts, List.of()));
    trends = List.copyOf(Objects.requireNonNullElse(trends, List.of()));
  }

  /**
   * More incidents in a circle over the last days than place alone and day alone explain.
   *
   * @param metres radius
   * @param incidents incidents in it
   * @param inCircle incidents of the year in the circle
   * @param inDays incidents of those days in the whole city
   * @param inAll incidents of the year in the whole city
   * @param expected {@code inCircle * inDays / inAll}
   * @param ratio log likelihood ratio
   * @param p p for people
   * @param recurrenceDays chance alone shows one like it once in so many days of daily looking
   */
  public record AlertLine(
      int area,
      String areaName,
      double metres,
      LocalDate from,
      LocalDate to,
      int incidents,
      int inCircle,
      int inDays,
      int inAll,
      double expected,
      double ratio,
      String p,
      double recurrenceDays) {}

  /**
   * The week of an area against its own past.
   *
   * @param method how the expected count was found, FARRINGTON or EARS_C2
   * @param flagged clearly more than usual, all areas taken together
   * @param week people harmed in the week
   * @param expected expected in it
   * @param upper up to so many are usual
   * @param level level of that bound
   * @param p p for people
   * @param q q for people
   * @param fourWeeks people harmed in the last four weeks
   * @param before people harmed in the four before
   * @param z {@code 2 (sqrt fourWeeks - sqrt before)}
   * @param clearMove from which size on z is said
   */
  public record TrendLine(
      int area,
      String areaName,
      String method,
      boolean flagged,
      int week,
      double expected,
      double upper,
      double level,
      String p,
      String q,
      int fourWeeks,
      int before,
      double z,
      double clearMove) {}

  /**
   * Pairs of incidents that lie close in space and time, against what chance would pair.
   *
   * @param metres at most so far apart along the streets
   * @param days at most so many days apart
   * @param observed pairs of the year in the whole city
   * @param expected mean over all ways to deal the days
   */
  public record Repeats(int metres, int days, long observed, double expected) {
    /** How many times as many as expected. */
    public double times() {
      return observed / expected;
    }
  }

  /** The same for fewer areas. */
  public GroundFindings in(Set<Integer> areas) {
    return new GroundFindings(
        lastDay,
        weekEnd,
        alerts.stream().filter(alert -> areas.contains(alert.area())).toList(),
        trends.stream().filter(trend -> areas.contains(trend.area())).toList(),
        repeats);
  }
}
