package org.cscc.patterns.hotspots;

import static org.cscc.patterns.hotspots.Mark.Naive.LAST_28_DAYS;
import static org.cscc.patterns.hotspots.Mark.Naive.LAST_YEAR;
import static org.cscc.patterns.hotspots.Mark.Naive.UNIFORM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cscc.analysis.PoissonInterval;
import org.cscc.analysis.PoissonTest;
import org.cscc.analysis.accuracy.MapAccuracy;

/**
 * Marks the map (M-5): rolling origin over the last weeks, with the settings that the map has
 * today. Places of equal rank stand in an order that was drawn once, so that no end of the city is
 * favoured.
 */
final class SelfMark {
  private static final double[] GROUPS = {0, 0.01, 0.05, 0.2, 1};

  private final Ground ground;
  private final List<Shooting> history;
  private final Settings settings;
  private final int[] drawn;
  private final Tally map = new Tally();
  private final Tally lastYear = new Tally();
  private final Tally last28 = new Tally();
  private final double[] foretold = new double[GROUPS.length - 1];
  private final int[] came = new int[GROUPS.length - 1];
  private int weeks;
  private int incidents;

  private SelfMark(Ground ground, List<Shooting> history, Settings settings) {
    this.ground = ground;
    this.history = history;
    this.settings = settings;
    this.drawn = shuffled(ground.size());
  }

  /**
   * The mark.
   *
   * @param history incidents in the order of their days
   * @param lastDay last day of the last whole week
   * @return empty when the records do not reach back a window before the first week tested
   */
  static Optional<Mark> of(Ground ground, List<Shooting> history, int lastDay, Settings settings) {
    int first = lastDay - 7 * settings.testWeeks() + 1;
    if (history.isEmpty() || history.getFirst().day() > first - settings.windowDays()) {
      return Optional.empty();
    }
    SelfMark mark = new SelfMark(ground, history, settings);
    for (int start = first; start <= lastDay; start += 7) {
      mark.week(start);
    }
    return mark.incidents == 0 ? Optional.empty() : Optional.of(mark.mark(first, lastDay));
  }

  private void week(int start) {
    int[] later = counts(start, start + 6);
    int[] year = counts(start - settings.windowDays(), start - 1);
    int all = Arrays.stream(later).sum();
    if (all == 0 || Arrays.stream(year).distinct().count() < 2) {
      return;
    }
    weeks++;
    incidents += all;
    double[] ranks = HeatMap.ranks(ground, year);
    double least = Arrays.stream(ranks).min().orElseThrow();
    MapAccuracy own = accuracy(Arrays.stream(ranks).map(z -> z - least).toArray(), later);
    boolean[] ownFive = map.add(own);
    lastYear.add(accuracy(asDoubles(year), later), ownFive, inDrawnOrder(later));
    last28.add(
        accuracy(asDoubles(counts(start - 28, start - 1)), later), ownFive, inDrawnOrder(later));
    calibrate(own.ranking(), year, inDrawnOrder(later));
  }

  private MapAccuracy accuracy(double[] predicted, int[] later) {
    double[] ordered = Arrays.stream(drawn).mapToDouble(cell -> predicted[cell]).toArray();
    double[] area = new double[ordered.length];
    Arrays.fill(area, 1);
    return MapAccuracy.of(ordered, inDrawnOrder(later), area);
  }

  /** The rate of a place is that of the hexagon and those around it in the year before. */
  private void calibrate(int[] ranking, int[] year, int[] later) {
    for (int rank = 0; rank < ranking.length; rank++) {
      int cell = drawn[ranking[rank]];
      int sum = year[cell];
      int[] around = ground.around().of(cell);
      for (int next : around) {
        sum += year[next];
      }
      int group = group((rank + 0.5) / ranking.length);
      foretold[group] += sum / (around.length + 1.0) * 7 / settings.windowDays();
      came[group] += later[ranking[rank]];
    }
  }

