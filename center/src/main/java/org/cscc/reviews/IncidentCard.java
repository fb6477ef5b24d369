package org.cscc.reviews;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a team reads about one incident: place, time and harm, nothing about who anybody is.
 *
 * @param incident the incident
 * @param type kind of incident, a word of the incidents feature
 * @param day Chicago day
 * @param time Chicago wall clock; null when the feed does not give one
 * @param block hundred-block; null when the feed does not name one
 * @param lon longitude of the block mid-point
 * @param lat latitude of the block mid-point
 * @param area number of the community area it is counted in
 * @param setting kind of place, a word of the incidents feature
 * @param harmed people killed or shot
 * @param killed those of them who died
 * @param ages age bands of the people harmed, youngest first; a band may repeat
 * @param provisional whether the feed may still change it without notice
 * @param lateFor first day of the closed week it belongs to, when it arrived too late for that
 *     week's packet; null for an incident of this week
 * @param deferredFrom first day of the review week that put it off to this one (R-HRIT-03); null
 *     for others
 * @param deferredBecause why, when that review was cancelled; null for others
 * @param border the other side, when the block lies where two teams meet
 * @param nearby the nearest school, park, library, business, station, each with its distance
 * @param after the earlier incident whose near-repeat window it fell into
 * @param watchUntil last day of the window it opened itself; null without a point
 */
record IncidentCard(
    UUID incident,
    String type,
    LocalDate day,
    @Nullable LocalTime time,
    @Nullable String block,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Integer area,
    String setting,
    int harmed,
    int killed,
    List<String> ages,
    boolean provisional,
    @Nullable LocalDate lateFor,
    @JsonInclude(NON_NULL) @Nullable LocalDate deferredFrom,
    @JsonInclude(NON_NULL) Deferral.@Nullable Reason deferredBecause,
    @Nullable Border border,
    List<Nearby> nearby,
    @Nullable After after,
    @Nullable LocalDate watchUntil) {

  /** Whether it happened in the week of the packet; others came late or were put off. */
  boolean ofTheWeek() {
    return lateFor == null && deferredFrom == null;
  }

  /** Those of the people harmed who live. */
  int injured() {
    return harmed - killed;
  }

  /**
   * Two teams see the incident and one leads.
   *
   * @param lead code of the team that leads
   * @param leadName its name
   * @param with names of the other teams that see it
   */
  record Border(String lead, String leadName, List<String> with) {}

  /**
   * A place that may have been affected.
   *
   * @param kind a word of the places feature, such as {@code SCHOOL}
   * @param metres straight distance from the block mid-point
   * @param opens usual opening time; null when it is not known
   * @param closes usual closing time; null when it is not known
   */
  record Nearby(
      String kind, String name, int metres, @Nullable LocalTime opens, @Nullable LocalTime closes) {
    /** Whether it is usually open at a time: "open", "closed" or "unknown". */
    public String at(@Nullable LocalTime time) {
      if (time == null || opens == null || closes == null) {
        return "unknown";
      }
      boolean sinceOpening = !time.isBefore(opens);
      boolean beforeClosing = time.isBefore(closes);
      // A place that closes after midnight is open late and early.
      boolean open =
          opens.isBefore(closes) ? sinceOpening && beforeClosing : sinceOpening || beforeClosing;
      return open ? "open" : "closed";
    }
  }

  /**
   * The near-repeat flag.
   *
   * @param day day of the earlier incident
   * @param metres distance along the street grid
   */
  record After(LocalDate day, long metres) {}
}
