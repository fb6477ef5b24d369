package org.cscc.reviews;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cscc.actions.ActionState;
import org.cscc.actions.ItemFigure;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.PriorityBlocks.ListedPlace;
import org.cscc.patterns.PriorityBlocks.Lists;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody was shot or killed again on the same block (F2), and whether a promise for that
 * block was still open then (F1), on priority blocks and on others by the list of the day. Another
 * one of the same day is not counted, because a day does not say which came first.
 */
final class BlockRepeats {
  private static final int[] WITHIN = {14, 30, 90};

  /** What came so many days after another one on the block came again. */
  private static final int AGAIN_DAYS = 90;

  private final Figures figures;
  private final List<IncidentFacts> happened;
  private final Lists listed;
  private final LocalDate today;
  private final Map<ListedPlace, List<LocalDate>> days = new HashMap<>();

  /**
   * What happened.
   *
   * @param happened with a block and an area each, of the last 180 days
   */
  BlockRepeats(Figures figures, List<IncidentFacts> happened, Lists listed, LocalDate today) {
    this.figures = figures;
    this.happened = happened;
    this.listed = listed;
    this.today = today;
    happened.forEach(
        one -> days.computeIfAbsent(place(one), p -> new ArrayList<>()).add(one.occurredOn()));
  }

  /**
   * The measures; none where nothing happened within reach.
   *
   * @param promises items within reach, of as long a time as they may be open
   */
  List<Figures.Pair> pairs(List<ItemFigure> promises) {
    List<Figures.Pair> pairs = new ArrayList<>();
    if (happened.isEmpty()) {
      return pairs;
    }
    for (int within : WITHIN) {
      // Only those whose time is over, so that none can still repeat.
      List<IncidentFacts> over =
          happened.stream()
              .filter(one -> !one.occurredOn().isAfter(today.minusDays(within)))
              .toList();
      pairs.add(
          pair(
              "REPEAT_" + within,
              over,
              rows ->
                  figures.share(
                      rows, i -> between(i, i.occurredOn(), i.occurredOn().plusDays(within)))));
    }
    pairs.add(whileOpen(promises));
    return pairs;
  }

  /** Of those that came again on a block, on how many a promise for the block was open that day. */
  private Figures.Pair whileOpen(List<ItemFigure> promises) {
    Map<ListedPlace, List<ItemFigure>> owed = new HashMap<>();
    for (ItemFigure item : promises) {
      String block = item.block();
      Integer area = item.area();
      if (block != null && area != null) {
        owed.computeIfAbsent(new ListedPlace(block, area), p -> new ArrayList<>()).add(item);
      }
    }
    List<IncidentFacts> again =
        happened.stream()
            .filter(one -> one.occurredOn().isAfter(today.minusDays(AGAIN_DAYS)))
            .filter(this::cameAgain)
            .toList();
    return pair(
        "REPEAT_OPEN",
        again,
        rows ->
            figures.counted(
                rows,
                one ->
                    owed.getOrDefault(place(one), List.of()).stream()
                        .anyMatch(item -> open(item, one.occurredOn()))));
  }

  private boolean cameAgain(IncidentFacts one) {
    LocalDate day = one.occurredOn();
    return between(one, day.minusDays(AGAIN_DAYS + 1L), day.minusDays(1));
  }

  /** Whether another one happened on the block after a day, and not after another. */
  private boolean between(IncidentFacts one, LocalDate after, LocalDate until) {
    Collection<LocalDate> others = days.getOrDefault(place(one), List.of());
    return others.stream().anyMatch(day -> day.isAfter(after) && !day.isAfter(until));
  }

  /**
   * Whether a promise was open when a day began: written down before it, and not said to be done
   * before it for the last time. What was declined nobody owed.
   */
  private static boolean open(ItemFigure item, LocalDate day) {
    if (item.state() == ActionState.DECLINED || !day(item.createdAt()).isBefore(day)) {
      return false;
    }
    @Nullable OffsetDateTime claimed = item.claimedAt();
    return !item.claimed() || (claimed != null && !day(claimed).isBefore(day));
  }

  private static LocalDate day(OffsetDateTime at) {
    return WallClock.dayOf(at.toInstant());
  }

  private Figures.Pair pair(
      String measure, List<IncidentFacts> rows, ReviewMeasures.Measuring<IncidentFacts> measuring) {
    Predicate<IncidentFacts> first = one -> ReviewMeasures.first(one, listed);
    return ReviewMeasures.pair(
        measure,
        rows.stream().filter(first).toList(),
        rows.stream().filter(first.negate()).toList(),
        measuring);
  }

  private static ListedPlace place(IncidentFacts incident) {
    return new ListedPlace(
        String.valueOf(incident.block()), incident.area() == null ? 0 : incident.area());
  }
}
