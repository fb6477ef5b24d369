package org.cscc.blitz;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cscc.kernel.Share;
import org.jspecify.annotations.Nullable;

/**
 * What was there before, what was done and what is left: the arithmetic of a report, which is kept
 * as it was. It names places, departments and numbers; no person, no crew, and nobody who asked.
 *
 * @param asOf when it was counted
 * @param smallest a percentage of fewer findings is not told
 * @param walkers how many walked before
 * @param all over every block and type
 * @param tasks how many services were asked for, by how they stood then
 */
record BlitzReport(
    String code,
    int area,
    ReasonCode reason,
    LocalDate firstDay,
    LocalDate lastDay,
    Instant asOf,
    int smallest,
    int walkers,
    List<Line> lines,
    List<Sum> byBlock,
    List<Sum> byType,
    Sum all,
    List<Side> departments,
    Map<String, Integer> tasks) {
  /**
   * One service type on one block.
   *
   * @param department that does the type
   * @param found how many before
   * @param done how many the departments say they did
   * @param left how many after
   * @param verdict of the second look; null for what was done without having been found
   * @param promised whether the department had said that it comes
   */
  record Line(
      String block,
      String type,
      String department,
      int found,
      int done,
      int left,
      @Nullable Verdict verdict,
      boolean promised) {
    /** Whether it was promised and is not done. */
    public boolean owed() {
      return promised && left > 0;
    }
  }

  /**
   * Lines together.
   *
   * @param of a block or a type; empty for all
   * @param fixed of so many findings so many are fixed
   */
  record Sum(String of, int found, int done, int left, Share fixed) {}

  /**
   * An organization that was asked.
   *
   * @param promised findings of its types, when it said that it comes
   * @param done how many it says it did
   * @param owed those of the promised findings of which something is left
   */
  record Side(
      String department,
      Part.State state,
      @Nullable LocalDate onDay,
      @Nullable String reasonCode,
      int promised,
      int done,
      int owed) {
    /** Key of what it answered. */
    public String key() {
      return new Part(department, state, onDay, null, reasonCode).key();
    }

    /** Key of its reason; only with one. */
    public String reasonKey() {
      return new Part(department, state, onDay, null, reasonCode).reasonKey();
    }
  }

  /** What was promised and not done. */
  public List<Line> owed() {
    return lines.stream().filter(Line::owed).toList();
  }

  /**
   * Counts.
   *
   * @param doers who does what, by code of the type
   * @param standing how the services stand that were asked for, by their state
   */
  static BlitzReport of(
      Blitz blitz,
      List<Finding> findings,
      List<Work> work,
      Map<String, String> doers,
      Map<String, Integer> standing,
      Instant asOf,
      int smallest) {
    List<Line> lines = lines(blitz, findings, work, doers);
    List<Sum> byBlock = new ArrayList<>();
    for (String block : blitz.blocks()) {
      byBlock.add(sum(block, lines, line -> line.block().equals(block), smallest));
    }
    List<Sum> byType = new ArrayList<>();
    for (String type : blitz.types()) {
      byType.add(sum(type, lines, line -> line.type().equals(type), smallest));
    }
    return new BlitzReport(
        blitz.code(),
        blitz.area(),
        blitz.reason(),
        blitz.firstDay(),
        blitz.lastDay(),
        asOf,
        smallest,
        blitz.walkers() == null ? 0 : blitz.walkers(),
        lines,
        byBlock,
        byType,
        sum("", lines, line -> true, smallest),
        blitz.parts().stream().map(part -> side(part, lines, work)).toList(),
        new TreeMap<>(standing));
  }

  /** Blocks as they are walked, types as they were planned; only where something was or is. */
  private static List<Line> lines(
      Blitz blitz, List<Finding> findings, List<Work> work, Map<String, String> doers) {
    Map<String, Finding> found = new LinkedHashMap<>();
    findings.forEach(one -> found.put(one.block() + "|" + one.type(), one));
    Map<String, Integer> done = new LinkedHashMap<>();
    work.stream()
        .filter(one -> one.number() > 0)
        .forEach(one -> done.merge(one.block() + "|" + one.type(), one.number(), Integer::sum));
    Set<String> coming = new LinkedHashSet<>(blitz.coming());
    List<Line> lines = new ArrayList<>();
    for (String block : blitz.blocks()) {
      for (String type : blitz.types()) {
        String place = block + "|" + type;
        Finding finding = found.get(place);
        int did = done.getOrDefault(place, 0);
        if (finding == null && did == 0) {
          continue;
        }
        String department = doers.getOrDefault(type, "");
        lines.add(
            new Line(
                block,
                type,
                department,
                finding == null ? 0 : finding.found(),
                did,
                left(finding),
                finding == null ? null : finding.verdict(),
                finding != null && coming.contains(department)));
      }
    }
    return lines;
  }

  /** What nobody has looked at again is still there. */
  private static int left(@Nullable Finding finding) {
    if (finding == null) {
      return 0;
    }
    Integer remaining = finding.remaining();
    return remaining == null ? finding.found() : remaining;
  }

  private static Sum sum(String of, List<Line> lines, Predicate<Line> which, int smallest) {
    List<Line> own = lines.stream().filter(which).toList();
    List<Line> findings = own.stream().filter(line -> line.found() > 0).toList();
    int fixed = (int) findings.stream().filter(line -> line.verdict() == Verdict.FIXED).count();
    return new Sum(
        of,
        own.stream().mapToInt(Line::found).sum(),
        own.stream().mapToInt(Line::done).sum(),
        own.stream().mapToInt(Line::left).sum(),
        Share.of(fixed, findings.size(), smallest));
  }

  private static Side side(Part part, List<Line> lines, List<Work> work) {
    List<Line> promised =
        lines.stream()
            .filter(line -> line.promised() && line.department().equals(part.department()))
            .toList();
    return new Side(
        part.department(),
        part.state(),
        part.onDay(),
        part.reasonCode(),
        promised.size(),
        work.stream()
            .filter(one -> one.department().equals(part.department()))
            .mapToInt(Work::number)
            .sum(),
        (int) promised.stream().filter(Line::owed).count());
  }
}
