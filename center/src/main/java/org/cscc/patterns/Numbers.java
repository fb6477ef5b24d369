package org.cscc.patterns;

import java.util.List;

/**
 * The numbers of a place on a day.
 *
 * @param spans week, previous week, four weeks, 365 days
 * @param changes week against the week before, four weeks against the four before
 * @param yearSoFar everybody, killed, injured
 * @param incidents incidents of the last seven days in which somebody was killed or shot
 */
public record Numbers(
    List<SpanCount> spans, List<Change> changes, List<YearSoFar> yearSoFar, int incidents) {
  /** The counts of one span. */
  public SpanCount of(Span span) {
    return spans.stream().filter(s -> s.span() == span).findFirst().orElseThrow();
  }

  /** The counts of the last seven days. */
  public SpanCount week() {
    return of(Span.WEEK);
  }
}
