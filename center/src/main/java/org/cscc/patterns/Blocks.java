package org.cscc.patterns;

import static java.util.Comparator.comparingDouble;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.analysis.BlockScore;

/**
 * Scores blocks (M-7). The area mean that a score is drawn towards is taken over the blocks that
 * the records name at least once: there is no register of all blocks, and the page says so. A block
 * of two areas counts for the one with more of its incidents.
 */
final class Blocks {
  /** Where the pull leaves blocks equal they share a rank, and the larger sum is named first. */
  private static final Comparator<BlockScore> ORDER =
      comparingDouble(BlockScore::score)
          .thenComparingDouble(BlockScore::raw)
          .reversed()
          .thenComparing(BlockScore::block);

  private Blocks() {}

  /**
   * The blocks of a ground by score on an epoch day, highest first: those on which an incident of
   * the ground lies. A block on a border is seen from both sides, with all its incidents.
   */
  static List<ScoredBlock> ranked(History history, Extent extent, int day, BlockScoreRule rule) {
    List<Happening> year = history.scored(day - rule.windowDays() + 1, day, rule);
    Set<String> touched =
        year.stream().filter(extent.holds()).map(Happening::block).collect(Collectors.toSet());
    Map<String, String> areas = areasAround(history.areaOfBlock(), touched);
    List<BlockScore.Incident> incidents =
        year.stream()
            .filter(happening -> areas.containsKey(happening.block()))
            .map(
                h -> new BlockScore.Incident(h.id().toString(), h.block(), h.day(), rule.weight(h)))
            .toList();
    List<ScoredBlock> ranked = new ArrayList<>();
    BlockScore.rank(incidents, areas, day, rule.settings()).blocks().stream()
        .filter(score -> touched.contains(score.block()))
        .sorted(ORDER)
        .forEach(score -> ranked.add(scored(score, day, ranked)));
    return List.copyOf(ranked);
  }

  /**
   * Every block of the areas that the touched blocks belong to: what their means are taken over.
   */
  private static Map<String, String> areasAround(
      Map<String, Integer> areaOfBlock, Set<String> touched) {
    Set<Integer> wanted =
        touched.stream().map(areaOfBlock::get).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, String> areas = new HashMap<>();
    areaOfBlock.forEach(
        (block, area) -> {
          if (wanted.contains(area)) {
            areas.put(block, Integer.toString(area));
          }
        });
    return areas;
  }

  /** Equal scores share a rank of the list, and the next one is skipped. */
  private static int rank(double score, List<ScoredBlock> higher) {
    boolean tied = !higher.isEmpty() && higher.getLast().score() == score;
    return tied ? higher.getLast().rank() : higher.size() + 1;
  }

  private static ScoredBlock scored(BlockScore score, int day, List<ScoredBlock> higher) {
    BlockScore.Shrinkage pull = score.shrinkage();
    return new ScoredBlock(
        score.block(),
        Integer.parseInt(score.area()),
        rank(score.score(), higher),
        score.score(),
        score.raw(),
        new ScoredBlock.Pull(
            pull.blocks(), pull.mean(), pull.lasting(), pull.chance(), pull.factor()),
        score.parts().stream().map(part -> part(part, day)).toList());
  }

  private static ScoredBlock.Part part(BlockScore.Part part, int day) {
    return new ScoredBlock.Part(
        UUID.fromString(part.id()),
        LocalDate.ofEpochDay((long) day - part.ageDays()),
        part.ageDays(),
        part.weight(),
        part.decay(),
        part.points());
  }

  /** The area of each named block: where most of its incidents are; equal counts, lowest number. */
  static Map<String, Integer> areas(List<Happening> happenings) {
    Map<String, Map<Integer, Integer>> counts = new LinkedHashMap<>();
    for (Happening happening : happenings) {
      if (!happening.block().isEmpty() && happening.area() != Located.UNKNOWN) {
        counts
            .computeIfAbsent(happening.block(), none -> new TreeMap<>())
            .merge(happening.area(), 1, Integer::sum);
      }
    }
    Map<String, Integer> areas = new LinkedHashMap<>();
    counts.forEach((block, byArea) -> areas.put(block, most(byArea)));
    return areas;
  }

  private static int most(Map<Integer, Integer> byArea) {
    List<Map.Entry<Integer, Integer>> entries = new ArrayList<>(byArea.entrySet());
    Map.Entry<Integer, Integer> most = entries.getFirst();
    for (Map.Entry<Integer, Integer> entry : entries) {
      most = entry.getValue() > most.getValue() ? entry : most;
    }
    return most.getKey();
  }
}
