package org.cscc.patterns;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A near-repeat window that is open on the day (M-6, default cell: within 200 m along the street
 * grid and 14 days; Ratcliffe and Rengert 2008). It describes what has been recorded around a place
 * and closes by itself; it says nothing about what will happen.
 *
 * @param incident the incident that opened it
 * @param openedOn its day
 * @param lastDay last day the window is open
 * @param block where it opened; null when the feed does not say
 * @param area number of the community area; null when unmapped
 * @param killed people killed in that incident
 * @param injured people shot and alive in it
 * @param repeats later incidents inside the window, earliest first
 * @param lon longitude of the place where it opened; null in what was kept before it was told
 * @param lat latitude of the same
 */
public record OpenWindow(
    UUID incident,
    LocalDate openedOn,
    LocalDate lastDay,
    @Nullable String block,
    @Nullable Integer area,
    int killed,
    int injured,
    List<Repeat> repeats,
    @JsonInclude(NON_NULL) @Nullable Double lon,
    @JsonInclude(NON_NULL) @Nullable Double lat) {

  /**
   * A later incident inside the window.
   *
   * @param metres distance along the street grid
   */
  public record Repeat(UUID incident, LocalDate on, long metres) {}
}
