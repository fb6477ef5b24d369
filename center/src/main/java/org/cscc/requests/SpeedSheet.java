package org.cscc.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.cscc.kernel.Share;
import org.cscc.requests.SpeedReads.Bar;
import org.cscc.requests.SpeedReads.LeftOut;
import org.cscc.requests.SpeedReads.Looked;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;

/**
 * How fast the City closed what was asked for in a span, on priority blocks and on others, side by
 * side (the equity check of F4), in business days.
 *
 * @param byDepartment whether a line is a department, else it is a type
 * @param smallest a median, a percentile or a percentage that rests on fewer is not told
 */
record SpeedSheet(
    LocalDate from,
    LocalDate to,
    boolean byDepartment,
    int smallest,
    List<Line> lines,
    LeftOut leftOut) {
  /** Business days of nine in ten; the nearest rank, a value that there is. */
  private static final int NINETY = 90;

  /**
   * A type or a department.
   *
   * @param key key of its name; null when the name is the City's own word
   * @param name code of a type or a department, or the City's own word; empty when there is none
   * @param waiting closed on priority blocks, and nobody has looked yet
   */
  record Line(
      @Nullable String key,
      String name,
      Cell priority,
      Cell other,
      int waiting,
      int fixed,
      int notFixed) {
    /** How many were looked at. */
    public int looked() {
      return fixed + notFixed;
    }

    int all() {
      return priority.n() + other.n();
    }
  }

  /**
   * One side of the comparison.
   *
   * @param median business days; null when n is too small to say one
   * @param ninety within so many business days nine of ten were closed; null as above
   * @param within closed within the target, of those whose type has one; null when none has
   */
  record Cell(int n, @Nullable Integer median, @Nullable Integer ninety, @Nullable Share within) {}

  /** The sheet of what was closed. */
  static SpeedSheet of(
      Span span, List<Bar> bars, List<Looked> looked, LeftOut leftOut, Targets targets) {
    ToIntFunction<Bar> target = targets::of;
    Map<String, List<Bar>> named = new TreeMap<>();
    for (Bar bar : bars) {
      named.computeIfAbsent(name(bar, span.byDepartment()), name -> new ArrayList<>()).add(bar);
    }
    Map<String, int[]> looks = new HashMap<>();
    for (Looked one : looked) {
      String name = text(span.byDepartment() ? one.department() : one.type());
      int[] sum = looks.computeIfAbsent(name, key -> new int[3]);
      sum[0] += one.waiting();
      sum[1] += one.fixed();
      sum[2] += one.notFixed();
      named.computeIfAbsent(name, key -> new ArrayList<>());
    }
    List<Line> lines = new ArrayList<>();
    named.forEach(
        (name, own) -> {
          int[] sum = looks.getOrDefault(name, new int[3]);
          boolean ours = !span.byDepartment() && targets.knows(name);
          lines.add(
              new Line(
                  ours ? "services.type." + name : null,
                  name,
                  cell(own.stream().filter(Bar::priority).toList(), target, targets.smallest()),
                  cell(
                      own.stream().filter(b -> !b.priority()).toList(), target, targets.smallest()),
                  sum[0],
                  sum[1],
                  sum[2]));
        });
    lines.sort(Comparator.comparingInt(Line::all).reversed().thenComparing(Line::name));
    return new SpeedSheet(
        span.from(), span.to(), span.byDepartment(), targets.smallest(), lines, leftOut);
  }

  /** Which days, and by what. */
  record Span(LocalDate from, LocalDate to, boolean byDepartment) {}

  /** Until when what is asked for is due, by the types of services. */
  record Targets(Map<String, ServiceBundles.Kind> kinds, int smallest) {
    boolean knows(String type) {
      return kinds.containsKey(type);
    }

    /** Business days within which it is done; -1 when it is no service of ours. */
    int of(Bar bar) {
      ServiceBundles.Kind kind = bar.type() == null ? null : kinds.get(bar.type());
      if (kind == null) {
        return -1;
      }
      return bar.priority() ? kind.priorityDays() : kind.usualDays();
    }
  }

  private static String name(Bar bar, boolean byDepartment) {
    if (byDepartment) {
      return text(bar.department());
    }
    return bar.type() == null ? bar.written() : bar.type();
  }

  private static String text(@Nullable String name) {
    return name == null ? "" : name;
  }

  private static Cell cell(List<Bar> bars, ToIntFunction<Bar> target, int smallest) {
    int n = sum(bars);
    List<Bar> aimed = bars.stream().filter(bar -> target.applyAsInt(bar) >= 0).toList();
    int within = sum(aimed.stream().filter(bar -> bar.days() <= target.applyAsInt(bar)).toList());
    int of = sum(aimed);
    return new Cell(
        n,
        n < smallest || n == 0 ? null : rank(bars, n, 50),
        n < smallest || n == 0 ? null : rank(bars, n, NINETY),
        of == 0 ? null : Share.of(within, of, smallest));
  }

  private static int rank(List<Bar> bars, int n, int percent) {
    int wanted = Math.ceilDiv(n * percent, 100);
    int seen = 0;
    for (Bar bar : bars.stream().sorted(Comparator.comparingInt(Bar::days)).toList()) {
      seen += bar.n();
      if (seen >= wanted) {
        return bar.days();
      }
    }
    throw new IllegalStateException("Fewer than " + n);
  }

  private static int sum(Collection<Bar> bars) {
    return bars.stream().mapToInt(Bar::n).sum();
  }
}
