package org.cscc.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cscc.access.Decision;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.Share;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.patterns.PriorityBlocks.Lists;
import org.cscc.recommendations.RecommendationReads.Figure;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How recommendations are answered and carried out (F2). Counts always stand there; a percentage
 * only where it rests on enough, with its interval. Those about priority blocks stand beside
 * others.
 */
@Component
class AnswerMeasures {
  private final RecommendationReads reads;
  private final PriorityBlocks priority;
  private final Clock clock;
  private final int smallest;

  AnswerMeasures(
      RecommendationReads reads,
      PriorityBlocks priority,
      Clock clock,
      @Value("${cscc.recommendations.smallest:5}") int smallest) {
    this.reads = reads;
    this.priority = priority;
    this.clock = clock;
    this.smallest = smallest;
  }

  /**
   * An organization, or all of them, or those about one kind of block.
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
   * @param priority those about blocks that were on the list of priority blocks when they were
   *     issued
   * @param other those about other blocks
   * @param noBlock those about no block, which are in neither
   */
  record Sheet(
      ZonedDateTime asOf,
      int smallest,
      @Nullable Line all,
      List<Line> lines,
      Line priority,
      Line other,
      Line noBlock) {}

  /** The measures of what was issued, within reach. */
  Sheet sheet(Decision decision) {
    Instant now = clock.instant();
    List<Figure> figures = reads.figures(decision);
    Map<String, List<Figure>> by = new TreeMap<>();
    figures.forEach(
        one -> by.computeIfAbsent(one.organization(), none -> new ArrayList<>()).add(one));
    List<Line> lines = new ArrayList<>();
    by.forEach((code, own) -> lines.add(line(code, own, now)));
    LocalDate today = WallClock.dayOf(now);
    Lists lists =
        priority.between(
            figures.stream().map(AnswerMeasures::day).min(LocalDate::compareTo).orElse(today),
            today);
    Predicate<Figure> somewhere = one -> one.block() != null;
    Predicate<Figure> first = one -> lists.listed(one.block(), one.area(), day(one));
    return new Sheet(
        now.atZone(ReviewWeek.CHICAGO),
        smallest,
        lines.size() > 1 ? line(null, figures, now) : null,
        lines,
        line(null, figures.stream().filter(first).toList(), now),
        line(null, figures.stream().filter(somewhere).filter(first.negate()).toList(), now),
        line(null, figures.stream().filter(somewhere.negate()).toList(), now));
  }

  private static LocalDate day(Figure one) {
    return WallClock.dayOf(one.issuedAt());
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
    return Share.of((int) of.stream().filter(counts).count(), of.size(), smallest);
  }
}
