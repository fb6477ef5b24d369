package org.cscc.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cscc.access.Decision;
import org.cscc.kernel.ReviewWeek;
import org.cscc.recommendations.RecommendationReads.Figure;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How recommendations are answered and carried out (F2). Counts always stand there; a percentage
 * only where it rests on enough.
 */
@Component
class AnswerMeasures {
  private final RecommendationReads reads;
  private final Clock clock;
  private final int smallest;

  AnswerMeasures(
      RecommendationReads reads,
      Clock clock,
      @Value("${cscc.recommendations.smallest:5}") int smallest) {
    this.reads = reads;
    this.clock = clock;
    this.smallest = smallest;
  }

  /**
   * Some of all.
   *
   * @param count how many of them
   * @param n of how many
   * @param percent null when n is too small for one
   */
  record Share(int count, int n, @Nullable Integer percent) {}

  /**
   * An organization, or all of them.
   *
   * @param organization its code; null for all
   * @param issued how many were addressed to it
   * @param inTime answered by the day, of those that were answered or whose day has passed
   * @param accepted accepted, of those that were answered
   * @param implemented said to be done, of those that were accepted
   */
  record Line(
      @Nullable String organization, int issued, Share inTime, Share accepted, Share implemented) {}

  /**
   * The measures.
   *
   * @param all null when the reader sees one organization only
   */
  record Sheet(ZonedDateTime asOf, int smallest, @Nullable Line all, List<Line> lines) {}

  /** The measures of what was issued, within reach. */
  Sheet sheet(Decision decision) {
    Instant now = clock.instant();
    List<Figure> figures = reads.figures(decision);
    Map<String, List<Figure>> by = new TreeMap<>();
    figures.forEach(
        one -> by.computeIfAbsent(one.organization(), none -> new ArrayList<>()).add(one));
    List<Line> lines = new ArrayList<>();
    by.forEach((code, own) -> lines.add(line(code, own, now)));
    return new Sheet(
        now.atZone(ReviewWeek.CHICAGO),
        smallest,
        lines.size() > 1 ? line(null, figures, now) : null,
        lines);
  }

  private Line line(@Nullable String code, List<Figure> figures, Instant now) {
    List<Figure> owed =
        figures.stream()
            .filter(one -> one.answeredAt() != null || one.dueAt().isBefore(now))
            .toList();
    List<Figure> answered = figures.stream().filter(one -> one.answeredAt() != null).toList();
    List<Figure> accepted =
        answered.stream().filter(one -> one.state() != RecommendationState.REJECTED).toList();
    return new Line(
        code,
        figures.size(),
        share(owed, AnswerMeasures::inTime),
        share(answered, one -> one.state() != RecommendationState.REJECTED),
        share(accepted, one -> one.state() != RecommendationState.ACCEPTED));
  }

  private static boolean inTime(Figure one) {
    return one.answeredAt() != null && !one.answeredAt().isAfter(one.dueAt());
  }

  private Share share(List<Figure> of, Predicate<Figure> counts) {
    int count = (int) of.stream().filter(counts).count();
    return new Share(
        count, of.size(), of.size() < smallest ? null : Math.round(100f * count / of.size()));
  }
}
