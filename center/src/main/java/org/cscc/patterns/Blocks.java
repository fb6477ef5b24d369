package org.cscc.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cscc.analysis.BlockScore;

/**
 * Scores blocks (M-7). The area mean that a score is drawn towards is taken over the blocks that the
 * records name at least once: there is no register of all blocks, and the page says so. A block of
 * two areas counts for the one with more of its incidents.
 */
final class Blocks {
  private Blocks() {}

  /** The blocks of a ground by score on an epoch day, highest first. */
  static List<ScoredBlock> ranked(Part part, int day) {
    Map<String, Integer> areaOfBlock = areas(part.happenings());
    Map<String, String> areas = new HashMap<>();
    areaOfBlock.forEach((block, area) -> areas.put(block, Integer.toString(area)));
    List<BlockScore.Incident> incidents =
        part.between(day - BlockScore.Settings.USUAL.windowDays() + 1, day).stream()
            .filter(happening -> areaOfBlock.containsKey(happening.block()))
            .map(h -> new BlockScore.Incident(h.id().toString(), h.block(), h.day(), 1))
            .toList();
    return BlockScore.rank(incidents, areas, day, BlockScore.Settings.USUAL).blocks().stream()
        .map(score -> scored(score, day))
        .toList();
  }

  private static ScoredBlock scored(BlockScore score, int day) {
    BlockScore.Shrinkage pull = score.shrinkage();
    return new ScoredBlock(
        score.block(),
        Integer.parseInt(score.area()),
        score.rank(),
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
