package org.cscc.patterns;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hot spot in one line: incidents of its hexagon and the six around it against what as many
 * hexagons of the city have on average.
 *
 * @param number what people call it; its page is {@code /patterns/hotspots/} and this
 * @param area number of its area
 * @param state CANDIDATE, CONFIRMED, ACTIVE or COOLING
 * @param stateKey message key of the state
 * @param incidents incidents in which somebody was killed or shot, in the days to {@code asOf}
 * @param expected incidents expected there
 * @param q share of false ones among those that stand out as clearly (Benjamini and Hochberg)
 * @param asOf last day counted
 * @param planDue until when a plan or a reason is due (R-HOT-03); null when neither is owed
 * @param lon longitude of its middle
 * @param lat latitude of its middle
 * @param why the rest of the arithmetic; null in what was kept before it was told
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
    double lat,
    @JsonInclude(NON_NULL) @Nullable Why why) {

  /**
   * What the numbers of the line are made of.
   *
   * @param width metres between opposite sides of a hexagon
   * @param from first day counted
   * @param own incidents in the middle hexagon
   * @param around incidents in each of its neighbours
   * @param cells hexagons summed over
   * @param mean incidents of a hexagon of the city on average
   * @param sd standard deviation of the incidents of a hexagon
   * @param all hexagons of the city
   * @param z z of Gi*
   * @param p exact p for people
   * @param q q for people
   */
  public record Why(
      double width,
      LocalDate from,
      int own,
      List<Integer> around,
      int cells,
      double mean,
      double sd,
      int all,
      double z,
      String p,
      String q) {}

  /** Metres between opposite sides of a hexagon; 300 in what was kept before it could be set. */
  public double hexagon() {
    return why == null ? 300 : why.width();
  }

  /** Days counted; a year in what was kept before it could be set. */
  public long days() {
    return why == null ? 365 : ChronoUnit.DAYS.between(why.from(), asOf) + 1;
  }
}