  private Mark mark(int first, int lastDay) {
    Mark.Score equal =
        new Mark.Score(
            new Mark.At(incidents * 0.01, 0.01, 1, incidents * 0.01 / map.most[0]),
            new Mark.At(incidents * 0.05, 0.05, 1, incidents * 0.05 / map.most[1]));
    double hits = map.hits[1];
    double p = PoissonTest.againstMean(Math.round(hits), incidents * 0.05).p();
    List<Mark.Group> groups = new ArrayList<>();
    for (int g = 0; g < came.length; g++) {
      PoissonInterval interval = PoissonInterval.garwood(came[g]);
      groups.add(
          new Mark.Group(
              GROUPS[g], GROUPS[g + 1], foretold[g], came[g], interval.lower(), interval.upper()));
    }
    return new Mark(
        LocalDate.ofEpochDay(first),
        LocalDate.ofEpochDay(lastDay),
        weeks,
        incidents,
        ground.size(),
        map.score(incidents),
        List.of(
            lastYear.against(LAST_YEAR, incidents),
            last28.against(LAST_28_DAYS, incidents),
            new Mark.Against(
                UNIFORM, equal, hits, incidents * 0.05, p, verdict(hits, incidents * 0.05, p))),
        groups);
  }

  private static int group(double share) {
    int group = 0;
    while (share > GROUPS[group + 1]) {
      group++;
    }
    return group;
  }

  private static Mark.Verdict verdict(double ours, double theirs, double p) {
    return p >= 0.05
        ? Mark.Verdict.NO_CLEAR_DIFFERENCE
        : ours > theirs ? Mark.Verdict.BETTER : Mark.Verdict.WORSE;
  }

  private int[] counts(int from, int to) {
    return ground.count(history.stream().filter(s -> s.day() >= from && s.day() <= to).toList());
  }

  private int[] inDrawnOrder(int[] values) {
    return Arrays.stream(drawn).map(cell -> values[cell]).toArray();
  }

  private static double[] asDoubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  private static int[] shuffled(int n) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    Random random = new Random(Settings.SEED);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** What a map found over the weeks. */
  private static final class Tally {
    private final double[] hits = new double[2];
    private final double[] most = new double[2];
    private final double[] share = new double[2];
    private int added;
    private int onlyMap;
    private int onlyThis;

    /** Adds a week; answers which cells its first 5 % are. */
    boolean[] add(MapAccuracy week) {
      MapAccuracy.Score[] scores = {week.atAreaShare(0.01), week.atAreaShare(0.05)};
      for (int i = 0; i < scores.length; i++) {
        hits[i] += scores[i].hits();
        most[i] += scores[i].mostHits();
        share[i] += scores[i].areaShare();
      }
      added++;
      int[] ranking = week.ranking();
      boolean[] first = new boolean[ranking.length];
      for (int rank = 0; rank < scores[1].cells(); rank++) {
        first[ranking[rank]] = true;
      }
      return first;
    }

    void add(MapAccuracy week, boolean[] mapFirst, int[] later) {
      boolean[] first = add(week);
      for (int cell = 0; cell < first.length; cell++) {
        onlyMap += mapFirst[cell] && !first[cell] ? later[cell] : 0;
        onlyThis += first[cell] && !mapFirst[cell] ? later[cell] : 0;
      }
    }

    Mark.Score score(int incidents) {
      return new Mark.Score(at(0, incidents), at(1, incidents));
    }

    private Mark.At at(int i, int incidents) {
      double rate = hits[i] / incidents;
      return new Mark.At(hits[i], rate, rate / (share[i] / added), hits[i] / most[i]);
    }

    Mark.Against against(Mark.Naive naive, int incidents) {
      double p = PoissonTest.twoWindows(onlyThis, onlyMap).p();
      return new Mark.Against(
          naive, score(incidents), onlyMap, onlyThis, p, verdict(onlyMap, onlyThis, p));
    }
  }
}
